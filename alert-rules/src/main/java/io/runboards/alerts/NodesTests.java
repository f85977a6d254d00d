package io.runboards.alerts;

import static io.runboards.alerts.TestCluster.CLUSTER;
import static io.runboards.alerts.TestCluster.inCluster;
import static io.runboards.alerts.TestCluster.node;
import static io.runboards.catalog.Labels.CONDITION;
import static io.runboards.catalog.Labels.CONDITION_STATUS;
import static io.runboards.catalog.Labels.READY;
import static io.runboards.catalog.Labels.SCHEDULABLE;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Installation;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.RuleTest;
import java.util.ArrayList;
import java.util.List;

/** What the alerts about nodes do with given series. */
final class NodesTests {
  private NodesTests() {}

  static List<RuleTest> of(Installation at, Alert notReady, Alert unschedulable) {
    List<RuleTest> tests =
        new ArrayList<>(
            List.of(
                most(),
                notReady(notReady),
                unschedulable(unschedulable),
                memory(),
                pressure(),
                flapping()));
    if (!at.version().isBefore(ClusterVersion.V2_17)) {
      tests.add(withoutKubernetes(at, notReady, unschedulable));
    }
    return List.copyOf(tests);
  }

  private static RuleTest most() {
    return test("the most GPUs of a day, however often a node shows")
        .given(
            gpus("n1", "6x10 8x10 7x10"),
            inCluster(Runai.GPU_COUNT_PER_NODE, "8x30", node("n1"), with("instance", "other")),
            gpus("n2", "4x10 stale"))
        .records("30m", Nodes.GPU_COUNT, 8, CLUSTER, node("n1"))
        .records("30m", Nodes.GPU_COUNT, 4, CLUSTER, node("n2"));
  }

  private static RuleTest notReady(Alert alert) {
    return test("a node that is not ready for five minutes, even if Run:ai forgets it")
        .given(
            gpus("n1", "8 stale"),
            condition("n1", "Ready", "false", "0x20"),
            condition("n1", "Ready", "unknown", "0 1x20"),
            gpus("n2", "8x20"),
            condition("n2", "Ready", "false", "0x20"),
            condition("n2", "Ready", "true", "1x20"),
            condition("cpu-only", "Ready", "false", "1x20"))
        .silent("5m", alert)
        .fires("6m", alert, 8, CLUSTER, node("n1"));
  }

  private static RuleTest unschedulable(Alert alert) {
    return test("a node that is cordoned for an hour")
        .given(
            gpus("n1", "8x70"),
            Given.series(KubeStateMetrics.NODE_SPEC_UNSCHEDULABLE, "0 1x70", node("n1")),
            gpus("n2", "8x70"),
            Given.series(KubeStateMetrics.NODE_SPEC_UNSCHEDULABLE, "0x70", node("n2")),
            Given.series(KubeStateMetrics.NODE_SPEC_UNSCHEDULABLE, "1x70", node("cpu-only")))
        .silent("1h", alert)
        .fires("61m", alert, 8, CLUSTER, node("n1"));
  }

  private static RuleTest withoutKubernetes(Installation at, Alert notReady, Alert unschedulable) {
    String ready = at.spelling().ready();
    String schedulable = at.spelling().schedulable();
    return test("without kube-state-metrics, Run:ai's own labels count")
        .given(
            inCluster(
                Runai.GPU_COUNT_PER_NODE,
                "8x70",
                node("n1"),
                with(READY, "other"),
                with(SCHEDULABLE, schedulable)),
            inCluster(
                Runai.GPU_COUNT_PER_NODE,
                "8x70",
                node("n2"),
                with(READY, ready),
                with(SCHEDULABLE, "other")),
            inCluster(
                Runai.GPU_COUNT_PER_NODE,
                "8x70",
                node("n3"),
                with(READY, "other"),
                with(SCHEDULABLE, "other")),
            condition("n3", "Ready", "true", "1x70"),
            Given.series(KubeStateMetrics.NODE_SPEC_UNSCHEDULABLE, "0x70", node("n3")))
        .silent("4m", notReady)
        .fires("5m", notReady, 8, CLUSTER, node("n1"))
        .silent("59m", unschedulable)
        .fires("1h", unschedulable, 8, CLUSTER, node("n2"));
  }

  private static RuleTest memory() {
    return test("memory above 80 % for ten minutes, above 90 % for five")
        .given(
            inCluster(Runai.NODE_MEMORY_UTILIZATION, "0.85x20", node("n1")),
            inCluster(Runai.NODE_MEMORY_UTILIZATION, "0.78x20", node("n2")),
            inCluster(Runai.NODE_MEMORY_UTILIZATION, "0.5x9 0.95x11", node("n3")))
        .silent("9m", Nodes.MEMORY_HIGH)
        .fires("10m", Nodes.MEMORY_HIGH, 0.85, CLUSTER, node("n1"))
        .silent("14m", Nodes.MEMORY_CRITICAL)
        .fires("15m", Nodes.MEMORY_CRITICAL, 0.95, CLUSTER, node("n3"));
  }

  private static RuleTest pressure() {
    return test("a GPU node under pressure for five minutes")
        .given(
            gpus("n1", "8x20"),
            condition("n1", "DiskPressure", "true", "0 1x20"),
            condition("n1", "MemoryPressure", "true", "0x20"),
            condition("n1", "NetworkUnavailable", "true", "1x20"),
            condition("cpu-only", "DiskPressure", "true", "1x20"))
        .silent("5m", Nodes.UNDER_PRESSURE)
        .fires("6m", Nodes.UNDER_PRESSURE, 1, node("n1"), with(CONDITION, "DiskPressure"));
  }

  private static RuleTest flapping() {
    return test("six changes within an hour, not four")
        .given(
            gpus("n1", "8x30"),
            condition("n1", "Ready", "true", "1 1 0 1 0 1 0 1x20"),
            gpus("n2", "8x30"),
            condition("n2", "Ready", "true", "1 1 1 1 0 1 0 1x20"),
            condition("cpu-only", "Ready", "true", "1 1 0 1 0 1 0 1x20"))
        .silent("8m", Nodes.FLAPPING)
        .fires("9m", Nodes.FLAPPING, 6, node("n1"));
  }

  private static Given gpus(String node, String values) {
    return inCluster(Runai.GPU_COUNT_PER_NODE, values, node(node));
  }

  private static Given condition(String node, String condition, String status, String values) {
    return Given.series(
        KubeStateMetrics.NODE_STATUS_CONDITION,
        values,
        node(node),
        with(CONDITION, condition),
        with(CONDITION_STATUS, status));
  }
}
