package io.runboards.cli;

import io.runboards.catalog.Family;
import io.runboards.catalog.Metric;
import io.runboards.dashboard.DashboardSource;
import java.util.List;

/**
 * What a repository of dashboards ships.
 *
 * @param dashboards its dashboards
 * @param recorded the metrics that its rules write, which dashboards may read
 */
public record Content(List<DashboardSource> dashboards, List<Metric> recorded) {
  public Content {
    dashboards = List.copyOf(dashboards);
    recorded = List.copyOf(recorded);
  }

  /** Dashboards that read no recorded metrics. */
  public static Content of(List<DashboardSource> dashboards) {
    return new Content(dashboards, List.of());
  }

  Family family() {
    return new Family("recorded", "Recording rules of this repository", List.of(), recorded);
  }
}
