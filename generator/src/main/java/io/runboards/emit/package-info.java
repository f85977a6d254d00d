/**
 * What leaves the repository: files, from the records before it, the same bytes each time.
 *
 * <p>Each kind of output has a package of its own below this one. They are pure functions that
 * return {@link io.runboards.emit.OutFile}s; only {@link io.runboards.emit.OutFolder} writes them
 * down. It compares them with what a folder holds and replaces only what differs, so that a version
 * control system shows what changed and nothing else. {@link io.runboards.emit.YamlWriter} is to
 * YAML what {@link io.runboards.json.JsonWriter} is to JSON.
 */
package io.runboards.emit;
