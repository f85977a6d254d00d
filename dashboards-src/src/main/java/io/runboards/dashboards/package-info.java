/**
 * The dashboards of this repository, one class each, and the program that ships them.
 *
 * <p>{@link io.runboards.dashboards.Palette} says what colours mean, {@link
 * io.runboards.dashboards.Choices} holds the variables that dashboards share, {@link
 * io.runboards.dashboards.Uids} the names that links use.
 */
package io.runboards.dashboards;
