package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.RESOURCE;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Queries.absent;
import static io.runboards.query.Queries.countOverTime;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Dcgm;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;

/** GPUs that are no longer there, and GPUs that nobody watches. */
final class GpuLoss {
  private static final String GPU_RESOURCE = "nvidia_com_gpu";

  static final Alert COUNT_DROPPED =
      alert("GpuCountDropped", Urgency.CRITICAL, lost())
          .holding("10m")
          .summary("{{ $labels.node }} has lost {{ $value | humanize }} GPUs")
          .description(
              "The node reports fewer GPUs than within the last day. What ran on the missing ones"
                  + " has failed, and work for the whole node no longer fits.")
          .lookAt(Links.NODE, Links.CLUSTER)
          .runbook(
              means(
                      "For ten minutes the node has had fewer GPUs than at its best within the last"
                          + " 24 hours: a GPU fell off the bus, or driver or device plugin lost it.")
                  .matters(
                      "Workloads on the lost GPUs are dead, some without an error. Capacity is"
                          + " missing, and a job for eight GPUs waits where there are seven.")
                  .steps(
                      "Count on the node: `nvidia-smi -L`, and on the bus: `lspci | grep -i"
                          + " nvidia`. On the bus but not with the driver: XID 79 or a driver"
                          + " fault. Not on the bus: power, riser, GPU.",
                      "Read the kernel log: `dmesg -T | grep -i -E 'xid|nvrm'`.",
                      "If both show all: `kubectl describe node <node>` and the device plugin's log,"
                          + " `kubectl -n gpu-operator logs <device-plugin-pod>`.",
                      "Take the node out: `kubectl cordon <node>`, then `kubectl drain <node>"
                          + " --ignore-daemonsets --delete-emptydir-data`.",
                      "Reboot; after XID 79 switch it off and on. Then `dcgmi diag -r 3`, and"
                          + " `kubectl uncordon <node>`.")
                  .silence(
                      "Silence by node for a day after GPUs were taken out on purpose, or after its"
                          + " MIG layout changed."));

  static final Alert UNHEALTHY =
      alert("GpuNotAllocatable", Urgency.WARNING, withheld())
          .holding("5m")
          .summary("{{ $value | humanize }} GPUs of {{ $labels.node }} cannot be given out")
          .description(
              "Kubernetes counts GPUs on the node that the device plugin calls unhealthy. No"
                  + " workload gets them, although they are paid for.")
          .lookAt(Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "The node's capacity in GPUs is larger than what Kubernetes may allocate. The"
                          + " device plugin takes a GPU away after some XID errors.")
                  .matters(
                      "The scheduler sees fewer GPUs than the plans do. Workloads that need the"
                          + " whole node wait for ever.")
                  .steps(
                      "See both numbers: `kubectl describe node <node>`, under Capacity and"
                          + " Allocatable.",
                      "Read why: `kubectl -n gpu-operator logs <device-plugin-pod>` names the GPU"
                          + " and the XID.",
                      "Test that GPU when it is free: `dcgmi diag -r 3 -i <gpu>`.",
                      "If it passes, delete the device plugin's pod on the node, which counts"
                          + " again. If not, go on as for GpuXidFatal.")
                  .silence("Silence by node while the GPU waits for repair."));

  static final Alert EXPORTER_MISSING =
      alert("DcgmExporterMissing", Urgency.WARNING, unwatched())
          .holding("10m")
          .summary("{{ $labels.node }} reports nothing about the hardware of its GPUs")
          .description(
              "The node is there and has GPUs, but its dcgm-exporter has sent nothing for ten"
                  + " minutes. An overheated or broken GPU would go unnoticed.")
          .lookAt(Links.NODES)
          .runbook(
              means(
                      "The node's dcgm-exporter sent values within the last six hours and sends"
                          + " none now, while Run:ai still counts GPUs there.")
                  .matters(
                      "Every alert about the GPUs of this node is blind. An exporter that hangs is"
                          + " itself a sign of a GPU that does not answer.")
                  .steps(
                      "Look at its pod: `kubectl -n gpu-operator get pods -o wide --field-selector"
                          + " spec.nodeName=<node>`.",
                      "Read its log: `kubectl -n gpu-operator logs <dcgm-exporter-pod>`.",
                      "See whether the driver answers at all: `nvidia-smi` on the node. If it"
                          + " hangs, drain and reboot the node.",
                      "Otherwise delete the pod, and look in Prometheus whether its target is up.")
                  .silence("Silence by node while its driver or GPU operator is being upgraded."));

  static final Alert EXPORTER_DOWN =
      alert("DcgmExporterDown", Urgency.CRITICAL, absent(metric(Dcgm.DEV_GPU_TEMP)).equalTo(1))
          .holding("10m")
          .summary("Nothing is known about the hardware of any GPU")
          .description(
              "No dcgm-exporter has sent a value for ten minutes. Until that is repaired no alert"
                  + " about broken, hot or failing GPUs can fire.")
          .blinds("dcgm")
          .lookAt(Links.CLUSTER_ANYWHERE, Links.PIPELINE)
          .runbook(
              means(
                      "There is not one series DCGM_FI_DEV_GPU_TEMP: all exporters are down, or"
                          + " nobody scrapes them, or the values do not get here.")
                  .matters(
                      "All alerts about GPU hardware are blind at once. Workloads are not touched"
                          + " by this.")
                  .steps(
                      "Look at the exporters: `kubectl -n gpu-operator get daemonset"
                          + " nvidia-dcgm-exporter`.",
                      "If they run, ask Prometheus for its targets and for `up` of that job: a"
                          + " ServiceMonitor or its labels may have changed.",
                      "If the targets are up, look at relabelling and at remote write: other"
                          + " metrics missing too means the pipeline.",
                      "If they do not run: `kubectl -n gpu-operator describe pod"
                          + " <dcgm-exporter-pod>`, then the log of the GPU operator.")
                  .silence(
                      "Silence it during an upgrade of the GPU operator, for an hour at most, and"
                          + " for good where no dcgm-exporter is wanted."));

  static final RuleGroup GROUP =
      group("gpu-loss", COUNT_DROPPED, UNHEALTHY, EXPORTER_MISSING, EXPORTER_DOWN);

  private GpuLoss() {}

  private static Series lost() {
    return Nodes.GPU_COUNT
        .read()
        .minus(max(metric(Runai.GPU_COUNT_PER_NODE)).by(CLUSTER_ID, NODE))
        .on(CLUSTER_ID, NODE)
        .above(0);
  }

  private static Series withheld() {
    return gpus(KubeStateMetrics.NODE_STATUS_CAPACITY)
        .minus(gpus(KubeStateMetrics.NODE_STATUS_ALLOCATABLE))
        .on(NODE)
        .above(0);
  }

  private static Series gpus(Metric resources) {
    return max(metric(resources).where(is(RESOURCE, GPU_RESOURCE))).by(NODE);
  }

  private static Series unwatched() {
    return GpuNodes.gpus()
        .and(GpuTelemetry.nodes(Dcgm.DEV_GPU_TEMP, sensor -> countOverTime(sensor, "6h")))
        .on(NODE)
        .unless(GpuTelemetry.nodes(Dcgm.DEV_GPU_TEMP, sensor -> sensor))
        .on(NODE);
  }

  static List<RuleTest> tests() {
    return List.of(lostGpu(), nodeShowsTwice(), unhealthyGpu(), silentNode(), noExporter());
  }

  private static RuleTest lostGpu() {
    return test("a node with fewer GPUs than before, for ten minutes")
        .given(
            TestCluster.inCluster(Runai.GPU_COUNT_PER_NODE, "8x10 7x20", TestCluster.node("n1")),
            TestCluster.inCluster(Runai.GPU_COUNT_PER_NODE, "8x30", TestCluster.node("n2")),
            TestCluster.inCluster(Runai.GPU_COUNT_PER_NODE, "2x10 4x20", TestCluster.node("n3")))
        .silent("20m", COUNT_DROPPED)
        .fires("21m", COUNT_DROPPED, 1, TestCluster.CLUSTER, TestCluster.node("n1"));
  }

  private static RuleTest nodeShowsTwice() {
    return test("a node that shows twice while it becomes ready has not lost half of its GPUs")
        .given(
            TestCluster.inCluster(
                Runai.GPU_COUNT_PER_NODE,
                "8x20 _x20",
                TestCluster.node("n1"),
                with("instance", "before")),
            TestCluster.inCluster(
                Runai.GPU_COUNT_PER_NODE,
                "_x10 8x30",
                TestCluster.node("n1"),
                with("instance", "after")))
        .silent("40m", COUNT_DROPPED);
  }

  private static RuleTest unhealthyGpu() {
    return test("a GPU that the device plugin withholds for five minutes")
        .given(
            ofNode(KubeStateMetrics.NODE_STATUS_CAPACITY, "8x10", "n1"),
            ofNode(KubeStateMetrics.NODE_STATUS_ALLOCATABLE, "8 7x9", "n1"),
            ofNode(KubeStateMetrics.NODE_STATUS_CAPACITY, "8x10", "n2"),
            ofNode(KubeStateMetrics.NODE_STATUS_ALLOCATABLE, "8x10", "n2"))
        .silent("5m", UNHEALTHY)
        .fires("6m", UNHEALTHY, 1, TestCluster.node("n1"));
  }

  private static Given ofNode(Metric metric, String values, String node) {
    return Given.series(metric, values, TestCluster.node(node), with(RESOURCE, GPU_RESOURCE));
  }

  private static RuleTest silentNode() {
    return test("one node without telemetry; a node that is gone or never had any is no case")
        .given(
            TestCluster.inCluster(Runai.GPU_COUNT_PER_NODE, "8x30", TestCluster.node("n1")),
            TestCluster.inCluster(Runai.GPU_COUNT_PER_NODE, "8x30", TestCluster.node("n2")),
            TestCluster.inCluster(Runai.GPU_COUNT_PER_NODE, "8x30", TestCluster.node("n3")),
            TestCluster.onGpu(Dcgm.DEV_GPU_TEMP, "0", "60x5 stale"),
            Given.series(Dcgm.DEV_GPU_TEMP, "60x30", with("hostname", "n2"), with("gpu", "0")),
            Given.series(Dcgm.DEV_GPU_TEMP, "60x5 stale", with("hostname", "n4")))
        .silent("15m", EXPORTER_MISSING)
        .fires("16m", EXPORTER_MISSING, 8, TestCluster.CLUSTER, TestCluster.node("n1"))
        .silent("16m", EXPORTER_DOWN);
  }

  private static RuleTest noExporter() {
    return test("no telemetry at all for ten minutes")
        .given(TestCluster.onGpu(Dcgm.DEV_GPU_TEMP, "0", "60x5 stale"))
        .silent("15m", EXPORTER_DOWN)
        .fires("16m", EXPORTER_DOWN, 1);
  }
}
