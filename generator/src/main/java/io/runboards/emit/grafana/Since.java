package io.runboards.emit.grafana;

import io.runboards.site.GrafanaVersion;

/** What a version of Grafana brought that changes how dashboards are written for it. */
enum Since {
  /** Cells of tables are described by {@code cellOptions}; before, by {@code displayMode}. */
  CELL_OPTIONS(9, 5),
  /** A colour for each name; before, only for each place in the order. */
  COLORS_BY_NAME(10, 1),
  /** A variable holds the uid of a data source; before, its name. */
  SOURCES_BY_UID(10, 1),
  /** The bars of a bar gauge are at least 16 pixels high; before, 10. */
  HIGHER_BARS(10, 4),
  /** Annotations have their query in a target; before, some versions looked for it outside. */
  ANNOTATION_TARGETS(12, 0),
  /** Dashboards are a resource of the API, {@code dashboard.grafana.app/v1beta1}. */
  RESOURCES(12, 0),
  /**
   * Rules in files say how long alerts go on without results. Versions 12.1.0 and 12.1.1 read over
   * it, as they do over all that they do not know.
   */
  RULES_LINGER(12, 1),
  /** Columns are hidden like series, by {@code hideFrom}; before, by {@code hidden}. */
  COLUMNS_HIDE_LIKE_SERIES(12, 2),
  /** Several values can go into a variable of another name in an address. */
  RENAMED_QUERY_PARAMETERS(12, 2),
  /** Dashboards have a second model, {@code dashboard.grafana.app/v2}. */
  SECOND_MODEL(13, 0);

  private final GrafanaVersion first;

  Since(int major, int minor) {
    this.first = new GrafanaVersion(major, minor);
  }

  boolean holdsFor(GrafanaVersion version) {
    return !version.isBefore(first);
  }
}
