package io.runboards.alerts;

import static io.runboards.alerts.TestCluster.CLUSTER;
import static io.runboards.alerts.TestCluster.inCluster;
import static io.runboards.alerts.TestCluster.project;
import static io.runboards.alerts.TestCluster.workload;
import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Runai;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;

/**
 * What projects hold, against what they are guaranteed.
 *
 * <p>Quotas of departments are known only as text, and no query can compare those.
 */
final class Fairness {
  static final Alert STARVED =
      alert("RunaiProjectStarved", Urgency.WARNING, Waiting.owed())
          .holding("30m")
          .summary(
              "{{ $labels.project }} waits for {{ $value | humanize }} GPUs that it is guaranteed")
          .description(
              "For half an hour workloads of the project have waited that would fit into its quota."
                  + " The guarantee is not kept; its users see pending workloads and no reason.")
          .lookAt(Links.PROJECT, Links.QUOTA)
          .runbook(
              means(
                      "Workloads of the project hold no GPU, although each of them asks for no more"
                          + " than what is left of the project's guaranteed quota.")
                  .matters(
                      "Quotas are promises. A team that plans with its share cannot work, while"
                          + " others may hold more than theirs.")
                  .steps(
                      "See what the scheduler says: `kubectl -n runai-<project> describe pod <pod>`,"
                          + " under Events.",
                      "See who borrows, on the dashboard about quotas. What is preemptible should"
                          + " have been taken back; ask the owners of the rest.",
                      "See whether all guarantees together exceed the GPUs there are, on the same"
                          + " dashboard. Then somebody always starves: quotas have to change.",
                      "Look for a request that fits no node: too much CPU or memory, a node pool or"
                          + " a GPU model that is not there.",
                      "Read the scheduler's log: `kubectl -n runai logs deploy/runai-scheduler"
                          + " --since=30m`.")
                  .silence(
                      "Silence by project while its team knows and waits. Watch"
                          + " RunaiQueueStuck."));

  static final Alert BORROWS =
      alert("RunaiProjectBorrowsWhileOthersStarve", Urgency.INFO, borrowedFromTheStarved())
          .holding("1h")
          .summary(
              "{{ $labels.project }} holds {{ $value | humanize }} GPUs beyond its quota while"
                  + " others wait for theirs")
          .description(
              "Borrowed GPUs should go back as soon as somebody is owed them. For an hour they have"
                  + " not: these workloads cannot be preempted, or the scheduler does not do it.")
          .lookAt(Links.PROJECT, Links.QUOTA)
          .runbook(
              means(
                      "The project holds more GPUs than it is guaranteed, and in the same cluster a"
                          + " project waits for GPUs within its quota.")
                  .matters(
                      "RunaiProjectStarved tells who suffers; this tells who could help. It is"
                          + " nobody's fault.")
                  .steps(
                      "List what the project runs, on its dashboard, the largest first.",
                      "Interactive workloads are not preemptible by default: ask their owners to"
                          + " end or to shrink them.",
                      "Look for workloads with a priority that forbids preemption: `kubectl -n"
                          + " runai-<project> get pods -o custom-columns="
                          + "POD:.metadata.name,PRIORITY:.spec.priorityClassName`.",
                      "If they are preemptible, the scheduler has a reason: `kubectl -n runai logs"
                          + " deploy/runai-scheduler --since=30m`.")
                  .silence("Silence by project when the loan is agreed upon."));

  static final Alert QUOTA_NEARLY_USED =
      alert("RunaiProjectQuotaNearlyUsed", Urgency.INFO, quotaUse())
          .holding("1h")
          .summary(
              "{{ $labels.project }} uses {{ $value | humanizePercentage }} of its guaranteed GPUs")
          .description(
              "For an hour more than 90 % of the project's quota has been in use. What it starts"
                  + " next runs on borrowed GPUs, which can be taken away, or waits.")
          .lookAt(Links.PROJECT, Links.QUOTA)
          .runbook(
              means("The project holds between 90 and 100 % of its guaranteed GPUs.")
                  .matters(
                      "It is good use of a quota. Its users should know that more work is not"
                          + " guaranteed.")
                  .steps(
                      "See whether the GPUs are used, on the project's dashboard.",
                      "Look at the last weeks: a project that is always full needs another quota.",
                      "Compare with projects of the same department that use theirs less, on the"
                          + " dashboard about quotas.")
                  .silence("Silence by project once its owners know."));

  static final Alert WASTE =
      alert("RunaiProjectWaste", Urgency.INFO, wasted())
          .holding("6h")
          .summary(
              "{{ $labels.project }} holds {{ $value | humanize }} GPUs' worth of work that is not"
                  + " done")
          .description(
              "For six hours the project has left more than 70 % of its GPUs without work, at least"
                  + " eight in sum. Others may be waiting for them.")
          .lookAt(Links.PROJECT, Links.CAPACITY)
          .runbook(
              means(
                      "The project's GPUs times the share in which they idle is more than eight,"
                          + " and more than 70 % of what it holds.")
                  .matters("Nothing is broken. It is paid for, and nobody uses it.")
                  .steps(
                      "List the project's workloads on its dashboard, those that use their GPUs"
                          + " least first.",
                      "Ask the owners: a notebook that waits, a job that hangs, or a loader of"
                          + " data that cannot keep up.",
                      "Offer fractions of GPUs for notebooks and small services.",
                      "Set an idle time limit for the project's workloads.")
                  .silence("Silence by project while its team works on it."));

  static final RuleGroup GROUP =
      group("runai-fairness", STARVED, BORROWS, QUOTA_NEARLY_USED, WASTE);

  private Fairness() {}

  private static Series borrowedFromTheStarved() {
    return Usage.PROJECT_GPU_ALLOCATED
        .read()
        .minus(Waiting.quota())
        .on(CLUSTER_ID, PROJECT)
        .above(0)
        .and(sum(Waiting.owed()).by(CLUSTER_ID))
        .on(CLUSTER_ID);
  }

  private static Series quotaUse() {
    return Usage.PROJECT_GPU_ALLOCATED
        .read()
        .dividedBy(Waiting.quota().above(0))
        .on(CLUSTER_ID, PROJECT)
        .above(0.9)
        .atMost(1);
  }

  private static Series wasted() {
    Series share =
        Usage.PROJECT_GPU_WASTED
            .read()
            .dividedBy(Usage.PROJECT_GPU_ALLOCATED.read().above(0))
            .on(CLUSTER_ID, PROJECT);
    return Usage.PROJECT_GPU_WASTED.read().above(8).and(share.above(0.7)).on(CLUSTER_ID, PROJECT);
  }

  static List<RuleTest> tests() {
    return List.of(starved(), notStarved(), borrows(), nearlyUsed(), waste());
  }

  private static RuleTest starved() {
    return test("workloads that fit into the quota wait for half an hour")
        .given(
            quota("p1", "8x40"),
            holds("p1", "2x40"),
            asks("p1", "w1", "0 4x40"),
            asks("p1", "w2", "0 1x40"),
            quota("new", "4x40"),
            asks("new", "w3", "0 4x40"))
        .silent("30m", STARVED)
        .fires("31m", STARVED, 5, CLUSTER, project("p1"))
        .fires("31m", STARVED, 4, CLUSTER, project("new"));
  }

  private static RuleTest notStarved() {
    return test("no quota left, no limit, or a GPU already: nobody starves")
        .given(
            quota("full", "4x40"),
            holds("full", "2x40"),
            asks("full", "w1", "3x40"),
            quota("unlimited", "-1x40"),
            asks("unlimited", "w2", "1x40"),
            quota("runs", "8x40"),
            holds("runs", "1x40"),
            asks("runs", "w3", "2x40"),
            inCluster(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "1x40", workload("w3")),
            quota("cpu", "8x40"),
            asks("cpu", "w4", "0x40"))
        .silent("40m", STARVED);
  }

  private static RuleTest borrows() {
    return test("borrowed for an hour while another project of the cluster starves")
        .given(
            quota("p1", "8x70"),
            asks("p1", "w1", "0 4x70"),
            quota("p2", "4x70"),
            holds("p2", "6x70"),
            quota("p3", "4x70"),
            holds("p3", "4x70"),
            quota("p4", "-1x70"),
            holds("p4", "9x70"),
            Given.series(
                Runai.PROJECT_GUARANTEED_GPUS, "1x70", with(CLUSTER_ID, "c2"), project("p5")),
            Given.series(
                Runai.ALLOCATED_GPU_COUNT_PER_PROJECT,
                "5x70",
                with(CLUSTER_ID, "c2"),
                project("p5")))
        .silent("60m", BORROWS)
        .fires("61m", BORROWS, 2, CLUSTER, project("p2"));
  }

  private static RuleTest nearlyUsed() {
    return test("between 90 and 100 % of a quota for an hour")
        .given(
            quota("p1", "100x70"),
            holds("p1", "50 95x70"),
            quota("p2", "100x70"),
            holds("p2", "85x70"),
            quota("p3", "100x70"),
            holds("p3", "110x70"),
            quota("p4", "0x70"),
            holds("p4", "1x70"),
            quota("p5", "-1x70"),
            holds("p5", "1x70"))
        .silent("60m", QUOTA_NEARLY_USED)
        .fires("61m", QUOTA_NEARLY_USED, 0.95, CLUSTER, project("p1"));
  }

  private static RuleTest waste() {
    return test("many GPUs and most of them without work for six hours")
        .every("5m")
        .given(
            holds("p1", "0 16x80"),
            busy("p1", "25x80"),
            holds("few", "8x80"),
            busy("few", "25x80"),
            holds("half", "24x80"),
            busy("half", "50x80"))
        .silent("6h", WASTE)
        .fires("6h5m", WASTE, 12, CLUSTER, project("p1"));
  }

  private static Given quota(String project, String gpus) {
    return inCluster(Runai.PROJECT_GUARANTEED_GPUS, gpus, project(project));
  }

  private static Given holds(String project, String gpus) {
    return inCluster(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT, gpus, project(project));
  }

  private static Given busy(String project, String percent) {
    return inCluster(Runai.GPU_UTILIZATION_PER_PROJECT, percent, project(project));
  }

  private static Given asks(String project, String workload, String gpus) {
    return inCluster(Runai.REQUESTED_GPUS_PER_WORKLOAD, gpus, project(project), workload(workload));
  }
}
