/**
 * The dashboards of this repository, one class each, and the program that ships them.
 *
 * <p>{@link io.runboards.dashboards.Palette} says what colours mean and {@link
 * io.runboards.dashboards.Scales} from which values on, {@link io.runboards.dashboards.Choices}
 * holds the variables that dashboards share, {@link io.runboards.dashboards.Links} says where names
 * lead and {@link io.runboards.dashboards.Uids} how the dashboards are called there.
 */
package io.runboards.dashboards;
