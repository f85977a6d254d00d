package io.runboards.check;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.dashboard.Variable.valuesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Frame;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Variable;
import io.runboards.finding.Finding;
import io.runboards.flow.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checks say about panels that show something else than they seem to. */
class PanelChecksTest {
  private static final Variable.ValuesOf CLUSTER = valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE);
  private static final Variable.ValuesOf ONE = valuesOf(NODE, GPU_COUNT_PER_NODE).within(CLUSTER);

  private static final String CHOSEN = "{clusterId=\"$clusterId\",node=\"$node\"}";

  private static List<String> said(Panel... panels) {
    Row right =
        row("Right", stat("All GPUs").query("sum(runai_gpu_count_per_node" + CHOSEN + ")", ""));
    Workspace workspace =
        Workspace.of(
            List.of(dashboard("one-node", "Node").variables(CLUSTER, ONE).rows(row(panels), right)),
            World.standard(),
            ClusterVersion.V2_17);
    return DashboardChecks.check(workspace).stream()
        .map(Remark::finding)
        .map(PanelChecksTest::words)
        .toList();
  }

  private static String words(Finding finding) {
    return "%s: %s [%s]".formatted(finding.severity().label(), finding.message(), finding.id());
  }

  @Test
  void aQueryForMoreThanIsChosen() {
    assertThat(
            said(stat("GPUs").query("sum(runai_gpu_count_per_node{clusterId=\"$clusterId\"})", "")))
        .containsExactly(
            "warning: runai_gpu_count_per_node is asked for every 'node', whatever is chosen in"
                + " $node [ignored-variable]");
  }

  @Test
  void aQueryForAllBesideOneForWhatIsChosen() {
    assertThat(
            said(
                timeseries("GPUs")
                    .query("sum(runai_gpu_count_per_node" + CHOSEN + ")", "this node")
                    .query("avg(runai_gpu_count_per_node{clusterId=\"$clusterId\"})", "all")))
        .isEmpty();
  }

  @Test
  void aQueryWhoseLegendTellsTheValuesApart() {
    assertThat(
            said(
                timeseries("GPUs")
                    .query(
                        "sum by (node) (runai_gpu_count_per_node{clusterId=\"$clusterId\"})",
                        "{{node}}")))
        .noneMatch(line -> line.contains("'node'"));
  }

  @Test
  void aGraphThatLooksBackFurtherThanItShows() {
    String days = "avg(avg_over_time(runai_gpu_utilization_per_node" + CHOSEN + "[5d]))";
    assertThat(said(timeseries("Work").query(days, "")))
        .containsExactly(
            "warning: the window of 5d is longer than the time range, which is 6h [long-window]");
    assertThat(said(timeseries("Work").query(days, "").over("7d"))).isEmpty();
    assertThat(said(stat("Work").query(days, ""))).isEmpty();
  }

  @Test
  void thresholdsInPercentOfARatio() {
    assertThat(
            said(
                stat("Share")
                    .query("max(runai_gpu_utilization_per_node" + CHOSEN + ") / 100", "")
                    .thresholds(from(0, Color.GREEN), from(80, Color.RED))))
        .containsExactly(
            "error: no value reaches the threshold 80: the values are 0 to 1 [threshold-scale]");
  }

  @Test
  void thresholdsAsSharesOfPercent() {
    String query = "max(runai_gpu_utilization_per_node" + CHOSEN + ")";
    assertThat(
            said(
                stat("Work").query(query, "").thresholds(from(0, Color.GREEN), from(1, Color.RED))))
        .containsExactly(
            "warning: the highest threshold is 1, and the values are percent, 0 to 100"
                + " [threshold-scale]");
    assertThat(
            said(
                stat("Work")
                    .query(query, "")
                    .thresholds(from(0, Color.GREEN), from(80, Color.RED))))
        .isEmpty();
  }

  @Test
  void aTableOfAWholeTimeRangeAndAGraphOfOneMoment() {
    String query = "sum by (node) (runai_gpu_count_per_node" + CHOSEN + ")";
    assertThat(
            said(
                asking(Target.When.RANGE, table("Nodes").query(query, "GPUs")),
                asking(Target.When.NOW, timeseries("GPUs").query(query, "{{node}}"))))
        .containsExactly(
            "error: a query asks for the whole time range, and the panel shows one moment"
                + " [wrong-time]",
            "error: a query asks for one moment, and the panel shows what was when [wrong-time]");
  }

  private static Panel asking(Target.When when, Panel panel) {
    Frame frame = panel.frame();
    Frame.Data data = frame.data();
    List<Target> targets =
        data.targets().stream()
            .map(it -> new Target(it.promql(), it.legend(), when, it.mayBeEmpty(), it.origin()))
            .toList();
    return panel.withFrame(
        new Frame(
            frame.heading(),
            new Frame.Data(targets, data.transformations(), data.timeFrom(), data.interval()),
            frame.looks(),
            frame.space(),
            frame.availability()));
  }
}
