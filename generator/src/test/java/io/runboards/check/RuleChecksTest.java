package io.runboards.check;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.USER;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Runai.ALLOCATED_GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.promql;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.Dashboard;
import io.runboards.finding.Excerpt;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.GroupLimits;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is wrong with a rule is said in these words, at the line that wrote it. */
class RuleChecksTest {
  private static final Label SLO = Label.bounded("slo", "Name of the objective");
  private static final Label SERVICE = Label.bounded("service", "What is promised");

  /** Rules that a check lets pass, rules that it objects to, and what it says of them. */
  private record Case(String check, RuleBook good, RuleBook bad, List<String> says) {}

  private static Case of(String check, RuleBook good, RuleBook bad, String... says) {
    return new Case(check, good, bad, List.of(says));
  }

  // Rules to begin with

  private static final Recording ALLOCATED =
      recorded(
          "cluster:runai_gpu_allocated:sum",
          Unit.GPUS,
          "sum by (clusterId) (runai_allocated_gpu_count_per_node)",
          CLUSTER_ID);

  private static final Alert FULL =
      alert("ClusterFull", Urgency.INFO, ALLOCATED.read().above(100))
          .holding("6h")
          .summary("{{ $labels.clusterId }} has {{ $value | humanize }} GPUs in use")
          .description("New workloads wait until others end.")
          .lookAt(linkTo("a-cluster", "Cluster").carrying(CLUSTER_ID))
          .runbook(
              means("No GPU was free for six hours.")
                  .matters("Workloads wait.")
                  .steps("Look for idle workloads.")
                  .silence("When more hardware is on its way."));

  private static final RuleTest BUSY =
      test("all GPUs in use for six hours")
          .given(
              series(
                  ALLOCATED_GPU_COUNT_PER_NODE,
                  "101x400",
                  with(CLUSTER_ID, "c1"),
                  with(NODE, "n1")))
          .silent("5h59m", FULL)
          .fires("6h", FULL, 101, with(CLUSTER_ID, "c1"))
          .records("1m", ALLOCATED, 101, with(CLUSTER_ID, "c1"));

  private static RuleBook good() {
    return tested(List.of(ALLOCATED, FULL), BUSY);
  }

  private static Recording recorded(String name, Unit unit, String query, Label... labels) {
    return recording(Metric.gauge(name, unit, labels), promql(query));
  }

  private static Alert asking(String query) {
    return alert("SomeAlert", Urgency.WARNING, promql(query)).holding("5m");
  }

  private static RuleBook rules(Rule... rules) {
    return groups(group("capacity", rules));
  }

  private static RuleBook groups(RuleGroup... groups) {
    return new RuleBook(List.of(ruleFile("capacity", "Capacity", "platform").groups(groups)));
  }

  private static RuleBook tested(List<Rule> rules, RuleTest... tests) {
    return new RuleBook(List.of(file("capacity", "capacity", rules).tests(List.of(tests))));
  }

  private static RuleFile file(String name, String group, List<Rule> rules) {
    return ruleFile(name, "Capacity", "platform").groups(group(group, rules));
  }

  private static final List<Case> CASES =
      List.of(
          of(
              "always-fires",
              rules(
                  asking("vector(1)"),
                  asking("absent(runai_gpu_count_per_node)"),
                  asking("runai_gpu_count_per_node unless runai_gpu_utilization_per_node"),
                  asking("sum(runai_gpu_count_per_node > 8)"),
                  asking("ALERTS{alertstate=\"firing\"}")),
              rules(
                  asking("sum(runai_gpu_count_per_node) > bool 8"),
                  asking("sum by (node) (runai_gpu_count_per_node)"),
                  asking("sum(runai_gpu_count_per_node > 8) or vector(0)"),
                  asking("time()")),
              """
              LINE SomeAlert:1:1: error: always fires: with bool the result is 0 or 1, and both \
              fire. Leave bool out
                sum(runai_gpu_count_per_node) > bool 8
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:1: error: always fires: the query has a result as long as its \
              series are there. Compare it with a number
                sum by (node) (runai_gpu_count_per_node)
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:1: error: always fires: the query has a result at any time
                sum(runai_gpu_count_per_node > 8) or vector(0)
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:1: error: always fires: the query has a result at any time
                time()
                ^^^^^^\
              """),
          of(
              "broken-link",
              rules(ALLOCATED, FULL),
              rules(
                  ALLOCATED,
                  FULL.lookAt(
                      linkTo("a-clustr", "Nowhere"),
                      linkTo("a-cluster", "Project").carrying(PROJECT),
                      linkTo("a-cluster", "User").carryingAs(USER, CLUSTER_ID))),
              "LINE ClusterFull:1:1: error: the link 'Nowhere': there is no dashboard "
                  + "'a-clustr'; did you mean a-cluster?",
              "LINE ClusterFull:1:1: error: the link 'Project': a-cluster has no variable for "
                  + "'project'; it has some for clusterId",
              "LINE ClusterFull:1:1: error: the link 'User': nothing here knows a 'user' to "
                  + "carry to a-cluster: no label of the result"),
          of(
              "duplicate-alert",
              good(),
              groups(group("a", FULL), group("b", FULL.holding("1h"))),
              "LINE ClusterFull:1:1: error: an alert in LINE has this name, too"),
          of(
              "duplicate-group",
              good(),
              new RuleBook(
                  List.of(
                      file("one", "capacity", List.of(ALLOCATED)),
                      file("two", "capacity", List.of(FULL)))),
              "LINE capacity:1:1: error: a group in LINE has this name, too"),
          of(
              "duplicate-record",
              rules(
                  sli("slo:error:ratio_rate5m", Unit.RATIO).with(SLO, "a"),
                  sli("slo:error:ratio_rate5m", Unit.RATIO).with(SLO, "b")),
              rules(
                  sli("slo:error:ratio_rate5m", Unit.RATIO).with(SLO, "a"),
                  sli("slo:error:ratio_rate5m", Unit.RATIO).with(SLO, "a"),
                  sli("slo:error:ratio_rate5m", Unit.COUNT).with(SLO, "b")),
              "LINE slo:error:ratio_rate5m:1:1: error: the rule in LINE writes it, too. Give "
                  + "each a label of its own with(LABEL, VALUE), or drop one",
              "LINE slo:error:ratio_rate5m:1:1: error: the rule in LINE declares another unit "
                  + "or other labels for this metric"),
          of(
              "duplicate-rule-file",
              good(),
              new RuleBook(
                  List.of(
                      file("one", "first", List.of(ALLOCATED)),
                      file("one", "second", List.of(FULL)))),
              "LINE one:1:1: error: the rules about 'Capacity' in LINE have this name, too"),
          of(
              "gpu-utilization-high",
              rules(
                  asking("avg by (node) (runai_gpu_utilization_per_gpu) < 10"),
                  asking("max by (node) (runai_gpu_utilization_per_gpu) > 0"),
                  asking("max by (node) (runai_gpu_memory_used_mebibytes_per_gpu) > 1e6"),
                  asking(
                      "max(runai_gpu_utilization_per_gpu) - min(runai_gpu_utilization_per_gpu)"
                          + " > 80"),
                  asking(
                      "runai_gpu_utilization_per_node > 90 and on (node)"
                          + " runai_allocated_gpu_count_per_node == 0")),
              rules(
                  load(),
                  asking("avg by (node) (runai_gpu_utilization_per_gpu) > 95"),
                  asking("0.9 <= avg_over_time(DCGM_FI_PROF_GR_ENGINE_ACTIVE[10m])"),
                  asking("cluster:runai_gpu_utilization:avg / 100 > 0.95"),
                  asking("count(runai_gpu_utilization_per_gpu > 90) > 5")),
              """
              LINE SomeAlert:1:1: error: fires because GPUs are busy, and training keeps them so \
              for days. Ask what goes wrong then: who waits, what is hot or slow
                avg by (node) (runai_gpu_utilization_per_gpu) > 95
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:1: error: fires because GPUs are busy, and training keeps them so \
              for days. Ask what goes wrong then: who waits, what is hot or slow
                0.9 <= avg_over_time(DCGM_FI_PROF_GR_ENGINE_ACTIVE[10m])
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:1: error: fires because GPUs are busy, and training keeps them so \
              for days. Ask what goes wrong then: who waits, what is hot or slow
                cluster:runai_gpu_utilization:avg / 100 > 0.95
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:7: error: fires because GPUs are busy, and training keeps them so \
              for days. Ask what goes wrong then: who waits, what is hot or slow
                count(runai_gpu_utilization_per_gpu > 90) > 5
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """),
          of(
              "group-limit",
              groups(chain("chain", 20), group("alerts", many(30))),
              groups(chain("chain", 21), group("alerts", many(1390))),
              "LINE chain:1:1: error: 21 rules of the group read each other; a ruler takes 20 "
                  + "in a group. Put some that others read into a group of their own",
              "LINE capacity:1:1: error: with this file there are 72 groups; a ruler takes 70 "
                  + "from a tenant. Put rules with the same interval together"),
          of(
              "missing-runbook",
              good(),
              rules(
                  FULL.runbook(means("No GPU is free.").steps("Wait.")),
                  asking("sum(runai_gpu_count_per_node) > 8")),
              "LINE ClusterFull:1:1: error: the runbook does not say: matters, silence",
              "LINE SomeAlert:1:1: error: the alert has no runbook"),
          of(
              "missing-words",
              good(),
              rules(FULL.summary(" "), FULL.description("")),
              "LINE ClusterFull:1:1: error: the alert has no summary",
              "LINE ClusterFull:1:1: error: the alert has no description"),
          of(
              "nameless-summary",
              rules(
                  ALLOCATED,
                  FULL,
                  asking("sum(runai_gpu_count_per_node) > 8").summary("Many GPUs")),
              rules(ALLOCATED, FULL.summary("A cluster has {{ $value }} GPUs in use")),
              """
              LINE ClusterFull:1:1: warning: the summary is the same for each series; it could \
              name clusterId. Write {{ $labels.clusterId }} into it
                A cluster has {{ $value }} GPUs in use
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """),
          of(
              "never-fires",
              rules(
                  asking("absent(runai_gpu_count_per_node) == 1"),
                  asking("(vector(1) > 2) or runai_gpu_count_per_node > 8"),
                  asking("runai_gpu_count_per_node != runai_gpu_count_per_node"),
                  asking(
                      "runai_gpu_count_per_node{node=\"a\"} and on (clusterId)"
                          + " runai_gpu_count_per_node{node=\"b\"}")),
              rules(
                  asking("vector(1) > 2"),
                  asking("sum(absent(runai_gpu_count_per_node) > 1)"),
                  asking("runai_gpu_count_per_node > 8 unless runai_gpu_count_per_node > 8"),
                  asking(
                      "runai_gpu_count_per_node{node=\"a\"} > 8 and on (node) max by (node)"
                          + " (runai_gpu_count_per_node{node=\"b\"})")),
              """
              LINE SomeAlert:1:1: error: never true: the left side is always 1, the right side 2
                vector(1) > 2
                ^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:5: error: never true: the left side is always 1, the right side 1
                sum(absent(runai_gpu_count_per_node) > 1)
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:1: error: has no result: both sides are the same
                runai_gpu_count_per_node > 8 unless runai_gpu_count_per_node > 8
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:1: error: nothing matches: 'node' is 'a' on the left and 'b' on the \
              right
                runai_gpu_count_per_node{node="a"} > 8 and on (node) max by (node) (runai_gpu_count_per_node{node="b…
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """),
          of(
              "record-name",
              rules(
                  ALLOCATED,
                  load(),
                  recorded(
                      "gpu:runai_gpu_utilization:avg10m",
                      Unit.PERCENT,
                      "max by (clusterId, node, gpu)"
                          + " (avg_over_time(runai_gpu_utilization_per_gpu[10m]))",
                      CLUSTER_ID,
                      NODE,
                      GPU),
                  recorded(
                      "project_node:runai_gpu_hours:sum1h",
                      Unit.GPU_HOURS,
                      "sum by (clusterId, project, node) (sum_over_time(x[1h:1m])) / 60",
                      CLUSTER_ID,
                      PROJECT,
                      NODE),
                  sli("slo:error:ratio_rate5m", Unit.RATIO),
                  recorded("all:runai_gpus:sum", Unit.GPUS, "sum(runai_gpu_count_per_node)"),
                  recorded(
                      "cluster:tokens:p99",
                      Unit.SECONDS,
                      "histogram_quantile(0.99, sum by (le) (rate(x_bucket[5m])))",
                      CLUSTER_ID)),
              rules(
                  recorded("gpus", Unit.GPUS, "sum(runai_gpu_count_per_node)"),
                  recorded(
                      "node:runai_gpus:sum",
                      Unit.GPUS,
                      "sum by (clusterId) (runai_gpu_count_per_node)",
                      CLUSTER_ID),
                  recorded(
                      "cluster:runai_gpus:sum",
                      Unit.GPUS,
                      "sum by (clusterId, node) (runai_gpu_count_per_node)",
                      CLUSTER_ID,
                      NODE),
                  recorded(
                      "cluster:runai_gpus:total",
                      Unit.GPUS,
                      "sum by (clusterId) (runai_gpu_count_per_node)",
                      CLUSTER_ID),
                  recorded(
                      "cluster:runai_gpu_utilization:avg5m",
                      Unit.PERCENT,
                      "avg by (clusterId) (avg_over_time(runai_gpu_utilization_per_gpu[10m]))",
                      CLUSTER_ID),
                  recorded(
                      "cluster:runai_gpu_utilization:max_avg",
                      Unit.PERCENT,
                      "avg by (clusterId) (max by (clusterId, node, gpu)"
                          + " (runai_gpu_utilization_per_gpu))",
                      CLUSTER_ID),
                  recorded(
                      "cluster:runai_gpu_utilization:max",
                      Unit.PERCENT,
                      "avg by (clusterId) (max by (clusterId, node, gpu)"
                          + " (runai_gpu_utilization_per_gpu))",
                      CLUSTER_ID)),
              "LINE gpus:1:1: error: a recorded metric is named level:metric:operations. Call "
                  + "it all:gpus:sum",
              "LINE node:runai_gpus:sum:1:1: error: the level 'node' is not made of the "
                  + "metric's labels: clusterId. Call it cluster:runai_gpus:sum",
              "LINE cluster:runai_gpus:sum:1:1: error: the level 'cluster' does not name: "
                  + "node. Call it node:runai_gpus:sum",
              "LINE cluster:runai_gpus:total:1:1: error: 'total' is no operation such as sum, "
                  + "avg10m, rate5m, ratio or p99. Call it cluster:runai_gpus:sum",
              "LINE cluster:runai_gpu_utilization:avg5m:1:1: error: the query has no 'avg5m'; "
                  + "it has avg, avg10m. Call it cluster:runai_gpu_utilization:avg10m",
              "LINE cluster:runai_gpu_utilization:max_avg:1:1: error: the operations of the "
                  + "query, the outer ones first, are avg, max. Call it "
                  + "cluster:runai_gpu_utilization:avg",
              "LINE cluster:runai_gpu_utilization:max:1:1: error: the outermost operation of "
                  + "the query is 'avg'. Call it cluster:runai_gpu_utilization:avg"),
          of(
              "recorded-labels",
              rules(
                  ALLOCATED,
                  sli("slo:error:ratio_rate5m", Unit.RATIO).with(SLO, "a"),
                  recorded("all:x:sum", Unit.GPUS, "sum(unknown_metric)")),
              rules(
                  recorded(
                      "cluster:runai_gpus:sum",
                      Unit.MEBIBYTES,
                      "sum by (clusterId, node) (runai_gpu_count_per_node)",
                      CLUSTER_ID),
                  recorded(
                      "project:runai_gpus:sum",
                      Unit.GPUS,
                      "sum(runai_gpu_count_per_node)",
                      CLUSTER_ID,
                      PROJECT)),
              "LINE cluster:runai_gpus:sum:1:1: error: the metric declares the label "
                  + "clusterId, but the rule results in the labels clusterId, node",
              "LINE cluster:runai_gpus:sum:1:1: error: the metric declares the unit 'MiB', "
                  + "but the query results in GPUs",
              "LINE project:runai_gpus:sum:1:1: error: the metric declares the labels "
                  + "clusterId, project, but the rule results in no label"),
          of(
              "rule-cycle",
              good(),
              rules(
                  copy("all:a:sum", "all:b:sum"),
                  copy("all:b:sum", "all:c:sum"),
                  copy("all:c:sum", "all:b:sum"),
                  copy("all:d:sum", "all:d:sum")),
              "LINE all:b:sum:1:1: error: the rules read each other: all:b:sum → all:c:sum → "
                  + "all:b:sum",
              "LINE all:d:sum:1:1: error: the rules read each other: all:d:sum → all:d:sum"),
          of(
              "rule-name",
              good(),
              new RuleBook(
                  List.of(
                      file(
                          "GPU_Nodes",
                          "gpu nodes",
                          List.of(alert("gpu_is-hot", Urgency.INFO, FULL.series()))))),
              "LINE GPU_Nodes:1:1: error: files are named like gpu-nodes. Call it gpu-nodes",
              "LINE gpu nodes:1:1: error: groups are named like gpu-nodes. Call it gpu-nodes",
              "LINE gpu_is-hot:1:1: error: alerts are named like ClusterFull. Call it "
                  + "GpuIsHot"),
          of(
              "rule-order",
              groups(
                  group("first", copy("all:b:sum", "all:a:sum")),
                  group("second", copy("all:a:sum", "up"))),
              rules(copy("all:b:sum", "all:a:sum"), copy("all:a:sum", "up")),
              """
              LINE all:b:sum:1:5: error: the rule that writes it comes later in the group \
              'capacity', so this reads the value of the round before. Move that rule up
                sum(all:a:sum)
                    ^^^^^^^^^\
              """),
          of(
              "short-for",
              rules(
                  gpuHot().holding("2m"),
                  alert("NoNodes", Urgency.CRITICAL, promql("absent(rate(kube_node_info[5m]))")),
                  alert("FewNodes", Urgency.WARNING, promql("count(kube_node_info) < 3"))),
              rules(
                  gpuHot().holding("1m59s"),
                  load(),
                  alert("Idle", Urgency.INFO, promql("cluster:runai_gpu_utilization:avg < 5")),
                  alert("FewNodes", Urgency.CRITICAL, promql("count(kube_node_info) < 3"))),
              "LINE GpuHot:1:1: error: holds for 1m59s, but reads the GPU metric "
                  + "DCGM_FI_DEV_GPU_TEMP: 2m are the least",
              "LINE Idle:1:1: error: holds for 0s, but reads the GPU metric "
                  + "runai_gpu_utilization_per_gpu: 2m are the least",
              "LINE FewNodes:1:1: warning: pages for a single bad sample. Let it hold for "
                  + "some minutes, or look at a window"),
          of(
              "short-keep-firing",
              groups(group("capacity", FULL.keepFiring("5m")).every("5m")),
              groups(group("capacity", FULL.keepFiring("2m")).every("5m")),
              "LINE ClusterFull:1:1: warning: keeps firing for 2m, but its group is evaluated "
                  + "every 5m only"),
          of(
              "summary-form",
              rules(FULL.summary("{{ $labels.clusterId }} " + "x".repeat(107))),
              rules(
                  FULL.summary("{{ $labels.clusterId }} " + "x".repeat(108)),
                  FULL.summary("one\ntwo")),
              """
              LINE ClusterFull:1:1: error: the summary has about 121 characters; 120 are the most. \
              Move the rest to the description
                {{ $labels.clusterId }} xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE ClusterFull:1:4: error: the summary has more than one line
                one
                   ^\
              """),
          of(
              "template-label",
              rules(
                  ALLOCATED,
                  FULL.description("{{ $externalLabels.cluster }} and {{ $labels.clusterId }}")),
              rules(
                  ALLOCATED,
                  FULL.summary("Node {{ $labels.node }} of {{ $labels.clusterID | toUpper }}"),
                  FULL.description("It is {{ $labels.severity }}.")),
              """
              LINE ClusterFull:1:9: error: the summary names 'node', which the query does not \
              result in; it has clusterId
                Node {{ $labels.node }} of {{ $labels.clusterID | toUpper }}
                        ^^^^^^^^^^^^\
              """,
              """
              LINE ClusterFull:1:31: error: the summary names 'clusterID', which the query does \
              not result in; it has clusterId; did you mean clusterId?
                Node {{ $labels.node }} of {{ $labels.clusterID | toUpper }}
                                              ^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE ClusterFull:1:10: error: the description names 'severity', which the rule adds \
              only after its texts were filled in
                It is {{ $labels.severity }}.
                         ^^^^^^^^^^^^^^^^\
              """),
          of(
              "template-syntax",
              rules(FULL.summary("{{ $value | printf \"%.1f\" }} {{ $labels.clusterId }}")),
              rules(
                  FULL.summary("{{ $value | humanise }} GPUs"),
                  FULL.description("One\nof {{ $labels.clusterId")),
              """
              LINE ClusterFull:1:1: error: the summary: unknown function 'humanise'; there are \
              humanize, humanize1024, humanizeDuration, humanizePercentage, humanizeTimestamp, \
              printf, toUpper, toLower, urlquery
                {{ $value | humanise }} GPUs
                ^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE ClusterFull:2:4: error: the description: '{{' without '}}'
                of {{ $labels.clusterId
                   ^^\
              """),
          of(
              "test-label",
              good(),
              tested(
                  List.of(ALLOCATED, FULL),
                  test("one")
                      .fires("6h", FULL, 101, with(CLUSTER_ID, "c1"), with(NODE, "n1"))
                      .records("1m", ALLOCATED, 101, with(PROJECT, "p1"))),
              "LINE \"one\":1:1: error: ClusterFull has no label 'node'; it has clusterId",
              "LINE \"one\":1:1: error: cluster:runai_gpu_allocated:sum has no label 'project'; "
                  + "it has clusterId"),
          of(
              "unbounded-recording",
              good(),
              rules(
                  recorded(
                      "workload:runai_gpus:sum",
                      Unit.GPUS,
                      "sum by (clusterId, workload_id) (runai_allocated_gpu_count_per_workload)",
                      CLUSTER_ID,
                      WORKLOAD_ID)),
              "LINE workload:runai_gpus:sum:1:1: warning: keeps a series for each "
                  + "'workload_id', and there is no end to them. Group by what they belong to, such "
                  + "as project or node"),
          of(
              "unknown-record",
              rules(ALLOCATED, asking("cluster:runai_gpu_allocated:sum > 5")),
              rules(ALLOCATED, asking("cluster:runai_gpus_allocated:sum > 5")),
              """
              LINE SomeAlert:1:1: error: no rule records 'cluster:runai_gpus_allocated:sum'; did \
              you mean cluster:runai_gpu_allocated:sum?
                cluster:runai_gpus_allocated:sum > 5
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """),
          of(
              "untested-rule",
              good(),
              tested(
                  List.of(ALLOCATED, FULL, asking("sum(runai_gpu_count_per_node) > 8")),
                  test("nothing is there").silent("6h", FULL)),
              "LINE cluster:runai_gpu_allocated:sum:1:1: error: no test says which value it "
                  + "records",
              "LINE ClusterFull:1:1: error: no test makes it fire",
              "LINE ClusterFull:1:1: error: the tests in which it is silent have none of the "
                  + "series that it reads",
              "LINE SomeAlert:1:1: error: no test makes it fire",
              "LINE SomeAlert:1:1: error: no test shows that it is silent when all is well"),
          of(
              "up-alone",
              rules(
                  asking("up == 0 and on (instance) runai_gpu_count_per_node > 0"),
                  asking("count(up) < 5")),
              rules(
                  asking("up{job=\"dcgm-exporter\"} == 0"),
                  asking("1 > max by (job) (max_over_time(up[10m]))")),
              """
              LINE SomeAlert:1:1: error: a failed scrape alone is no reason to wake somebody. Ask \
              for what users lose by it, or for series that are absent
                up{job="dcgm-exporter"} == 0
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:1: error: a failed scrape alone is no reason to wake somebody. Ask \
              for what users lose by it, or for series that are absent
                1 > max by (job) (max_over_time(up[10m]))
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
              """),
          of(
              "variable-in-rule",
              rules(
                  asking(
                      "label_replace(runai_gpu_count_per_node, \"host\", \"$1\", \"node\","
                          + " \"(.*)$\") > 8")),
              rules(
                  asking("sum(runai_gpu_count_per_node{node=~\"$node\"}) > 8"),
                  asking("sum(rate(kube_node_info[$__rate_interval])) > $limit")),
              """
              LINE SomeAlert:1:36: error: a rule knows no variables: nobody chooses a value for \
              '$node'. Group by the label, or write the value
                sum(runai_gpu_count_per_node{node=~"$node"}) > 8
                                                   ^^^^^^^\
              """,
              """
              LINE SomeAlert:1:25: error: a rule knows no variables: nobody chooses a value for \
              '$__rate_interval'. Group by the label, or write the value
                sum(rate(kube_node_info[$__rate_interval])) > $limit
                                        ^^^^^^^^^^^^^^^^\
              """,
              """
              LINE SomeAlert:1:47: error: a rule knows no variables: nobody chooses a value for \
              '$limit'. Group by the label, or write the value
                sum(rate(kube_node_info[$__rate_interval])) > $limit
                                                              ^^^^^^\
              """));

  private static Recording sli(String name, Unit unit) {
    return recorded(
        name,
        unit,
        "sum by (service) (label_replace(rate(request_failure_total[5m]), \"service\", \"$1\","
            + " \"model_name\", \"(.*)\")) / on (service) sum by (service)"
            + " (label_replace(rate(request_success_total[5m]), \"service\", \"$1\","
            + " \"model_name\", \"(.*)\"))",
        SLO,
        SERVICE);
  }

  private static Recording load() {
    return recorded(
        "cluster:runai_gpu_utilization:avg",
        Unit.PERCENT,
        "avg by (clusterId) (max by (clusterId, node, gpu) (runai_gpu_utilization_per_gpu))",
        CLUSTER_ID);
  }

  private static Recording copy(String name, String from) {
    return recorded(name, Unit.BOOLEAN, "sum(" + from + ")");
  }

  private static Alert gpuHot() {
    return alert(
        "GpuHot",
        Urgency.WARNING,
        promql("max by (Hostname, gpu, UUID) (DCGM_FI_DEV_GPU_TEMP) > 85"));
  }

  /** Rules each of which reads the one before. */
  private static RuleGroup chain(String name, int length) {
    return group(
        name,
        IntStream.range(0, length)
            .mapToObj(i -> copy("all:a" + i + ":sum", i == 0 ? "up" : "all:a" + (i - 1) + ":sum"))
            .toList());
  }

  private static List<Alert> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> alert("Alert" + i, Urgency.INFO, promql("count(up) > " + i)))
        .toList();
  }

  // Running them

  private static Dashboard cluster() {
    return dashboard("a-cluster", "Cluster")
        .variables(valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE))
        .rows(
            row(stat("GPUs").query("sum(runai_gpu_count_per_node{clusterId=\"$clusterId\"})", "")));
  }

  private static List<Remark> remarks(RuleBook book, GroupLimits limits) {
    Workspace workspace =
        Workspace.of(List.of(cluster()), book, World.standard(), ClusterVersion.V2_17);
    return RuleChecks.check(workspace, limits);
  }

  /** What a check says, without the numbers of lines, which change with this file. */
  private static List<String> said(String check, RuleBook book) {
    return remarks(book, GroupLimits.USUAL).stream()
        .filter(remark -> remark.finding().id().equals(check))
        .map(RuleChecksTest::shown)
        .toList();
  }

  private static String shown(Remark remark) {
    String line = remark.finding().toString().replaceAll("RuleChecksTest.java:\\d+", "LINE");
    return remark.text().isEmpty()
        ? line
        : line + "\n" + Excerpt.of(remark.text(), remark.finding().place());
  }

  @TestFactory
  Stream<DynamicTest> everyCheckSaysInTheseWordsWhatIsWrong() {
    return CASES.stream()
        .map(it ->
            DynamicTest.dynamicTest(
                it.check(),
                () -> {
                  assertThat(said(it.check(), it.good())).isEmpty();
                  assertThat(said(it.check(), it.bad())).containsExactlyElementsOf(it.says());
                }));
  }

  @Test
  void everyCheckHasACaseAndAPage() {
    assertThat(CASES)
        .extracting(Case::check)
        .containsExactlyElementsOf(RuleChecks.ALL.stream().map(RuleCheck::id).toList())
        .isSorted()
        .doesNotHaveDuplicates();
    CASES.forEach(it -> CheckPages.demand(it.check()));
  }

  @Test
  void nothingIsSaidOfGoodRules() {
    assertThat(remarks(good(), GroupLimits.USUAL)).isEmpty();
  }
}
