/**
 * What one installation fills in.
 *
 * <p>So far this is {@link io.runboards.site.MetricsFile}: the metrics of its own, or that its
 * rules record.
 */
package io.runboards.site;
