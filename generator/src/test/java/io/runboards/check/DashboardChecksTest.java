package io.runboards.check;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.USER;
import static io.runboards.catalog.Runai.ALLOCATED_GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_GPU;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.text;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.RunaiRetired;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.finding.Excerpt;
import io.runboards.finding.Finding;
import io.runboards.flow.World;
import io.runboards.query.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a dashboard is said in these words, at the line that wrote it. */
class DashboardChecksTest {
  private static final ValuesOf CLUSTER = valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE).named("cluster");
  private static final ValuesOf ONE_NODE = valuesOf(NODE, GPU_COUNT_PER_NODE).within(CLUSTER);

  private static Series gpus() {
    return max(metric(GPU_COUNT_PER_NODE).where(CLUSTER.chosen())).by(CLUSTER_ID, NODE);
  }

  private static Dashboard good() {
    return with(timeseries("GPUs").query(gpus(), "{{node}}"));
  }

  private static Dashboard with(Panel... panels) {
    return dashboard("some-nodes", "Some nodes").variables(CLUSTER).rows(row(panels));
  }

  /** All remarks, each as it is printed, without the line number, which changes with this file. */
  private static List<String> remarks(ClusterVersion version, Dashboard... dashboards) {
    Workspace workspace = Workspace.of(List.of(dashboards), World.standard(), version);
    return DashboardChecks.check(workspace).stream()
        .filter(remark -> !remark.finding().severity().label().equals("info"))
        .map(DashboardChecksTest::shown)
        .toList();
  }

  private static List<String> remarks(Dashboard... dashboards) {
    return remarks(ClusterVersion.V2_17, dashboards);
  }

  private static String shown(Remark remark) {
    Finding finding = remark.finding();
    String line =
        finding.toString().replaceFirst("DashboardChecksTest.java:\\d+ ", "LINE ")
            + " ["
            + finding.id()
            + "]";
    line = line.replaceAll("DashboardChecksTest.java:\\d+", "LINE");
    return remark.text().isEmpty()
        ? line
        : line + "\n" + Excerpt.of(remark.text(), finding.place());
  }

  @Test
  void nothingIsSaidOfAGoodDashboard() {
    assertThat(remarks(good())).isEmpty();
  }

  @Test
  void aRemarkNamesTheLineOfTheQuery() {
    Dashboard wrong = with(stat("GPUs").query("runai_gpu_count_per_nod", ""));
    int line = new Throwable().getStackTrace()[0].getLineNumber() - 1;
    Workspace workspace = Workspace.of(List.of(wrong), World.standard(), ClusterVersion.V2_17);
    assertThat(DashboardChecks.check(workspace))
        .filteredOn(remark -> remark.finding().id().equals("unknown-metric"))
        .singleElement()
        .extracting(remark -> remark.finding().place().source())
        .isEqualTo("DashboardChecksTest.java:" + line + " some-nodes \"GPUs\"");
  }

  @Test
  void aLabelThatTheMetricLacks() {
    assertThat(
            remarks(
                with(
                    timeseries("Load")
                        .query(
                            "avg by (project) (runai_gpu_utilization_per_gpu"
                                + "{clusterId=\"$cluster\"})",
                            ""))))
        .containsExactly(
            """
            LINE some-nodes "Load":1:9: error: 'project' is not a label of \
            runai_gpu_utilization_per_gpu; it has clusterId, gpu, node [unknown-label]
              avg by (project) (runai_gpu_utilization_per_gpu{clusterId="$cluster"})
                      ^^^^^^^\
            """);
  }

  @Test
  void aMetricThatNobodyKnows() {
    assertThat(
            remarks(
                with(stat("GPUs").query("sum(runai_gpus_per_node{clusterId=\"$cluster\"})", ""))))
        .containsExactly(
            """
            LINE some-nodes "GPUs":1:5: error: there is no metric 'runai_gpus_per_node' in the \
            catalog. Did you mean runai_gpu_count_per_node or runai_gpu_utilization_per_node or \
            runai_requested_gpus_per_workload? [unknown-metric]
              sum(runai_gpus_per_node{clusterId="$cluster"})
                  ^^^^^^^^^^^^^^^^^^^\
            """);
  }

  @Test
  void aMetricThatTheVersionLacks() {
    Dashboard swap =
        with(stat("Swap").query(sum(metric(RunaiRetired.JOB_SWAP_MEMORY_USED_BYTES)), ""));
    assertThat(remarks(ClusterVersion.V2_16, swap))
        .noneMatch(remark -> remark.contains("[removed-metric]"));
    assertThat(remarks(ClusterVersion.V2_17, swap))
        .contains(
            """
            LINE some-nodes "Swap":1:5: error: runai_job_swap_memory_used_bytes is gone from 2.17 \
            on, and nothing replaces it [removed-metric]
              sum(runai_job_swap_memory_used_bytes)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
            """);
  }

  @Test
  void aVariableThatTheDashboardLacks() {
    assertThat(
            remarks(
                with(
                    stat("GPUs of $nod")
                        .query(
                            "sum(runai_gpu_count_per_node{clusterId=\"$clster\"})", "$cluster"))))
        .containsExactly(
            """
            LINE some-nodes "GPUs of $nod":1:41: error: the dashboard has no variable 'clster'; \
            did you mean cluster? [unknown-variable]
              sum(runai_gpu_count_per_node{clusterId="$clster"})
                                                      ^^^^^^^\
            """,
            "LINE some-nodes \"GPUs of $nod\":1:1: error: the dashboard has no variable 'nod';"
                + " it has datasource, cluster [unknown-variable]");
  }

  @Test
  void aLinkToNowhere() {
    assertThat(
            remarks(
                good(),
                dashboard("runai-node", "Node")
                    .variables(CLUSTER, ONE_NODE)
                    .rows(
                        row(
                            stat("GPUs")
                                .query(
                                    sum(
                                        metric(GPU_COUNT_PER_NODE)
                                            .where(CLUSTER.chosen(), ONE_NODE.chosen())))
                                .drillDown(linkTo("runai-nod", "Node"))
                                .drillDown(linkTo("some-nodes", "Nodes").carrying(CLUSTER_ID, GPU))
                                .drillDown(
                                    linkTo("runai-node", "Itself").carryingAs(USER, NODE))))))
        .containsExactly(
            "LINE runai-node \"GPUs\":1:1: error: the link 'Node': there is no dashboard"
                + " 'runai-nod'; did you mean runai-node? [broken-link]",
            "LINE runai-node \"GPUs\":1:1: error: the link 'Nodes': some-nodes has no variable for"
                + " 'gpu'; it has some for clusterId [broken-link]",
            "LINE runai-node \"GPUs\":1:1: error: the link 'Itself': nothing here knows a 'user' to"
                + " carry to runai-node: no label of the result, no variable [broken-link]");
  }

  @Test
  void aLinkFillsTheTextAndTheListThatHoldItsLabel() {
    Dashboard node =
        dashboard("one-node", "Node")
            .variables(
                Variable.textBox("node", "Node", "").holding(NODE),
                Variable.listed("cluster", "Cluster", "a", "b").holding(CLUSTER_ID))
            .rows(
                row(
                    stat("A")
                        .query(
                            "sum(runai_gpu_count_per_node{clusterId=\"$cluster\",node=\"$node\"})",
                            "")));
    assertThat(
            remarks(
                node,
                with(
                    stat("GPUs")
                        .query(gpus())
                        .drillDown(linkTo("one-node", "Node").carrying(CLUSTER_ID, NODE)))))
        .isEmpty();
  }

  @Test
  void aLinkThatCarriesWhatNobodyKnows() {
    Dashboard project =
        dashboard("runai-project", "Project")
            .variables(valuesOf(PROJECT, io.runboards.catalog.Runai.PROJECT_INFO))
            .rows(row(stat("A").query("count(runai_project_info{project=\"$project\"})", "")));
    assertThat(
            remarks(
                project,
                with(
                    stat("GPUs")
                        .query(gpus())
                        .drillDown(linkTo("runai-project", "Project").carrying(PROJECT)))))
        .containsExactly(
            "LINE some-nodes \"GPUs\":1:1: error: the link 'Project': nothing here knows a"
                + " 'project' to carry to runai-project: no label of the result, no variable"
                + " [broken-link]");
  }

  @Test
  void twoDashboardsWithOneUid() {
    Dashboard second =
        dashboard("some-nodes", "Other nodes")
            .variables(CLUSTER)
            .rows(row(stat("GPUs").query(gpus())));
    assertThat(remarks(good(), second))
        .containsExactly(
            "LINE some-nodes:1:1: error: the uid is that of 'Some nodes' in LINE, too"
                + " [duplicate-uid]");
  }

  @Test
  void twoDashboardsWithOneTitleInAFolder() {
    Dashboard second =
        dashboard("other-nodes", "Some nodes")
            .variables(CLUSTER)
            .rows(row(stat("GPUs").query(gpus())));
    assertThat(remarks(good().in("Run:ai"), second.in("Run:ai")))
        .containsExactly(
            "LINE other-nodes:1:1: error: the title 'Some nodes' is that of some-nodes in the"
                + " folder 'Run:ai', too [duplicate-title]");
    assertThat(remarks(good().in("Run:ai"), second.in("Other"))).isEmpty();
  }

  @Test
  void aUidThatIsTooLong() {
    String uid = "runai-a-dashboard-about-all-the-gpu-nodes";
    assertThat(
            remarks(
                dashboard(uid, "Nodes").variables(CLUSTER).rows(row(stat("GPUs").query(gpus())))))
        .containsExactly(
            "LINE " + uid + ":1:1: error: the uid has 41 characters; Grafana takes 40 [uid-form]");
    assertThat(
            remarks(
                dashboard(uid.substring(0, 40), "Nodes")
                    .variables(CLUSTER)
                    .rows(row(stat("GPUs").query(gpus())))))
        .isEmpty();
  }

  @Test
  void aUidThatDoesNotReadWell() {
    assertThat(
            remarks(
                dashboard("Runai_Nodes", "Nodes")
                    .variables(CLUSTER)
                    .rows(row(stat("GPUs").query(gpus())))))
        .containsExactly(
            "LINE Runai_Nodes:1:1: error: the uid must be small letters and digits with single"
                + " hyphens between them [uid-form]");
  }

  @Test
  void aLegendThatNamesADroppedLabel() {
    assertThat(remarks(with(timeseries("GPUs").query(gpus(), "{{gpu}} of {{node}}"))))
        .containsExactly(
            """
            LINE some-nodes "GPUs":1:1: error: the legend '{{gpu}} of {{node}}' names 'gpu', which \
            the result does not have; it has clusterId, node [legend-label]
              max by (clusterId, node) (runai_gpu_count_per_node{clusterId="$cluster"})
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
            """);
  }

  @Test
  void aUnitThatContradictsTheQuery() {
    Series used = max(metric(GPU_UTILIZATION_PER_NODE).where(CLUSTER.chosen())).by(NODE);
    assertThat(remarks(with(timeseries("Load").query(used, "{{node}}").unit(Unit.BYTES))))
        .containsExactly(
            """
            LINE some-nodes "Load":1:1: error: the unit 'bytes' contradicts the query, which \
            results in percent [unit-contradiction]
              max by (node) (runai_gpu_utilization_per_node{clusterId="$cluster"})
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
            """);
    assertThat(
            remarks(
                with(
                    timeseries("Load")
                        .query(used, "Load")
                        .parts(Part.named("Load").unit(Unit.RATIO)))))
        .singleElement()
        .asString()
        .contains("the unit 'percentunit' contradicts the query, which results in percent");
    assertThat(remarks(with(timeseries("Load").query(used, "Load").unit(Unit.PERCENT)))).isEmpty();
  }

  @Test
  void fiftyPanels() {
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      panels.add(stat("GPUs " + i).query(gpus()));
    }
    assertThat(remarks(with(panels.toArray(Panel[]::new))))
        .containsExactly(
            "LINE some-nodes:1:1: error: has 50 panels; 49 are the most. Move some to a dashboard"
                + " of their own and link to it [too-many-panels]");
    assertThat(remarks(with(panels.subList(0, 49).toArray(Panel[]::new)))).isEmpty();
  }

  @Test
  void aPlaceOfOneInstallation() {
    assertThat(
            remarks(
                with(
                    stat("A").query("sum(runai_gpu_count_per_node{node=\"gpu-1\"})", ""),
                    stat("B").query("up{job=\"x\", instance=~\"10\\\\.0\\\\.0\\\\.7:.+\"}", ""),
                    stat("C").query("up{job=\"dcgm:9400\"}", ""),
                    text("D", "Ask prometheus.example.org:9090 for more."))))
        .containsExactly(
            """
            LINE some-nodes "A":1:30: error: node="gpu-1" holds for one installation, and the \
            dashboard is for all. Let a variable choose it [hard-coded-place]
              sum(runai_gpu_count_per_node{node="gpu-1"})
                                           ^^^^^^^^^^^^\
            """,
            """
            LINE some-nodes "B":1:13: error: instance=~"10\\\\.0\\\\.0\\\\.7:.+" holds for one \
            installation, and the dashboard is for all. Let a variable choose it [hard-coded-place]
              up{job="x", instance=~"10\\\\.0\\\\.0\\\\.7:.+"}
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
            """,
            """
            LINE some-nodes "C":1:4: error: job="dcgm:9400" holds for one installation, and the \
            dashboard is for all. Let a variable choose it [hard-coded-place]
              up{job="dcgm:9400"}
                 ^^^^^^^^^^^^^^^\
            """,
            "LINE some-nodes \"D\":1:1: error: names an address of one installation. Let a variable"
                + " choose it [hard-coded-place]",
            "LINE some-nodes:1:1: warning: nothing asks for the variable 'cluster'"
                + " [unused-variable]");
    assertThat(
            remarks(
                with(
                    stat("A").query("up{job=\"x\", instance=\"$cluster\"}", ""),
                    stat("B").query("up{job=\"x\", instance!=\"\"}", ""),
                    stat("C")
                        .query(
                            "sum(runai_gpu_count_per_node{clusterId=\"$cluster\",node=~\"gpu-.+\"})",
                            ""),
                    text("D", "Look at 10:30 for 5:1."))))
        .isEmpty();
  }

  @Test
  void aPanelWithoutAQuery() {
    assertThat(remarks(with(stat("GPUs").query(gpus()), stat("Nothing"))))
        .containsExactly("LINE some-nodes \"Nothing\":1:1: error: has no query [empty-panel]");
  }

  @Test
  void wordsAboutASeriesThatIsNotThere() {
    assertThat(
            remarks(
                with(
                    timeseries("GPUs")
                        .query(sum(gpus()), "Capacity")
                        .parts(Part.named("Capacty").dashed()))))
        .containsExactly(
            "LINE some-nodes \"GPUs\":1:1: error: no series is called 'Capacty'; did you mean"
                + " Capacity? [unknown-part]");
  }

  @Test
  void aColumnThatNoQueryFills() {
    assertThat(
            remarks(
                with(
                    table("Nodes")
                        .query(gpus(), "GPUs")
                        .columns(
                            Table.column(NODE, "Node"),
                            Table.column(PROJECT, "Project"),
                            Table.column("GPU")))))
        .containsExactly(
            "LINE some-nodes \"Nodes\":1:1: error: the column 'Project': no query results in"
                + " 'project' [unknown-part]",
            "LINE some-nodes \"Nodes\":1:1: error: no query has the legend 'GPU'; did you mean"
                + " GPUs? [unknown-part]");
  }

  @Test
  void unlikeUnitsOnOneAxis() {
    Series load = max(metric(GPU_UTILIZATION_PER_GPU).where(CLUSTER.chosen()));
    Series memory = promql("max(runai_node_used_memory_bytes{clusterId=\"$cluster\"})");
    assertThat(remarks(with(timeseries("Both").query(load, "Load").query(memory, "Memory"))))
        .containsExactly(
            "LINE some-nodes \"Both\":1:1: warning: has one axis for percent and bytes. Give one of"
                + " them an axis onTheRight(), or a panel of its own [mixed-axis]");
    assertThat(
            remarks(
                with(
                    timeseries("Both")
                        .query(load, "Load")
                        .query(memory, "Memory")
                        .parts(Part.named("Memory").onTheRight()))))
        .isEmpty();
  }

  private static Series promql(String text) {
    return io.runboards.query.Queries.promql(text);
  }

  @Test
  void aVariableWhoseChoiceChangesNothing() {
    assertThat(
            remarks(
                dashboard("some-nodes", "Some nodes")
                    .variables(CLUSTER, ONE_NODE)
                    .rows(row(stat("GPUs").query(gpus())))))
        .containsExactly(
            "LINE some-nodes:1:1: warning: nothing asks for the variable 'node'"
                + " [unused-variable]");
  }

  @Test
  void aSharedPanelThatIsDefinedTwice() {
    Panel here = stat("GPUs").query(gpus()).shared("all-gpus");
    Panel there = stat("GPUs").query(gpus()).shared("all-gpus");
    Dashboard second = dashboard("other-nodes", "Other nodes").variables(CLUSTER).rows(row(there));
    assertThat(remarks(with(here), second))
        .containsExactly(
            "LINE other-nodes \"GPUs\":1:1: error: the shared panel 'all-gpus' is also defined in"
                + " LINE. Define it once, in a method that both dashboards call [shared-panel]");
    Dashboard same = dashboard("other-nodes", "Other nodes").variables(CLUSTER).rows(row(here));
    assertThat(remarks(with(here), same)).isEmpty();
    assertThat(remarks(with(stat("GPUs").query(gpus()).shared("All GPUs"))))
        .containsExactly(
            "LINE some-nodes \"GPUs\":1:1: error: the uid of a shared panel must be up to 40 small"
                + " letters, digits and hyphens, not 'All GPUs' [shared-panel]");
  }

  @Test
  void aWrongQueryOfAnAnnotation() {
    Dashboard marked =
        good()
            .annotated(
                Annotation.marks("Restarts", promql("changes(runai_gpu_cnt[5m])"), "", Color.RED));
    assertThat(remarks(marked))
        .singleElement()
        .asString()
        .startsWith(
            "LINE some-nodes \"Restarts\":1:9: error: there is no metric 'runai_gpu_cnt' in the"
                + " catalog");
  }

  @Test
  void aVariableWithoutSource() {
    ValuesOf projects = valuesOf(PROJECT, ALLOCATED_GPU_COUNT_PER_NODE);
    assertThat(
            remarks(
                dashboard("some-projects", "Projects")
                    .variables(projects)
                    .rows(
                        row(
                            stat("Projects")
                                .query("count(runai_project_info{project=\"$project\"})", "")))))
        .containsExactly(
            "LINE some-projects:1:1: error: the variable 'project':"
                + " runai_allocated_gpu_count_per_node has no label 'project' [variable-metric]");
  }
}
