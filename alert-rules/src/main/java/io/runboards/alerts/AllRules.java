package io.runboards.alerts;

import io.runboards.rules.RuleSource;
import java.util.List;

/** The rules that are shipped, one class a subject. */
public final class AllRules {
  public static final List<RuleSource> RULES =
      List.of(
          new Usage(),
          new Federation(),
          new MetricsPipeline(),
          new MetricsStore(),
          new Tenants(),
          new FederationHealth(),
          new Watchdog());

  private AllRules() {}
}
