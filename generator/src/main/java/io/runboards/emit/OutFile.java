package io.runboards.emit;

/**
 * A file that generating makes.
 *
 * @param path its path below the output folder, with slashes
 * @param content its text
 */
public record OutFile(String path, String content) {}
