package io.runboards.catalog;

/**
 * The same measurement in the vendor's REST API, for applications that need no query language.
 *
 * @param endpoint the path below the control plane's address
 * @param metricType the value of its {@code metricType} parameter
 * @param since the first cluster version that answers it
 */
public record ApiMetric(String endpoint, String metricType, ClusterVersion since) {}
