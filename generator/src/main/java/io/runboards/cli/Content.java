package io.runboards.cli;

import io.runboards.dashboard.DashboardSource;
import io.runboards.rules.RuleSource;
import java.util.List;

/**
 * What a repository of dashboards and rules ships.
 *
 * @param dashboards its dashboards
 * @param rules its rules
 */
public record Content(List<DashboardSource> dashboards, List<RuleSource> rules) {
  public Content {
    dashboards = List.copyOf(dashboards);
    rules = List.copyOf(rules);
  }

  /** Dashboards without rules. */
  public static Content of(List<DashboardSource> dashboards) {
    return new Content(dashboards, List.of());
  }
}
