package io.runboards.alerts;

import io.runboards.rules.RuleSource;
import java.util.List;

/** The rules that are shipped, one class a subject. */
public final class AllRules {
  public static final List<RuleSource> RULES =
      List.of(
          new Usage(),
          new GpuHardware(),
          new GpuUse(),
          new Nodes(),
          new Clusters(),
          new Scheduling(),
          new Workloads(),
          new Training(),
          new InferenceAlerts(),
          new Gateway(),
          new ControlPlane(),
          new Certificates(),
          new Objectives(),
          new MetricsPipeline(),
          new MetricsStore(),
          new StoreObjectives(),
          new Tenants(),
          new Federation(),
          new FederationHealth(),
          new Watchdog());

  private AllRules() {}
}
