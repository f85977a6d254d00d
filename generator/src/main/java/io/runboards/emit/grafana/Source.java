package io.runboards.emit.grafana;

/**
 * A data source of a Grafana.
 *
 * @param uid by which dashboards know it
 * @param name by which people know it
 */
public record Source(String uid, String name) {}
