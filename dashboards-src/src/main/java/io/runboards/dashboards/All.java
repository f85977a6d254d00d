package io.runboards.dashboards;

import io.runboards.dashboard.DashboardSource;
import java.util.List;

/** The dashboards that are shipped. */
final class All {
  static final List<DashboardSource> DASHBOARDS = List.of();

  private All() {}
}
