package io.runboards.samples;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Runai.GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE;
import static io.runboards.catalog.Runai.GPU_MEMORY_USED_MEBIBYTES_PER_NODE;
import static io.runboards.catalog.Runai.RUN_TIME_SECONDS_PER_WORKLOAD;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.promql;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.Audience;
import io.runboards.rules.Given;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import io.runboards.site.Federation;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import io.runboards.site.TenantLimit;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A few rules that read each other's results, for each audience, and a site with tenants. */
public final class SampleRules {
  public static final Recording USED =
      recording(
          Metric.gauge("cluster:gpu_memory_used_mebibytes:sum", Unit.MEBIBYTES, CLUSTER_ID),
          sum(metric(GPU_MEMORY_USED_MEBIBYTES_PER_NODE)).by(CLUSTER_ID));

  public static final Recording TOTAL =
      recording(
          Metric.gauge("cluster:gpu_memory_total_mebibytes:sum", Unit.MEBIBYTES, CLUSTER_ID),
          sum(metric(GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE)).by(CLUSTER_ID));

  public static final Recording SHARE =
      recording(
          Metric.gauge("cluster:gpu_memory_used:ratio", Unit.RATIO, CLUSTER_ID),
          USED.read().dividedBy(TOTAL.read()));

  public static final Alert FULL =
      alert("GpuMemoryFull", Urgency.CRITICAL, SHARE.read().above(0.9))
          .holding("2m")
          .keepFiring("5m")
          .summary("Memory of {{ $labels.clusterId }} is {{ $value | humanizePercentage }} full")
          .description(
              """
              New workloads wait: "pending".
                Look at the nodes of {{ $labels.clusterId | toUpper }}.
              """)
          .lookAt(
              linkTo("nowhere", "Nowhere"), linkTo("sample", "Sample").carrying(CLUSTER_ID, NODE));

  public static final Alert LONG =
      alert(
              "WorkloadRunsLong",
              Urgency.INFO,
              promql(
                  """
                  max by (clusterId, workload_id) (runai_run_time_seconds_per_workload) > 7200
                    unless on (clusterId, workload_id)
                  max by (clusterId, workload_id) (runai_run_time_seconds_per_workload) < 0
                  """))
          .summary("{{ $labels.workload_id }} runs for {{ $value | humanizeDuration }}")
          .description("It has run since long ago.");

  private static final Recording MEAN_SHARE =
      recording(Metric.gauge("fleet:gpu_memory_used:avg", Unit.RATIO), avg(SHARE.read()));

  private SampleRules() {}

  public static RuleFile memory() {
    return ruleFile("memory", "Memory", "platform")
        .groups(
            group("memory-alerts", FULL).every("30s"),
            group("memory-share", SHARE),
            group("memory", USED, TOTAL).delayed("2m").atMost(100))
        .tests(List.of(fills(), fills().every("5m")));
  }

  private static RuleTest fills() {
    return test("memory fills up: \"cluster\" c1, not c2")
        .given(
            series(
                GPU_MEMORY_USED_MEBIBYTES_PER_NODE,
                "50 95x20",
                with(CLUSTER_ID, "c1"),
                with(NODE, "n")),
            series(
                GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE,
                "100x20",
                with(CLUSTER_ID, "c1"),
                with(NODE, "n")),
            series(
                GPU_MEMORY_USED_MEBIBYTES_PER_NODE,
                "0+1x20",
                with(CLUSTER_ID, "c2"),
                with(NODE, "n")),
            series(
                GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE,
                "100x20",
                with(CLUSTER_ID, "c2"),
                with(NODE, "n")))
        .silent("1m", FULL)
        .fires("15m", FULL, 0.95, with(CLUSTER_ID, "c1"))
        .records("0s", SHARE, 0.5, with(CLUSTER_ID, "c1"))
        .records("0s", SHARE, 0, with(CLUSTER_ID, "c2"));
  }

  public static RuleFile workloads() {
    return ruleFile("workloads", "Workloads", "research")
        .reading(Audience.OPERATOR)
        .groups(group("workloads", LONG.team("owners")))
        .tests(
            List.of(
                test("two of three run for more than two hours")
                    .given(runs("a", "7201"), runs("b", "7200"), runs("c", "9000"))
                    .fires("0s", LONG, 9000, with(CLUSTER_ID, "c1"), with(WORKLOAD_ID, "c"))
                    .fires("0s", LONG, 7201, with(CLUSTER_ID, "c1"), with(WORKLOAD_ID, "a"))));
  }

  private static Given runs(String id, String values) {
    return series(
        RUN_TIME_SECONDS_PER_WORKLOAD,
        values,
        with(CLUSTER_ID, "c1"),
        with(WORKLOAD_ID, id),
        with(WORKLOAD_NAME, "name of " + id));
  }

  public static RuleFile fleet() {
    return ruleFile("fleet", "Fleet", "platform")
        .reading(Audience.FEDERATION)
        .groups(group("fleet", MEAN_SHARE))
        .tests(
            List.of(
                test("what another file records is read")
                    .given(
                        series(GPU_MEMORY_USED_MEBIBYTES_PER_NODE, "50x5", with(CLUSTER_ID, "c1")),
                        series(
                            GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE, "100x5", with(CLUSTER_ID, "c1")))
                    .records("5m", MEAN_SHARE, 0.5)));
  }

  public static Workspace workspace(ClusterVersion version) {
    Dashboard sample =
        dashboard("sample", "Sample")
            .variables(valuesOf(CLUSTER_ID, GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE).named("cluster"));
    return Workspace.of(
        List.of(sample),
        new RuleBook(List.of(memory(), workloads(), fleet())),
        World.standard(),
        version);
  }

  /** A site where two tenants share a store, and its operator watches both. */
  public static Site site() {
    Site usual = Site.usual("sample");
    return usual
        .with(URI.create("https://wiki.example.org/runbooks"))
        .with(
            List.of(
                Tenant.named("red")
                    .limitedTo(
                        Map.of(
                            TenantLimit.RULER_MAX_RULES_PER_RULE_GROUP, "1",
                            TenantLimit.RULER_MAX_RULE_GROUPS_PER_TENANT, "9")),
                Tenant.named("blue").withoutRules(),
                Tenant.named("store").asOperator()),
            List.of(new Federation("all", "store", List.of("red", "blue"))));
  }
}
