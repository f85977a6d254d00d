/**
 * A whole installation on one machine, for Docker Compose.
 *
 * <p>{@link io.runboards.emit.compose.ComposeFiles} brings up what the site calls by the name of a
 * service, and mounts what the other packages wrote; {@link io.runboards.emit.compose.Variables}
 * lists what it takes from the environment.
 */
package io.runboards.emit.compose;
