package io.runboards.dashboards;

import io.runboards.dashboard.DashboardSource;
import java.util.List;

/** The dashboards that are shipped: from the overview down, and then the metrics store. */
final class All {
  static final List<DashboardSource> DASHBOARDS =
      List.of(
          new ClusterOverview(),
          new NodesDashboard(),
          new NodeDashboard(),
          new GpuDashboard(),
          new ProjectDashboard(),
          new DepartmentQueue(),
          new WorkloadDashboard(),
          new PodDashboard(),
          new Inference(),
          new QuotaFairness(),
          new CapacityChargeback(),
          new ObjectivesDashboard(),
          new TenantsUsage(),
          new CardinalityOverview(),
          new CardinalityMetrics(),
          new CardinalityLabels(),
          new PipelineHealth());

  private All() {}
}
