package io.runboards.samples;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Runai.ALLOCATED_GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.Urgency;
import java.util.List;

/** Alerts that tests turn into files: together they say all that can be said. */
public final class Alerts {
  private static final Recording ALLOCATED =
      recording(
          Metric.gauge("cluster:runai_gpu_allocated:sum", Unit.GPUS, CLUSTER_ID)
              .help("GPUs | in use."),
          sum(metric(ALLOCATED_GPU_COUNT_PER_NODE)).by(CLUSTER_ID));

  private static final Alert FULL =
      alert("ClusterFull", Urgency.INFO, ALLOCATED.read().above(100))
          .holding("6h")
          .keepFiring("30m")
          .summary("{{ $labels.clusterId }} has {{ $value | humanize }} GPUs in use")
          .description(
              """
              New workloads wait until others end, {{ printf "%.1f" $value }} | so far.
              Told by {{ $externalURL | urlquery }} of {{ $externalLabels.region | toUpper }}.
              """)
          .lookAt(linkTo("all-nodes", "All nodes").carrying(CLUSTER_ID), linkTo("plain", "Plain"))
          .runbook(
              means("No GPU was free for six hours. Look at `a|b` or <node>.")
                  .matters("Workloads wait. See <https://example.org/?a=1>.")
                  .steps(
                      "Look for idle workloads:\n\n```promql\nsum(x) < 1\n```",
                      "Talk about capacity.")
                  .silence("When more hardware is on its way."));

  private static final Alert GONE =
      alert(
              "NodeWithoutAnyGpuThatAnybodyCouldEverUse",
              Urgency.CRITICAL,
              sum(metric(GPU_COUNT_PER_NODE)).by(CLUSTER_ID, NODE).equalTo(0))
          .summary("{{ $labels.node }} lost its GPUs")
          .team("hardware")
          .since(ClusterVersion.V2_17)
          .runbook(
              means("A node | reports no GPU!")
                  .matters("It is paid for.")
                  .steps("Reboot it.")
                  .silence("Never."));

  private Alerts() {}

  /** The rules, with the dashboard that they lead to. */
  public static Workspace workspace() {
    return workspace(ClusterVersion.V2_17);
  }

  public static Workspace workspace(ClusterVersion version) {
    return Workspace.of(List.of(nodes()), new RuleBook(files()), World.standard(), version);
  }

  private static Dashboard nodes() {
    return dashboard("all-nodes", "Nodes | all")
        .variables(valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE).named("cluster").titled("Cluster"));
  }

  private static List<RuleFile> files() {
    return List.of(
        ruleFile("capacity", "Capacity | use", "platform")
            .groups(
                group("capacity", ALLOCATED, FULL).every("1m").delayed("2m"),
                group("recorded-only", other()),
                group("nodes", GONE).every("15s"))
            .retired("ClusterBusy")
            .tests(
                List.of(
                    test("all GPUs in use for six hours")
                        .given(
                            series(
                                ALLOCATED_GPU_COUNT_PER_NODE,
                                "101x400",
                                with(CLUSTER_ID, "c1"),
                                with(NODE, "n")))
                        .silent("5h59m", FULL)
                        .records("1m", ALLOCATED, 101, with(CLUSTER_ID, "c1"))
                        .fires("6h", FULL, 101, with(CLUSTER_ID, "c1")))),
        ruleFile("recorded", "Recorded alone", "platform").groups(group("recorded-alone", third())),
        ruleFile("gone", "What is gone", "platform").retired("OldOne", "OlderOne"));
  }

  private static Recording other() {
    return recording(
        Metric.gauge("cluster:runai_gpu_capacity:sum", Unit.GPUS, CLUSTER_ID),
        sum(metric(GPU_COUNT_PER_NODE)).by(CLUSTER_ID));
  }

  private static Recording third() {
    return recording(
        Metric.gauge("node:runai_gpu_capacity:sum", Unit.GPUS, CLUSTER_ID, NODE),
        sum(metric(GPU_COUNT_PER_NODE)).by(CLUSTER_ID, NODE));
  }
}
