/**
 * Writes what was made into files.
 *
 * <p>Everything becomes an {@link io.runboards.emit.OutFile} first, a path with its content. {@link
 * io.runboards.emit.OutFolder} compares these with what a folder holds and replaces only what
 * differs, so that a version control system shows what changed and nothing else.
 */
package io.runboards.emit;
