package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.promql.Expr.VectorSelector;

/**
 * A selector of a metric that the catalog knows.
 *
 * @param selector the selector
 * @param metric the metric
 */
record Reading(VectorSelector selector, Metric metric) {}
