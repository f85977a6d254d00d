package io.runboards.emit.compose;

import io.runboards.site.GrafanaVersion;

/** The images that are run, each in the version that the tests run where they run it. */
enum Image {
  PROMETHEUS("prom/prometheus:v3.11.3"),
  ALERTMANAGER("prom/alertmanager:v0.31.1"),
  BLACKBOX("prom/blackbox-exporter:v0.28.0"),
  MIMIR("grafana/mimir:3.0.6"),
  MIMIRTOOL("grafana/mimirtool:3.0.6");

  private final String id;

  Image(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Versions of Grafana begin with the first patch more often than with none. */
  static String grafana(GrafanaVersion version) {
    return "grafana/grafana:${GRAFANA_VERSION:-%s.1}".formatted(version);
  }
}
