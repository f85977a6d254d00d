package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.PHASE;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Labels.WORKLOAD_TYPE;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Condition.matchesNot;
import static io.runboards.query.Queries.avgOverTime;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.min;
import static io.runboards.query.Queries.topk;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.Runbook.means;
import static io.runboards.rules.Urgency.INFO;
import static io.runboards.rules.Urgency.WARNING;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.catalog.RunaiInternal;
import io.runboards.dashboard.Installation;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;

/** Workloads that hold GPUs and get little out of them, or that have failed. */
public final class Workloads implements RuleSource {
  private static final String TRAINING = "(?i).*training.*";

  /** Ten minutes by the hold alone: an average over as long would double the delay. */
  static final Alert GPU_UTIL_LOW =
      alert(
              "RunaiWorkloadGpuUtilLow",
              WARNING,
              holdingGpus(
                  max(avgOverTime(
                          metric(Runai.GPU_UTILIZATION_PER_WORKLOAD)
                              .where(matches(WORKLOAD_TYPE, TRAINING)),
                          "5m"))
                      .by(CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME)
                      .below(10)))
          .holding("10m")
          .summary(
              "Training {{ $labels.workload_name }} uses {{ $value | printf \"%.0f\" }} % of its"
                  + " GPUs")
          .description(
              "The training has held GPUs for more than ten minutes and kept them less than 10 %"
                  + " busy. It makes hardly any progress, and others cannot have its GPUs.")
          .lookAt(Links.WORKLOAD)
          .runbook(
              means(
                      "The GPUs of a training have been less than 10 % busy, on average over five"
                          + " minutes, for ten minutes without a pause.")
                  .matters(
                      "The run will take many times as long as planned, or never end. Meanwhile"
                          + " other projects wait for its GPUs.")
                  .steps(
                      "Look whether it still starts: `kubectl -n <namespace> get pods -o wide`"
                          + " shows pods that pull images or wait for volumes.",
                      "Read the end of the log: `kubectl -n <namespace> logs <pod> --tail=100`."
                          + " The same error again and again is a crash loop.",
                      "Look at the processes: `kubectl -n <namespace> exec <pod> -- nvidia-smi`"
                          + " and `kubectl -n <namespace> exec <pod> -- top -bn1`. Full CPUs and"
                          + " idle GPUs mean slow data loading: more loader workers, more CPU, or"
                          + " data nearer to the node.",
                      "If CPUs idle as well, it waits: for storage, or for a process of a"
                          + " distributed job that has died. Restart it from its last checkpoint.",
                      "Ask the owner to stop what is not needed, or to ask for fewer GPUs.")
                  .silence(
                      "When the owner knows of a long phase on the CPU, such as preprocessing, for"
                          + " as long as that takes."));

  static final Alert FAILED =
      alert(
              "RunaiWorkloadFailed",
              WARNING,
              max(failedPods())
                  .by(CLUSTER_ID, PROJECT, WORKLOAD_ID, WORKLOAD_NAME)
                  .equalTo(1)
                  .unless(max(failedPods().offset("1h")).by(CLUSTER_ID, WORKLOAD_ID).equalTo(1))
                  .on(CLUSTER_ID, WORKLOAD_ID))
          .holding("2m")
          .summary("A pod of workload {{ $labels.workload_name }} has failed")
          .description(
              "A pod of a workload in project {{ $labels.project }} ended with an error and was"
                  + " not started again. What the workload computed since its last checkpoint is"
                  + " lost. The alert ends an hour after the failure, whether or not the pod is"
                  + " still there.")
          .lookAt(Links.WORKLOAD, Links.PROJECT)
          .runbook(
              means(
                      "Within the last hour, a pod of the workload went into the phase Failed. It"
                          + " reads a metric that Run:ai does not publish, the only one that leads"
                          + " from a pod to its workload.")
                  .matters(
                      "The workload has ended, or goes on with a part missing. Its owner may find"
                          + " out only days later.")
                  .steps(
                      "Find the pod: `kubectl -n <namespace> get pods"
                          + " --field-selector=status.phase=Failed`.",
                      "Read why it ended: `kubectl -n <namespace> describe pod <pod>`, at Reason"
                          + " and Exit Code. OOMKilled asks for more memory, Evicted points to the"
                          + " node.",
                      "Read its last words: `kubectl -n <namespace> logs <pod> --tail=100`.",
                      "If several workloads failed on one node, drain it: `kubectl drain <node>"
                          + " --ignore-daemonsets --delete-emptydir-data`.",
                      "Tell the owner, who starts it again from its last checkpoint.")
                  .silence("When a test makes workloads fail on purpose, for as long as it runs."));

  static final Alert GPU_OOM_KILLS =
      alert(
              "RunaiGpuOomKills",
              WARNING,
              kills(RunaiInternal.GPU_OOMKILL_BURST_COUNT)
                  .or(kills(RunaiInternal.GPU_OOMKILL_IDLE_COUNT))
                  .on(INSTANCE, GPU)
                  .or(kills(RunaiInternal.GPU_OOMKILL_PRIORITY_COUNT))
                  .on(INSTANCE, GPU)
                  .or(kills(RunaiInternal.GPU_OOMKILL_SWAP_OUT_OF_RAM_COUNT))
                  .on(INSTANCE, GPU))
          .holding("2m")
          .summary(
              "Processes were killed on shared GPU {{ $labels.gpu }} of {{ $labels.instance }}")
          .description(
              "Workloads that share a GPU wanted more memory than it has, and Run:ai killed a"
                  + " process to protect the others. Its workload has lost its state and may be in"
                  + " a crash loop.")
          .lookAt(Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "A count of kills for lack of GPU memory has grown within ten minutes. The"
                          + " counts are not published and know only the agent and the GPU's"
                          + " index.")
                  .matters(
                      "Whoever shares this GPU can lose work at any time, also those who stay"
                          + " within their share.")
                  .steps(
                      "Find the node of the agent at `<instance>`: `kubectl get pods -A -o wide |"
                          + " grep <address>`.",
                      "Find who shares the GPU: `kubectl get pods -A -o wide"
                          + " --field-selector=spec.nodeName=<node>`, and who uses how much:"
                          + " `kubectl -n <namespace> exec <pod> -- nvidia-smi`.",
                      "Compare their use with their GPU memory request. Who needs more than it"
                          + " asks for asks for too little: raise its request or its fraction.",
                      "If swapping ran out of RAM, lower the number of workloads that share the"
                          + " GPU, or give the node more memory for swapping.")
                  .silence("When the owners test how much they can share, while they do."));

  static final Alert STRAGGLER =
      alert(
              "DistributedStraggler",
              INFO,
              max(ofWorkloads())
                  .by(CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME)
                  .minus(min(ofWorkloads()).by(CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME))
                  .on(CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME)
                  .above(50))
          .holding("30m")
          .summary(
              "The pods of {{ $labels.workload_name }} are {{ $value | printf \"%.0f\" }} percent"
                  + " apart in GPU use")
          .description(
              "One pod of a distributed workload uses its GPUs much less than another, for half"
                  + " an hour. Where pods wait for each other at each step, the slowest one sets"
                  + " the pace of all.")
          .lookAt(Links.WORKLOAD)
          .runbook(
              means(
                      "Between the busiest and the least busy pod of one workload lie more than 50"
                          + " percent of GPU utilization, each averaged over 15 minutes. Pods are"
                          + " matched with workloads by a metric that Run:ai does not publish.")
                  .matters("All GPUs of the workload may run at the pace of the slowest.")
                  .steps(
                      "Sort the pods on the dashboard by utilization and note the node of the"
                          + " lowest one.",
                      "Compare clocks and temperature with a fast node: `kubectl -n <namespace>"
                          + " exec <pod> -- nvidia-smi -q -d CLOCK,PERFORMANCE,TEMPERATURE`.",
                      "Look for a busy neighbour: `kubectl top pods -A --sort-by=cpu` and"
                          + " `kubectl get pods -A --field-selector=spec.nodeName=<node>`.",
                      "If a slow node comes up again and again, cordon it: `kubectl cordon <node>`"
                          + " and have it examined.",
                      "If the roles of the pods differ by design, there is nothing to do.")
                  .silence(
                      "For workloads whose pods do unlike work, such as a parameter server beside"
                          + " workers, as long as they run."));

  @Override
  public RuleFile define(Installation at) {
    Alert idleLong = idleLong(at);
    return ruleFile("workloads", "Workloads that waste GPUs or fail", "ml")
        .groups(group("runai-workloads", GPU_UTIL_LOW, idleLong, FAILED, GPU_OOM_KILLS, STRAGGLER))
        .tests(WorkloadsTests.all(idleLong));
  }

  /** Servers of models may idle at night: another alert is patient with them. */
  private static Alert idleLong(Installation at) {
    return alert(
            "RunaiWorkloadIdleLong",
            WARNING,
            holdingGpus(
                max(metric(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD)
                        .where(matchesNot(WORKLOAD_TYPE, at.spelling().inference())))
                    .by(CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME)
                    .above(7200)))
        .holding("5m")
        .summary(
            "{{ $labels.workload_name }} has left its GPUs idle for"
                + " {{ $value | humanizeDuration }}")
        .description(
            "The workload holds GPUs and has not used them for more than two hours. Nobody else"
                + " can have them, and its project's quota stays used.")
        .lookAt(Links.WORKLOAD, Links.CAPACITY)
        .runbook(
            means(
                    "A workload that is no model server has held GPUs for two hours without any"
                        + " work on them.")
                .matters("The GPUs cost the same as busy ones, and others wait for them.")
                .steps(
                    "Ask the owner whether it is still needed: most often it is a notebook that"
                        + " was left open, or a training that hangs.",
                    "Look what runs: `kubectl -n <namespace> exec <pod> -- nvidia-smi`. No process"
                        + " means nothing will be lost but the memory of the notebook.",
                    "Save what must be kept, then stop the workload in the Run:ai console, or"
                        + " with `runai suspend <workload> -p <project>`.",
                    "If it comes up again and again, set an idle time limit in the project's"
                        + " settings, which stops such workloads by itself.")
                .silence("When the owner has reserved the GPUs, until the reservation ends."));
  }

  private static Series holdingGpus(Series perWorkload) {
    return perWorkload
        .and(
            max(metric(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD))
                .by(CLUSTER_ID, WORKLOAD_ID)
                .above(0))
        .on(CLUSTER_ID, WORKLOAD_ID);
  }

  private static Selected failedPods() {
    return metric(RunaiInternal.POD_PHASE_WITH_INFO).where(is(PHASE, "Failed"));
  }

  /** Growth, read so that a count which starts anew is no kill. */
  private static Series kills(Metric count) {
    return max(metric(count).minus(metric(count).offset("10m"))).by(INSTANCE, GPU).above(0);
  }

  /** How busy the GPUs of each running pod are, with the workload that it belongs to. */
  private static Series ofWorkloads() {
    return max(avgOverTime(metric(Runai.GPU_UTILIZATION_PER_POD_PER_GPU), "15m"))
        .by(CLUSTER_ID, POD_NAMESPACE, POD_NAME)
        .times(
            topk(
                    1,
                    group(
                            metric(RunaiInternal.POD_PHASE_WITH_INFO)
                                .where(is(PHASE, "Running"))
                                .equalTo(1))
                        .by(CLUSTER_ID, POD_NAMESPACE, POD_NAME, WORKLOAD_ID, WORKLOAD_NAME))
                .by(CLUSTER_ID, POD_NAMESPACE, POD_NAME))
        .on(CLUSTER_ID, POD_NAMESPACE, POD_NAME)
        .groupLeft(WORKLOAD_ID, WORKLOAD_NAME);
  }
}
