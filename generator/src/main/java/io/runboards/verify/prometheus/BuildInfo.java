package io.runboards.verify.prometheus;

/**
 * Which program a store is.
 *
 * @param name such as {@code Prometheus} or {@code Grafana Mimir}
 * @param version its version; empty if it was built without
 */
public record BuildInfo(String name, String version) {}
