package io.runboards.dashboards;

import static io.runboards.catalog.Labels.ACTION;
import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.DEPARTMENT;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Labels.WORKLOAD_TYPE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Reducer.MEAN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.catalog.Kai;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.ColorScheme;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Mapping;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.TimeSeries;
import io.runboards.query.Series;

/** Who holds more GPUs than guaranteed, and who waits for guaranteed ones. */
final class QuotaFairness implements DashboardSource {
  private static final Projects PROJECTS = Projects.of(Choices.CLUSTERS);
  private static final Workloads WORKLOADS = Workloads.of(Choices.CLUSTERS);
  private static final Fairness FAIRNESS = Fairness.of(Choices.CLUSTERS);
  private static final Nodes NODES = Nodes.of(Choices.CLUSTERS);
  private static final String WINDOW = "$__rate_interval";
  private static final String NO_KAI = "needs the metrics of the KAI scheduler";
  private static final DrillDown QUEUES =
      linkTo(Uids.DEPARTMENT, "Departments and queues").carrying(CLUSTER_ID);

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.QUOTA, "Run:ai / Quota and fairness")
        .answers(
            "Who holds GPUs that others are guaranteed and wait for?",
            "platform engineers, managers who settle quotas")
        .in("Run:ai")
        .tagged("runai", "gpu", "quota")
        .relatedTo("runai")
        .variables(Choices.CLUSTERS)
        .from("now-24h")
        .rows(now(), each(at), course(), waiting(), scheduler());
  }

  private static Row now() {
    return Tiles.of(
        stat("Starved projects")
            .about("Projects whose workloads wait although the project holds less than its quota.")
            .query(count(FAIRNESS.starved()).or(FAIRNESS.none()))
            .thresholds(Scales.faults())
            .decimals(0)
            .filled(),
        stat("GPUs owed")
            .about(
                "Guaranteed GPUs that projects ask for and do not get: the lesser of what they"
                    + " wait for and what is left of their quota.")
            .query(sum(FAIRNESS.owed()).or(FAIRNESS.none()))
            .thresholds(from(0, Palette.BUSY), from(0.01, Palette.BROKEN))
            .decimals(2)
            .filled(),
        stat("Unfairly held")
            .about(
                "GPUs that some projects borrow while others of the same cluster are owed theirs."
                    + " The scheduler takes back what is preemptible; the rest has to be asked for."
                    + " Borrowers stand first in the table below.")
            .query(sum(FAIRNESS.unfairlyHeld()).or(FAIRNESS.none()))
            .thresholds(from(0, Palette.BUSY), from(0.01, Palette.WASTE))
            .decimals(2)
            .filled(),
        stat("Borrowed")
            .about(
                "GPUs held beyond a quota. That is good use of free GPUs as long as nobody is owed"
                    + " any.")
            .query(sum(PROJECTS.borrowed()))
            .thresholds(from(0, Palette.CAPACITY), from(0.01, Palette.WASTE))
            .decimals(2),
        stat("GPUs waited for")
            .about("GPUs that workloads ask for which hold none, within a quota or beyond it.")
            .query(sum(WORKLOADS.waiting()).or(FAIRNESS.none()))
            .thresholds(Scales.waiting())
            .decimals(2),
        stat("Guaranteed")
            .about(
                "The share of all GPUs that is guaranteed to projects. Above 100 % not every"
                    + " guarantee can be kept at once, and somebody will be starved. Projects"
                    + " without a limit do not count.")
            .query(sum(PROJECTS.quota()).dividedBy(sum(NODES.gpus())))
            .thresholds(from(0, Palette.CAPACITY), from(1.0001, Palette.WASTE))
            .decimals(0));
  }

  private static Row each(Installation at) {
    Departments departments = Departments.of(at, Choices.CLUSTERS);
    Series quota = PROJECTS.each(Runai.PROJECT_GUARANTEED_GPUS);
    return row(
        table("Projects")
            .about(
                "Those that hold most for their quota come first. Orange: borrowed, or held without"
                    + " work; red: guaranteed, waited for and not given.")
            .query(departments.of(quota).or(quota).on(CLUSTER_ID, PROJECT), "Quota")
            .query(PROJECTS.allocated(), "Allocated")
            .query(PROJECTS.quotaUse(), "Quota use")
            .query(PROJECTS.borrowed().above(0), "Borrowed")
            .query(PROJECTS.wasted(), "Wasted")
            .query(WORKLOADS.waitingByProject(), "Waits for", WorkList.NOTHING_WAITS)
            .query(FAIRNESS.owed(), "Owed", WorkList.NOTHING_WAITS)
            .query(PROJECTS.utilization(), "GPU utilization")
            .columns(
                hidden(CLUSTER_ID),
                column(DEPARTMENT, Part.named("Department").drillDown(Links.DEPARTMENT)),
                column(PROJECT, Part.named("Project").drillDown(Links.PROJECT)),
                column(Part.named("Quota").decimals(0).mapped(Mapping.value(-1, "unlimited"))),
                column(Part.named("Allocated").decimals(2)),
                column(Bars.quotaUse("Quota use")),
                column(gpus("Borrowed", Palette.WASTE)),
                column(gpus("Waits for", Palette.WAITING)),
                column(gpus("Owed", Palette.BROKEN)),
                column(gpus("Wasted", Palette.WASTE)),
                column(Bars.work("GPU utilization")))
            .worstFirst("Quota use")
            .height(12));
  }

  private static Part gpus(String title, Color color) {
    return Part.named(title).coloredText().decimals(2).thresholds(from(0.01, color));
  }

  private static Row course() {
    return row(
            timeseries("Borrowed, owed, unused")
                .about(
                    "Borrowed and unused quota together are normal: one project lends to the"
                        + " other. Borrowed and owed together are not.")
                .query(sum(PROJECTS.borrowed()), "Borrowed")
                .query(sum(FAIRNESS.owed()).or(FAIRNESS.none()), "Owed")
                .query(sum(FAIRNESS.unused()).or(FAIRNESS.none()), "Unused quota")
                .parts(
                    Part.named("Borrowed").in(Palette.WASTE).filled(15),
                    Part.named("Owed").in(Palette.BROKEN).filled(40),
                    Part.named("Unused quota").in(Palette.QUOTA).dashed())
                .stepped()
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MAX)),
            byProject("Borrowed by project")
                .about("GPUs that each project holds beyond its quota.")
                .query(PROJECTS.borrowed().above(0), "{{project}}")
                .mayBeEmpty("no project borrows"))
        .height(9);
  }

  private static TimeSeries byProject(String title) {
    return timeseries(title)
        .colors(ColorScheme.BY_NAME)
        .stacked()
        .stepped()
        .filled(70)
        .thick(0)
        .min(0)
        .legend(Legend.table(LAST, MEAN))
        .drillDown(Links.PROJECT);
  }

  private static Row waiting() {
    Series longest = topk(20, WORKLOADS.named(WORKLOADS.waitingSeconds()));
    return row(
            byProject("GPUs waited for by project")
                .about("GPUs of the workloads that hold none.")
                .query(WORKLOADS.waitingByProject(), "{{project}}")
                .mayBeEmpty(WorkList.NOTHING_WAITS),
            table("Longest waiting")
                .about("Workloads that ask for GPUs and hold none, those that wait longest first.")
                .query(longest, "Waits for")
                .query(WORKLOADS.waiting().and(longest).on(CLUSTER_ID, WORKLOAD_ID), "GPUs")
                .columns(
                    hidden(CLUSTER_ID),
                    hidden(WORKLOAD_ID),
                    column(WORKLOAD_NAME, Part.named("Workload").drillDown(Links.WORKLOAD)),
                    column(WORKLOAD_TYPE, "Type"),
                    column(PROJECT, Part.named("Project").drillDown(Links.PROJECT)),
                    column(Part.named("GPUs").decimals(2)),
                    column(
                        Part.named("Waits for").decimals(1).coloredText().colored(Palette.WAITING)))
                .worstFirst("Waits for")
                .mayBeEmpty(WorkList.NOTHING_WAITS)
                .width(12))
        .height(9);
  }

  private static Row scheduler() {
    return row(
            "Scheduler",
            timeseries("Evicted pods")
                .width(8)
                .about("Pods a second that lost their place, by what the scheduler did it for.")
                .query(
                    sum(rate(metric(Kai.POD_GROUP_EVICTED_PODS_TOTAL), WINDOW)).by(ACTION),
                    "{{action}}")
                .min(0)
                .legend(Legend.list(LAST, MAX))
                .drillDown(QUEUES)
                .mayBeEmpty(NO_KAI),
            timeseries("Groups considered and scheduled")
                .width(8)
                .about(
                    "Groups of pods a second that the scheduler looked at and placed. Many looks"
                        + " and few places: the cluster is full, or what is asked for fits"
                        + " nowhere.")
                .query(perSecond(Kai.PODGROUPS_ACTED_ON_BY_ACTION), "Considered")
                .query(perSecond(Kai.PODGROUPS_SCHEDULED_BY_ACTION), "Scheduled")
                .query(perSecond(Kai.TOTAL_PREEMPTION_ATTEMPTS), "Preemption tried")
                .min(0)
                .legend(Legend.list(LAST, MEAN))
                .mayBeEmpty(NO_KAI),
            timeseries("Scheduling cycle")
                .width(8)
                .about("How long the scheduler's last round took: nobody gets a GPU sooner.")
                .query(max(metric(Kai.E2E_SCHEDULING_LATENCY_MILLISECONDS)), "Cycle")
                .min(0)
                .legend(Legend.list(LAST, MAX))
                .mayBeEmpty(NO_KAI))
        .closed();
  }

  private static Series perSecond(Metric counter) {
    return sum(rate(metric(counter), WINDOW));
  }
}
