/**
 * What leaves the repository: files, from the records before it, the same bytes each time.
 *
 * <p>Each kind of output has a package of its own below this one. They are pure functions that
 * return {@link io.runboards.emit.OutFile}s, a path with its content. {@link
 * io.runboards.emit.OutFolder} compares these with what a folder holds and replaces only what
 * differs, so that a version control system shows what changed and nothing else. Data is written by
 * {@link io.runboards.emit.YamlWriter} and {@link io.runboards.json.JsonWriter}, words by
 * templates.
 */
package io.runboards.emit;
