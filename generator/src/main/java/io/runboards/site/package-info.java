/**
 * What one installation fills in.
 *
 * <p>{@link io.runboards.site.SiteFile} reads a {@link io.runboards.site.Site}: the versions of its
 * cluster and its Grafana, its data source and what its series look like, the tenants of its store,
 * and who learns of its alerts. {@link io.runboards.site.Setting} is a value that the command line
 * puts in the place of the file's.
 *
 * <p>{@link io.runboards.site.MetricsFile} reads metrics of its own, or that its rules record.
 */
package io.runboards.site;
