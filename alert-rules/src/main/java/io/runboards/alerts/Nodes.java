package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CONDITION;
import static io.runboards.catalog.Labels.CONDITION_STATUS;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.changes;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.maxOverTime;
import static io.runboards.query.Queries.metric;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.Installation;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.Runbook;
import io.runboards.rules.Urgency;

/** Nodes with GPUs that cannot be used, or soon cannot. */
public final class Nodes implements RuleSource {
  /** It outlasts a node that falls silent, so that alerts about it can still name its cluster. */
  public static final Recording GPU_COUNT =
      recording(
          Metric.gauge("node:runai_gpu_count:max1d", Unit.GPUS, CLUSTER_ID, NODE)
              .help("The most GPUs that a node had at once within a day"),
          maxOverTime(max(metric(Runai.GPU_COUNT_PER_NODE)).by(CLUSTER_ID, NODE), "1d:5m"));

  static final Alert MEMORY_HIGH =
      alert("RunaiNodeMemoryHigh", Urgency.WARNING, memoryAbove(0.8))
          .holding("10m")
          .summary("{{ $labels.node }} uses {{ $value | humanizePercentage }} of its memory")
          .description(
              "More than 80 % of the node's CPU memory has been in use for ten minutes. When it is"
                  + " full, the kernel or Kubernetes stops workloads there.")
          .lookAt(Links.NODE, Links.NODES)
          .runbook(memory("80 %", "Watch RunaiNodeMemoryCritical."));

  static final Alert MEMORY_CRITICAL =
      alert("RunaiNodeMemoryCritical", Urgency.CRITICAL, memoryAbove(0.9))
          .holding("5m")
          .summary("{{ $labels.node }} runs out of memory: {{ $value | humanizePercentage }} used")
          .description(
              "More than 90 % of the node's CPU memory has been in use for five minutes. The kernel"
                  + " is about to stop processes, and with them trainings that may have run for"
                  + " days.")
          .lookAt(Links.NODE, Links.NODES)
          .runbook(memory("90 %", "Watch that the node stays ready."));

  static final Alert UNDER_PRESSURE =
      alert("GpuNodeUnderPressure", Urgency.WARNING, pressure())
          .holding("5m")
          .summary("{{ $labels.node }} has {{ $labels.condition }}")
          .description(
              "The kubelet has been short of something for five minutes. It starts no new pods on"
                  + " this node and evicts others, so GPUs stay free while workloads wait.")
          .lookAt(Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "The node reports DiskPressure, MemoryPressure or PIDPressure: its disk, its"
                          + " memory or its process numbers are nearly used up.")
                  .matters(
                      "Pods are evicted, images are deleted and pulled again, and the scheduler"
                          + " avoids the node with all its GPUs.")
                  .steps(
                      "See what the node says: `kubectl describe node <node>`, under Conditions and"
                          + " Events.",
                      "DiskPressure: `df -h /var/lib/containerd /var/lib/kubelet`, then `crictl"
                          + " rmi --prune`. Look for large images and for pods that write to their"
                          + " own layer or to emptyDir.",
                      "MemoryPressure: `kubectl top pod -A --sort-by=memory`, and look for pods"
                          + " without a memory limit.",
                      "PIDPressure: `ps -eo nlwp,pid,cmd --sort=-nlwp | head` finds what starts too"
                          + " many threads, often a loader of data.",
                      "If it does not end: `kubectl cordon <node>` and drain it when the work there"
                          + " allows.")
                  .silence("Silence by node while its disk is being enlarged or cleaned."));

  static final Alert FLAPPING =
      alert("GpuNodeFlapping", Urgency.WARNING, readyChanges().above(5))
          .holding("2m")
          .summary(
              "{{ $labels.node }} became ready or not ready {{ $value | humanize }} times within an"
                  + " hour")
          .description(
              "The node comes and goes. Each time is too short for an alert, but long enough to"
                  + " break jobs that run over several nodes.")
          .lookAt(Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "The condition Ready of the node changed more than five times within an"
                          + " hour.")
                  .matters(
                      "Distributed trainings fail again and again on this node, and the scheduler"
                          + " goes on placing work there.")
                  .steps(
                      "Take it out: `kubectl cordon <node>`.",
                      "See the pattern: `kubectl describe node <node>`, under Events.",
                      "Read the kubelet's log: `journalctl -u kubelet --since -2h`. PLEG and"
                          + " timeouts of the container runtime point to a full or slow disk.",
                      "Look at the network card: `ip -s link` and `dmesg -T | grep -i link`.",
                      "Drain and reboot it; let it in again with `kubectl uncordon <node>` after an"
                          + " hour without a change.")
                  .silence("Silence by node once it is cordoned and drained."));

  @Override
  public RuleFile define(Installation at) {
    GpuNodes nodes = new GpuNodes(at);
    Alert notReady = notReady(nodes);
    Alert unschedulable = unschedulable(nodes);
    return ruleFile("nodes", "Nodes", "platform")
        .groups(
            group("gpu-node-counts", GPU_COUNT),
            group(
                "gpu-nodes",
                notReady,
                unschedulable,
                MEMORY_HIGH,
                MEMORY_CRITICAL,
                UNDER_PRESSURE,
                FLAPPING))
        .tests(NodesTests.of(at, notReady, unschedulable));
  }

  private static Alert notReady(GpuNodes nodes) {
    return alert("RunaiNodeUnknownOrNotReady", Urgency.CRITICAL, nodes.notReady())
        .holding("5m")
        .summary("{{ $labels.node }} is not ready; its {{ $value | humanize }} GPUs are lost")
        .description(
            "Kubernetes has not been able to use this GPU node for five minutes. The workloads on it"
                + " are being stopped, and jobs that need it wait.")
        .lookAt(Links.NODE, Links.CLUSTER)
        .runbook(
            means("The node's condition Ready is false, or unknown because the kubelet is silent.")
                .matters(
                    "All GPUs of the node are out. Workloads without checkpoints lose what they"
                        + " have computed, and jobs over many nodes stop as a whole.")
                .steps(
                    "See what is known: `kubectl describe node <node>`, under Conditions and"
                        + " Events. \"Kubelet stopped posting node status\" means host or network.",
                    "Reach the host: `ssh <node>`, or its console through the board's management"
                        + " controller. Look at power and at `dmesg -T | tail -100`.",
                    "If it lives: `systemctl status kubelet containerd` and `journalctl -u kubelet"
                        + " --since -30m`; restart what hangs.",
                    "If it hangs, switch it off and on. Kubernetes frees its pods after `kubectl"
                        + " delete node <node>`, should it not come back.",
                    "Before it gets work again: `nvidia-smi` and `dcgmi diag -r 1`.")
                .silence(
                    "Silence by node during announced maintenance. Cordon and drain it first."));
  }

  private static Alert unschedulable(GpuNodes nodes) {
    return alert("RunaiNodeUnschedulable", Urgency.WARNING, nodes.cordoned())
        .holding("1h")
        .summary("{{ $labels.node }} has been cordoned; {{ $value | humanize }} GPUs are kept back")
        .description(
            "For an hour the node has taken no new pods. Its GPUs cannot be given out, whoever"
                + " waits for them.")
        .lookAt(Links.NODE, Links.NODES)
        .runbook(
            means("Somebody or something has cordoned the node, and an hour has passed.")
                .matters("Nothing breaks, but forgotten nodes add up to missing capacity.")
                .steps(
                    "Find out who did it and why: `kubectl describe node <node>`, under Taints,"
                        + " Annotations and Events.",
                    "Ask the hardware team whether a repair is open for it.",
                    "If nothing speaks against it, test it: `dcgmi diag -r 2`.",
                    "Let it in again: `kubectl uncordon <node>`.")
                .silence(
                    "Silence by node until the end of the repair, with its ticket in the"
                        + " comment."));
  }

  private static Series memoryAbove(double share) {
    return max(metric(Runai.NODE_MEMORY_UTILIZATION)).by(CLUSTER_ID, NODE).above(share);
  }

  private static Runbook memory(String limit, String silence) {
    return means(
            "More than "
                + limit
                + " of the node's CPU memory is in use. GPU memory is not"
                + " counted.")
        .matters(
            "Full memory ends pods without a chance to save, and can take the kubelet and with it"
                + " the whole node along.")
        .steps(
            "See who uses it: `kubectl top pod -A --sort-by=memory --field-selector"
                + " spec.nodeName=<node>`, or the pods on the node's dashboard.",
            "Compare with what was asked for: `kubectl describe node <node>`, under Allocated"
                + " resources. Pods without a limit come first.",
            "Ask the owner of the largest one to stop or to restart it with fewer loaders; shared"
                + " memory in /dev/shm counts, too.",
            "Let no more pods in until it is better: `kubectl cordon <node>`, later `kubectl"
                + " uncordon <node>`.",
            "Set memory limits for the project whose workloads do this.")
        .silence("Silence by node when its owner runs a known large job. " + silence);
  }

  private static Series pressure() {
    return max(metric(KubeStateMetrics.NODE_STATUS_CONDITION)
            .where(
                matches(CONDITION, "DiskPressure|MemoryPressure|PIDPressure"),
                is(CONDITION_STATUS, "true")))
        .by(NODE, CONDITION)
        .equalTo(1)
        .and(GPU_COUNT.read().above(0))
        .on(NODE);
  }

  private static Series readyChanges() {
    Series ready =
        max(metric(KubeStateMetrics.NODE_STATUS_CONDITION)
                .where(is(CONDITION, "Ready"), is(CONDITION_STATUS, "true")))
            .by(NODE);
    return changes(ready, "1h:1m").and(GPU_COUNT.read().above(0)).on(NODE);
  }
}
