package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CPU_QUOTA;
import static io.runboards.catalog.Labels.DEPARTMENT;
import static io.runboards.catalog.Labels.GPU_GUARANTEED_QUOTA;
import static io.runboards.catalog.Labels.MEMORY_QUOTA;
import static io.runboards.catalog.Labels.NODEPOOL;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.QUEUE_NAME;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MEAN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.dashboard.Variable.chosen;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.clampMin;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.catalog.Kai;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.ColorScheme;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.TimeSeries;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Series;

/** Departments and their queues: what each one is due, holds and wastes. */
final class DepartmentQueue implements DashboardSource {
  private static final ValuesOf DEPARTMENTS =
      valuesOf(DEPARTMENT, Runai.QUEUE_INFO)
          .titled("Department")
          .within(Choices.CLUSTERS)
          .multi()
          .orAll();

  private static final ValuesOf NODE_POOLS =
      valuesOf(NODEPOOL, Runai.QUEUE_INFO)
          .titled("Node pool")
          .within(Choices.CLUSTERS)
          .multi()
          .orAll();

  private static final Projects PROJECTS = Projects.of(Choices.CLUSTERS);
  private static final Workloads WORKLOADS = Workloads.of(Choices.CLUSTERS);

  @Override
  public Dashboard define(Installation at) {
    Departments departments = Departments.of(at, Choices.CLUSTERS, DEPARTMENTS);
    return dashboard(Uids.DEPARTMENT, "Run:ai / Department and queue")
        .answers(
            "Does each department get what it is due, and does it use it?",
            "heads of department, managers, platform engineers")
        .in("Run:ai")
        .tagged("runai", "gpu", "department")
        .relatedTo("runai")
        .variables(Choices.CLUSTERS, DEPARTMENTS, NODE_POOLS)
        .from("now-24h")
        .rows(now(departments), course(departments), tables(departments), queues(), scheduler());
  }

  private static Row now(Departments departments) {
    return Tiles.of(
        stat("Quota")
            .about("The GPUs that the projects of these departments are sure to get, in sum.")
            .query(sum(departments.of(PROJECTS.quota())))
            .colored(Palette.CAPACITY)
            .noValue("no limit")
            .decimals(0)
            .drillDown(Links.QUOTA),
        stat("Allocated GPUs")
            .about("What they hold now.")
            .query(sum(departments.of(PROJECTS.allocatedOrNone())))
            .colored(Palette.ALLOCATED)
            .decimals(2),
        stat("Borrowed GPUs")
            .about("What projects hold beyond their quota: others may take it back.")
            .query(sum(departments.of(PROJECTS.borrowed())))
            .thresholds(Scales.waste())
            .decimals(2)
            .drillDown(Links.QUOTA),
        stat("Wasted GPUs")
            .about("Allocated GPUs times the share of time in which they rest.")
            .query(sum(departments.of(PROJECTS.wasted())))
            .thresholds(Scales.waste())
            .decimals(1)
            .filled(),
        stat("GPUs waited for")
            .about("What the waiting workloads ask for in sum.")
            .query(
                sum(departments.of(WORKLOADS.waitingByProject()))
                    .or(sum(departments.of(PROJECTS.allocatedOrNone())).times(0)))
            .thresholds(Scales.waiting())
            .decimals(2),
        stat("Starved projects")
            .about("Projects that wait although they hold less than their quota.")
            .query(
                count(departments.of(PROJECTS.starved(WORKLOADS.waitingByProject())))
                    .or(sum(departments.of(PROJECTS.allocatedOrNone())).times(0)))
            .thresholds(Scales.faults())
            .decimals(0)
            .filled()
            .drillDown(Links.QUOTA));
  }

  private static Row course(Departments departments) {
    return row(
            stacked("Allocated GPUs by department", departments.everywhere(PROJECTS.allocated()))
                .about("What each department holds."),
            stacked("Wasted GPUs by department", departments.everywhere(PROJECTS.wasted()))
                .about("How many of them rest, in sum."))
        .height(9);
  }

  private static TimeSeries stacked(String title, Series byDepartment) {
    return timeseries(title)
        .query(byDepartment, "{{department}}")
        .colors(ColorScheme.BY_NAME)
        .stacked()
        .stepped()
        .filled(70)
        .thick(0)
        .min(0)
        .legend(Legend.table(LAST, MEAN))
        .drillDown(Links.DEPARTMENT);
  }

  private static Row tables(Departments departments) {
    return row(
        table("Departments")
            .about("Those that waste most come first. A click shows one department alone.")
            .query(departments.total(PROJECTS.quota()), "Quota")
            .query(departments.total(PROJECTS.allocatedOrNone()), "Allocated")
            .query(
                departments
                    .total(PROJECTS.allocatedUnderQuota())
                    .dividedBy(departments.total(PROJECTS.quota()).above(0))
                    .on(CLUSTER_ID, DEPARTMENT),
                "Quota use")
            .query(departments.total(PROJECTS.wasted()), "Wasted")
            .query(departments.total(PROJECTS.borrowed()).above(0), "Borrowed")
            .query(
                departments.total(WORKLOADS.waitingByProject()),
                "Waited for",
                WorkList.NOTHING_WAITS)
            .columns(
                hidden(CLUSTER_ID),
                column(DEPARTMENT, Part.named("Department").drillDown(Links.DEPARTMENT)),
                column(Part.named("Quota").decimals(0)),
                column(Part.named("Allocated").decimals(2)),
                column(Bars.quotaUse("Quota use")),
                column(waste("Borrowed")),
                column(waste("Wasted")),
                column(Part.named("Waited for").decimals(2)))
            .worstFirst("Wasted")
            .height(7),
        table("Projects")
            .about("The projects of these departments. A click leads to the project.")
            .query(departments.of(PROJECTS.quota()), "Quota")
            .query(departments.of(PROJECTS.allocatedOrNone()), "Allocated")
            .query(departments.of(PROJECTS.quotaUse()), "Quota use")
            .query(departments.of(PROJECTS.utilization()), "GPU utilization")
            .query(departments.of(PROJECTS.wasted()), "Wasted")
            .query(
                departments.of(WORKLOADS.waitingByProject()), "Waited for", WorkList.NOTHING_WAITS)
            .columns(
                hidden(CLUSTER_ID),
                column(DEPARTMENT, Part.named("Department").drillDown(Links.DEPARTMENT)),
                column(PROJECT, Part.named("Project").drillDown(Links.PROJECT)),
                column(Part.named("Quota").decimals(0).noValue("no limit")),
                column(Part.named("Allocated").decimals(2)),
                column(Bars.quotaUse("Quota use")),
                column(Bars.work("GPU utilization")),
                column(waste("Wasted")),
                column(Part.named("Waited for").decimals(2)))
            .worstFirst("Wasted")
            .height(12));
  }

  private static Row queues() {
    return row(
        "Queues as they are set up",
        table("Queues by node pool")
            .about("What each queue is sure to get of a node pool; -1 means unlimited.")
            .query(
                group(
                        metric(Runai.QUEUE_INFO)
                            .where(chosen(Choices.CLUSTERS, DEPARTMENTS, NODE_POOLS)))
                    .by(
                        CLUSTER_ID,
                        NODEPOOL,
                        DEPARTMENT,
                        QUEUE_NAME,
                        GPU_GUARANTEED_QUOTA,
                        CPU_QUOTA,
                        MEMORY_QUOTA),
                "Queues")
            .columns(
                hidden(CLUSTER_ID),
                column(NODEPOOL, "Node pool"),
                column(DEPARTMENT, Part.named("Department").drillDown(Links.DEPARTMENT)),
                column(QUEUE_NAME, "Queue"),
                column(GPU_GUARANTEED_QUOTA, "GPUs"),
                column(CPU_QUOTA, "CPU"),
                column(MEMORY_QUOTA, "Memory"),
                column(Part.named("Queues").outOfSight()))
            .height(10));
  }

  private static Row scheduler() {
    Series fairShare = queue(Kai.QUEUE_FAIR_SHARE_GPU);
    Series allocated = queue(Kai.QUEUE_ALLOCATED_GPUS);
    return row(
            "What the scheduler says",
            table("Fair share by queue")
                .about(
                    "What a queue holds against what it should hold, given who asks now. Below"
                        + " 100%, it waits for others to give back.")
                .query(queue(Kai.QUEUE_DESERVED_GPUS).atLeast(0), "Deserved")
                .query(fairShare, "Fair share")
                .query(allocated, "Allocated")
                .query(allocated.dividedBy(fairShare.above(0)).on(QUEUE_NAME), "Of fair share")
                .columns(
                    column(QUEUE_NAME, "Queue"),
                    column(Part.named("Deserved").decimals(0)),
                    column(Part.named("Fair share").decimals(2)),
                    column(Part.named("Allocated").decimals(2)),
                    column(Bars.quotaUse("Of fair share")))
                .leastFirst("Of fair share")
                .mayBeEmpty("the scheduler is not scraped here")
                .width(12),
            timeseries("GPUs below fair share")
                .about("Who is kept waiting by others, and since when.")
                .query(clampMin(fairShare.minus(allocated).on(QUEUE_NAME), 0), "{{queue_name}}")
                .colors(ColorScheme.BY_NAME)
                .stacked()
                .stepped()
                .filled(70)
                .thick(0)
                .min(0)
                .mayBeEmpty("the scheduler is not scraped here")
                .legend(Legend.table(LAST, MEAN)))
        .closed();
  }

  private static Series queue(Metric metric) {
    return max(metric(metric)).by(QUEUE_NAME);
  }

  private static Part waste(String title) {
    return Part.named(title).decimals(1).coloredText().thresholds(Scales.waste());
  }
}
