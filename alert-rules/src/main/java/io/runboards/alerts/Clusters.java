package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.query.Queries.absent;
import static io.runboards.query.Queries.countOverTime;
import static io.runboards.query.Queries.maxOverTime;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.number;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Runai;
import io.runboards.dashboard.Installation;
import io.runboards.query.Queries;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;

/** Whole clusters: full, shrunk or silent. */
public final class Clusters implements RuleSource {
  static final Alert SATURATED =
      alert("RunaiClusterSaturated", Urgency.INFO, Usage.GPU_ALLOCATION.read().above(0.98))
          .holding("6h")
          .summary(
              "{{ $labels.clusterId }} has been full for six hours:"
                  + " {{ $value | humanizePercentage }} of its GPUs are held")
          .description(
              "No GPU has been free for six hours. New workloads wait until others end. That is no"
                  + " fault, but a reason to look for waste or to think about more hardware.")
          .lookAt(Links.CAPACITY, Links.QUOTA, Links.CLUSTER)
          .runbook(
              means("More than 98 % of the cluster's GPUs have been allocated for six hours.")
                  .matters(
                      "Whoever starts something now waits, and projects below their quota get their"
                          + " GPUs only by preemption.")
                  .steps(
                      "Look for GPUs that are held and idle, on the cluster's dashboard: they are"
                          + " the cheapest new capacity.",
                      "Ask the owners of the longest idle workloads to end them, or set an idle"
                          + " time limit.",
                      "See who holds more than guaranteed, on the dashboard about quotas.",
                      "If the GPUs do work, look at the forecast on the dashboard about capacity"
                          + " and talk about more of them.")
                  .silence("Silence by cluster while more hardware is on its way."));

  static final Alert SHRUNK =
      alert("RunaiClusterCapacityDropped", Urgency.WARNING, lostShare().above(0.1))
          .holding("15m")
          .summary(
              "{{ $labels.clusterId }} has lost {{ $value | humanizePercentage }} of its GPUs"
                  + " within a day")
          .description(
              "The cluster reports at least a tenth fewer GPUs than within the last 24 hours. Jobs"
                  + " that fitted yesterday may wait for ever, and guaranteed quotas may exceed what"
                  + " there is.")
          .lookAt(Links.CLUSTER, Links.NODES)
          .runbook(
              means(
                      "The number of GPUs in the cluster is more than 10 % below its highest value"
                          + " of the last day: nodes were removed, or many lost GPUs at once.")
                  .matters(
                      "A change that goes through the cluster node by node, such as a driver"
                          + " upgrade, shows here before all nodes are lost.")
                  .steps(
                      "See which nodes are missing: `kubectl get nodes -L nvidia.com/gpu.count`,"
                          + " and the list of nodes on the dashboard.",
                      "Ask whether somebody removed them. If so, silence this until tomorrow.",
                      "See whether the GPU operator is at work: `kubectl -n gpu-operator get pods`."
                          + " Stop an upgrade that fails: set `driver.upgradePolicy.autoUpgrade` to"
                          + " false in the cluster policy.",
                      "Repair one node by the steps of GpuCountDropped before you go on with the"
                          + " rest.")
                  .silence(
                      "Silence by cluster for a day after nodes were removed on purpose. Where an"
                          + " autoscaler does so daily, silence it for good."));

  static final Alert SILENT =
      alert("RunaiClusterSilent", Urgency.CRITICAL, silent())
          .holding("15m")
          .summary("{{ $labels.clusterId }} reports no more")
          .description(
              "The cluster sent its number of GPUs within the last day and has sent nothing for 15"
                  + " minutes, while other clusters go on. All alerts about it are blind.")
          .lookAt(Links.PIPELINE, Links.CLUSTER)
          .runbook(
              means(
                      "Series of this cluster have stopped. The cluster, its Prometheus or its"
                          + " remote write is down.")
                  .matters(
                      "Nobody sees what happens there. Workloads may run well, or the whole cluster"
                          + " may be gone.")
                  .steps(
                      "See whether the cluster lives: `kubectl get nodes` there, and its state in"
                          + " the Run:ai user interface.",
                      "Look at Run:ai's Prometheus: `kubectl -n runai get pods` and `kubectl -n"
                          + " monitoring get pods`.",
                      "Look at remote write: `kubectl -n monitoring logs <prometheus-pod>` names"
                          + " refused or failed requests. 401 means wrong credentials, 429 a limit.",
                      "Compare the clocks: a store refuses samples that are too old.")
                  .silence(
                      "Silence by cluster when it is switched off on purpose; a day later the alert"
                          + " ends by itself."));

  static final Alert ABSENT =
      alert(
              "RunaiMetricsAbsent",
              Urgency.CRITICAL,
              absent(metric(Runai.GPU_COUNT_PER_NODE)).equalTo(1))
          .holding("15m")
          .summary("No cluster reports any GPU")
          .description(
              "There has been no series of Run:ai about nodes for 15 minutes, from no cluster. All"
                  + " dashboards are empty and nearly all alerts are blind.")
          .blinds("runai", "runai-retired")
          .lookAt(Links.PIPELINE, Links.CLUSTER_ANYWHERE)
          .runbook(
              means(
                      "The metric runai_gpu_count_per_node is gone everywhere: rules, scrape or"
                          + " remote write are broken, or a new version of Run:ai no longer has it.")
                  .matters(
                      "The platform cannot be judged at all. Workloads are not touched by this.")
                  .steps(
                      "Ask the store for any metric, such as `up`: if nothing is there, the store"
                          + " or the way to it is down; go on with the dashboard about the"
                          + " pipeline.",
                      "If only Run:ai's are missing, ask the cluster's own Prometheus for"
                          + " `runai_gpu_count_per_node`.",
                      "If it has none: `kubectl -n runai get pods`, and look at its rules:"
                          + " `kubectl get prometheusrules -A | grep runai`.",
                      "After an upgrade of Run:ai, compare its list of metrics with the catalogue"
                          + " of this repository.")
                  .silence("Silence it during an announced outage of the store, for its length."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("clusters", "Clusters", "platform")
        .groups(group("runai-clusters", SATURATED, SHRUNK, SILENT, ABSENT))
        .tests(tests());
  }

  private static Series lostShare() {
    Series most = maxOverTime(Usage.GPU_CAPACITY.read(), "1d");
    return number(1).minus(Usage.GPU_CAPACITY.read().dividedBy(most.above(0)).on(CLUSTER_ID));
  }

  /** If no cluster reports, {@link #ABSENT} tells it once. */
  private static Series silent() {
    return countOverTime(Usage.GPU_CAPACITY.read(), "1d")
        .unless(Usage.GPU_CAPACITY.read())
        .on(CLUSTER_ID)
        .and(Queries.group(Usage.GPU_CAPACITY.read()))
        .on();
  }

  private static List<RuleTest> tests() {
    return List.of(full(), shrunk(), oneSilent(), allSilent());
  }

  private static RuleTest full() {
    return test("a cluster that is full for six hours, and one that nearly is")
        .every("5m")
        .given(
            ofCluster("c1", "100x80"),
            allocated("c1", "90 99x80"),
            ofCluster("c2", "100x80"),
            allocated("c2", "97x80"))
        .silent("6h", SATURATED)
        .fires("6h5m", SATURATED, 0.99, with(CLUSTER_ID, "c1"));
  }

  private static RuleTest shrunk() {
    return test("a cluster that has lost more than a tenth for a quarter of an hour")
        .given(
            ofCluster("c1", "100x10 88x30"),
            ofCluster("c2", "100x10 92x30"),
            ofCluster("c3", "50x10 100x30"))
        .silent("25m", SHRUNK)
        .fires("26m", SHRUNK, 0.12, with(CLUSTER_ID, "c1"));
  }

  private static RuleTest oneSilent() {
    return test("one cluster falls silent, another goes on")
        .given(ofCluster("c1", "8x10 stale"), ofCluster("c2", "8x30"))
        .silent("25m", SILENT)
        .fires("26m", SILENT, 11, with(CLUSTER_ID, "c1"))
        .silent("26m", ABSENT);
  }

  private static RuleTest allSilent() {
    return test("all clusters fall silent")
        .given(ofCluster("c1", "8x10 stale"), ofCluster("c2", "8x10 stale"))
        .silent("25m", ABSENT)
        .fires("26m", ABSENT, 1)
        .silent("26m", SILENT);
  }

  private static Given ofCluster(String cluster, String gpus) {
    return Given.series(
        Runai.GPU_COUNT_PER_NODE, gpus, with(CLUSTER_ID, cluster), TestCluster.node("n1"));
  }

  private static Given allocated(String cluster, String gpus) {
    return Given.series(
        Runai.ALLOCATED_GPU_COUNT_PER_NODE,
        gpus,
        with(CLUSTER_ID, cluster),
        TestCluster.node("n1"));
  }
}
