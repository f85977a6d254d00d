package io.runboards.emit.grafana;

import io.runboards.site.GrafanaVersion;

/** The version of the classic model that a Grafana writes itself: it migrates nothing then. */
final class SchemaVersions {
  private SchemaVersions() {}

  static int of(GrafanaVersion grafana) {
    if (grafana.isBefore(9, 5)) {
      return 37;
    }
    if (grafana.isBefore(10, 3)) {
      return 38;
    }
    if (grafana.isBefore(11, 3)) {
      return 39;
    }
    if (grafana.isBefore(11, 6)) {
      return 40;
    }
    return grafana.isBefore(12, 2) ? 41 : 42;
  }
}
