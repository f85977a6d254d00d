package io.runboards.http;

/**
 * What a request carries.
 *
 * @param type what it says it is, such as {@code application/x-protobuf}
 * @param content its bytes
 */
public record Body(String type, byte[] content) {}
