package io.runboards.alerts;

import static io.runboards.alerts.TestCluster.CLUSTER;
import static io.runboards.alerts.TestCluster.inCluster;
import static io.runboards.alerts.TestCluster.node;
import static io.runboards.alerts.TestCluster.project;
import static io.runboards.alerts.TestCluster.workload;
import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CONDITION;
import static io.runboards.catalog.Labels.CONDITION_STATUS;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.NODEPOOL;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.QUEUE_NAME;
import static io.runboards.catalog.Labels.UID;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Kai;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.query.Queries;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;

/**
 * Workloads that wait, and a scheduler that does not place them.
 *
 * @param nodes the nodes that it can place them on
 */
record Queueing(GpuNodes nodes) {
  /** A long wait beyond a quota is how a full cluster works: shown, but no ticket. */
  static final Alert WAIT_LONG =
      alert("RunaiWorkloadWaitLong", Urgency.INFO, waitedLong())
          .holding("5m")
          .summary(
              "{{ $labels.workload_name }} of {{ $labels.project }} has waited for"
                  + " {{ $value | humanizeDuration }}")
          .description(
              "The workload asks for GPUs and has got none for more than half an hour. That is how a"
                  + " full cluster works, or a request that can never be met.")
          .lookAt(Links.WORKLOAD, Links.PROJECT, Links.QUOTA)
          .runbook(
              means("The workload has waited for more than 30 minutes and holds no GPU.")
                  .matters(
                      "Its owner waits. Within a quota RunaiProjectStarved makes a ticket of it;"
                          + " beyond a quota it is a matter of patience.")
                  .steps(
                      "See what the scheduler says: `kubectl -n runai-<project> describe pod <pod>`,"
                          + " under Events.",
                      "Compare its request with the largest node: GPUs, CPU and memory on one node.",
                      "See how much of the project's quota is left, on its dashboard.",
                      "Tell the owner what would start sooner: fewer GPUs, another node pool, or a"
                          + " preemptible workload.")
                  .silence("Silence by project when the cluster is known to be full."));

  static final Alert EVICTION_STORM =
      alert(
              "KaiEvictionStorm",
              Urgency.WARNING,
              sum(increase(metric(Kai.POD_GROUP_EVICTED_PODS_TOTAL), "15m")).by(NODEPOOL).above(50))
          .holding("5m")
          .summary(
              "{{ $value | humanize }} pods were evicted in node pool {{ $labels.nodepool }} within"
                  + " 15 minutes")
          .description(
              "The scheduler takes GPUs away from running work again and again. Each time what was"
                  + " computed since the last checkpoint is lost, and the GPUs idle while work"
                  + " restarts.")
          .lookAt(Links.QUOTA_ANYWHERE)
          .runbook(
              means("More than 50 pods of the node pool were evicted within a quarter of an hour.")
                  .matters(
                      "Queues push each other out in turn. GPUs look busy and little gets done.")
                  .steps(
                      "See what for: evicted pods by action, on the dashboard about quotas. Reclaim"
                          + " means quotas, preempt means priorities, consolidation means packing.",
                      "Find who gains and who loses: `kubectl get events -A"
                          + " --field-selector reason=Evict --sort-by=.lastTimestamp`.",
                      "Look for one workload that is submitted again and again with a high priority.",
                      "Look for quotas changed just now, in Run:ai's audit log.",
                      "Read the scheduler's log: `kubectl -n runai logs deploy/runai-scheduler"
                          + " --since=15m`.")
                  .silence(
                      "Silence by node pool during a planned change of quotas, for an hour at"
                          + " most."));

  static final Alert BELOW_FAIR_SHARE =
      alert("KaiQueueBelowFairShare", Urgency.INFO, missingShare().above(1))
          .holding("1h")
          .summary(
              "Queue {{ $labels.queue_name }} has {{ $value | humanize }} GPUs less than its fair"
                  + " share")
          .description(
              "For an hour a project's or department's queue has held less than the scheduler itself"
                  + " says it should. Its workloads wait, or ask for what no node can give.")
          .lookAt(Links.QUOTA_ANYWHERE)
          .runbook(
              means(
                      "The scheduler's fair share, which counts quotas, weights and who asks now, is"
                          + " more than one GPU above what the queue holds.")
                  .matters(
                      "Unlike quotas this holds for departments, too. It is an early sign of"
                          + " starvation.")
                  .steps(
                      "Find the queue: `kubectl get queues.scheduling.run.ai`.",
                      "List what waits in it: `kubectl get podgroups -A`.",
                      "See why: `kubectl -n <namespace> describe podgroup <podgroup>`, under"
                          + " Events.",
                      "Look for borrowers that are not preemptible, on the dashboard about quotas.")
                  .silence("Silence by queue while its owners know."));

  RuleGroup group() {
    return RuleGroup.group("runai-queues", WAIT_LONG, stuck(), EVICTION_STORM, BELOW_FAIR_SHARE);
  }

  private Alert stuck() {
    return alert("RunaiQueueStuck", Urgency.WARNING, wouldFit())
        .holding("30m")
        .summary(
            "{{ $value | humanize }} workloads of {{ $labels.clusterId }} wait although GPUs are"
                + " free")
        .description(
            "For half an hour workloads have waited that ask for no more GPUs than one usable node"
                + " has free. Something other than GPUs holds them back.")
        .lookAt(Links.CLUSTER, Links.QUOTA)
        .runbook(
            means(
                    "A node that is ready and not cordoned has as many unshared free GPUs as some"
                        + " waiting workloads ask for, and the scheduler does not place them.")
                .matters(
                    "Paid GPUs idle while people wait. If the scheduler itself hangs, soon nothing"
                        + " starts any more.")
                .steps(
                    "See whether the scheduler works: `kubectl -n runai get pods` and `kubectl -n"
                        + " runai logs deploy/runai-scheduler --since=10m`.",
                    "Ask it about one of them: `kubectl -n runai-<project> describe pod <pod>`,"
                        + " under Events.",
                    "Look for a shortage of CPU or memory where the GPUs are free: `kubectl describe"
                        + " node <node>`, under Allocated resources.",
                    "Look for rules that keep them away: node pool, taints, affinity, GPU model, a"
                        + " limit of the project.",
                    "A gang that needs several nodes at once may look as if it fitted: compare its"
                        + " number of pods.")
                .silence(
                    "Silence by cluster while node pools are kept free on purpose, for as long as"
                        + " that is agreed."));
  }

  private static Series waitedLong() {
    Series waiting =
        topk(
                1,
                Queries.group(Waiting.workloads())
                    .by(CLUSTER_ID, PROJECT, WORKLOAD_ID, WORKLOAD_NAME))
            .by(CLUSTER_ID, WORKLOAD_ID);
    return max(metric(Runai.WAIT_TIME_SECONDS_PER_WORKLOAD))
        .by(CLUSTER_ID, WORKLOAD_ID)
        .above(1800)
        .times(waiting)
        .on(CLUSTER_ID, WORKLOAD_ID)
        .groupLeft(PROJECT, WORKLOAD_NAME);
  }

  private Series wouldFit() {
    Series free =
        count(GpuUse.ALLOCATED.read().equalTo(0))
            .by(CLUSTER_ID, NODE)
            .unless(nodes.notReady())
            .on(CLUSTER_ID, NODE)
            .unless(nodes.cordoned())
            .on(CLUSTER_ID, NODE);
    Series roomiest = max(free).by(CLUSTER_ID);
    return count(Waiting.workloads().atMost(roomiest).on(CLUSTER_ID).groupLeft()).by(CLUSTER_ID);
  }

  private static Series missingShare() {
    return max(metric(Kai.QUEUE_FAIR_SHARE_GPU))
        .by(QUEUE_NAME)
        .minus(max(metric(Kai.QUEUE_ALLOCATED_GPUS)).by(QUEUE_NAME))
        .on(QUEUE_NAME);
  }

  List<RuleTest> tests() {
    return List.of(waits(), fits(), fitsNowhere(), storm(), belowShare());
  }

  private static RuleTest waits() {
    return test("a workload that has waited for more than half an hour and holds nothing")
        .given(
            waits("w1", "1500 1860x10"),
            asks("w1", "2x11"),
            waits("w2", "1740x11"),
            asks("w2", "2x11"),
            waits("runs", "5000x11"),
            asks("runs", "2x11"),
            inCluster(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "2x11", workload("runs")),
            waits("without-gpu", "5000x11"),
            asks("without-gpu", "0x11"))
        .silent("5m", WAIT_LONG)
        .fires(
            "6m",
            WAIT_LONG,
            1860,
            CLUSTER,
            project("p1"),
            workload("w1"),
            with(WORKLOAD_NAME, "train"));
  }

  private RuleTest fits() {
    return test("workloads wait for half an hour although a node has room")
        .given(gpu("n1", "0", "0x40"), gpu("n1", "1", "0x40"), gpu("n1", "2", "1x40"))
        .given(asks("w1", "0 2x40"), asks("w2", "0 0.5x40"), asks("too-large", "3x40"))
        .silent("30m", stuck())
        .fires("31m", stuck(), 2, CLUSTER);
  }

  private RuleTest fitsNowhere() {
    return test("room on nodes that are out is no room")
        .given(
            gpu("n1", "0", "0x40"),
            inCluster(Runai.GPU_COUNT_PER_NODE, "8x40", node("n1")),
            Given.series(
                KubeStateMetrics.NODE_STATUS_CONDITION,
                "1x40",
                node("n1"),
                with(CONDITION, "Ready"),
                with(CONDITION_STATUS, "false")),
            gpu("n2", "0", "0x40"),
            inCluster(Runai.GPU_COUNT_PER_NODE, "8x40", node("n2")),
            Given.series(KubeStateMetrics.NODE_SPEC_UNSCHEDULABLE, "1x40", node("n2")))
        .given(asks("w1", "1x40"))
        .silent("40m", stuck());
  }

  private static RuleTest storm() {
    return test("more than 50 evicted pods in a quarter of an hour")
        .given(evicted("a", "g1", "0+3x40"), evicted("a", "g2", "0+1x40"))
        .given(evicted("b", "g3", "0+3x40"))
        .silent("17m", EVICTION_STORM)
        .fires("18m", EVICTION_STORM, 60, with(NODEPOOL, "a"));
  }

  private static RuleTest belowShare() {
    return test("more than one GPU below the fair share for an hour")
        .given(queue(Kai.QUEUE_FAIR_SHARE_GPU, "q1", "8x70"))
        .given(queue(Kai.QUEUE_ALLOCATED_GPUS, "q1", "8 6.5x70"))
        .given(queue(Kai.QUEUE_FAIR_SHARE_GPU, "q2", "8x70"))
        .given(queue(Kai.QUEUE_ALLOCATED_GPUS, "q2", "7.25x70"))
        .silent("60m", BELOW_FAIR_SHARE)
        .fires("61m", BELOW_FAIR_SHARE, 1.5, with(QUEUE_NAME, "q1"));
  }

  private static Given waits(String workload, String seconds) {
    return inCluster(Runai.WAIT_TIME_SECONDS_PER_WORKLOAD, seconds, workload(workload));
  }

  private static Given asks(String workload, String gpus) {
    return inCluster(
        Runai.REQUESTED_GPUS_PER_WORKLOAD,
        gpus,
        project("p1"),
        workload(workload),
        with(WORKLOAD_NAME, "train"));
  }

  private static Given gpu(String node, String gpu, String held) {
    return inCluster(Runai.ALLOCATED_GPU_COUNT_PER_GPU, held, node(node), with(GPU, gpu));
  }

  private static Given evicted(String pool, String group, String pods) {
    return Given.series(
        Kai.POD_GROUP_EVICTED_PODS_TOTAL, pods, with(NODEPOOL, pool), with(UID, group));
  }

  private static Given queue(Metric metric, String queue, String gpus) {
    return Given.series(metric, gpus, with(QUEUE_NAME, queue));
  }
}
