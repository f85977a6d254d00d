package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CPU_QUOTA;
import static io.runboards.catalog.Labels.DEPARTMENT;
import static io.runboards.catalog.Labels.GPU_GUARANTEED_QUOTA;
import static io.runboards.catalog.Labels.MEMORY_QUOTA;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Labels.WORKLOAD_TYPE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Reducer.MEAN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.number;
import static io.runboards.query.Queries.sortDesc;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.sumOverTime;
import static io.runboards.query.Queries.topk;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Mapping;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.query.Series;

/** One project: what it has, what it makes of it, what it waits for. */
final class ProjectDashboard implements DashboardSource {
  private static final Projects THIS = Projects.of(Choices.CLUSTER, Choices.ONE_PROJECT);
  private static final Workloads WORKLOADS = Workloads.of(Choices.CLUSTER).in(Choices.ONE_PROJECT);

  /** For sums over time: to be named, which keeps those of the project, at each moment. */
  private static final Workloads EVERYONES = Workloads.of(Choices.CLUSTER);

  private static final double UNLIMITED = -1;

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.PROJECT, "Run:ai / Project")
        .answers(
            "What does my project hold, does it use it, and what waits?", "team leads, researchers")
        .in("Run:ai")
        .tagged("runai", "gpu", "project")
        .relatedTo("runai")
        .variables(Choices.CLUSTER, Choices.ONE_PROJECT)
        .from("now-6h")
        .rows(now(), course(), workloads(), hours(), rest(at));
  }

  private static Row now() {
    return Tiles.of(
        stat("Quota")
            .about("The GPUs that the project is sure to get.")
            .query(THIS.each(Runai.PROJECT_GUARANTEED_GPUS))
            .mapped(Mapping.value(UNLIMITED, "no limit"))
            .colored(Palette.CAPACITY)
            .decimals(0)
            .drillDown(Links.QUOTA)
            .width(3),
        stat("Allocated GPUs")
            .about("What its workloads hold now.")
            .query(THIS.allocatedOrNone())
            .colored(Palette.ALLOCATED)
            .decimals(2)
            .width(4),
        stat("Quota use")
            .about("Above 100%, GPUs are borrowed: others may take them back at any time.")
            .query(THIS.quotaUse())
            .thresholds(Scales.quotaUse())
            .noValue("no limit")
            .decimals(0)
            .drillDown(Links.QUOTA)
            .width(3),
        stat("GPU utilization")
            .about("The mean of the GPUs that the project holds.")
            .query(THIS.utilization())
            .thresholds(Scales.work())
            .noValue("none held")
            .decimals(0)
            .width(3),
        stat("Wasted GPUs")
            .about("Allocated GPUs times the share of time in which they rest.")
            .query(THIS.wasted())
            .thresholds(Scales.waste())
            .noValue("none held")
            .decimals(1)
            .filled()
            .width(4),
        stat("Workloads waiting")
            .about("Workloads that ask for GPUs and hold none.")
            .query(count(WORKLOADS.waiting()).or(THIS.zero()))
            .thresholds(Scales.waiting())
            .decimals(0)
            .width(4),
        stat("GPU hours")
            .about("Allocated GPUs times hours, in the time range of the dashboard.")
            .query(THIS.gpuHours())
            .colored(Palette.CAPACITY)
            .noValue("none held")
            .decimals(0)
            .width(3));
  }

  private static Row course() {
    return row(
        timeseries("Quota, allocated, busy")
            .about(
                "Above the dashed line, GPUs are borrowed. The gap between allocated and busy is"
                    + " held and does not work.")
            .query(THIS.allocatedOrNone(), "Allocated")
            .query(THIS.busy(), "Busy")
            .query(THIS.quota(), "Quota")
            .parts(
                Part.named("Allocated").in(Palette.ALLOCATED).filled(10).stepped(),
                Part.named("Busy").in(Palette.BUSY).filled(25),
                Part.named("Quota").in(Palette.QUOTA).dashed().stepped())
            .thick(2)
            .min(0)
            .legend(Legend.list(LAST, MEAN))
            .width(14),
        timeseries("GPUs waited for")
            .about("What the waiting workloads ask for in sum.")
            .query(
                WORKLOADS
                    .waitingByProject()
                    .or(THIS.allocatedOrNone().times(0))
                    .on(CLUSTER_ID, PROJECT),
                "Waited for")
            .parts(Part.named("Waited for").in(Palette.WAITING).filled(20))
            .stepped()
            .thick(2)
            .min(0)
            .legend(Legend.list(LAST, MAX))
            .width(10));
  }

  private static Row workloads() {
    Series requested = WORKLOADS.requested();
    return row(
        table("Workloads")
            .about(
                "Those that hold GPUs without using them come first. Idle begins after ten"
                    + " minutes.")
            .query(WORKLOADS.state(), "State")
            .query(requested, "Requested")
            .query(WORKLOADS.allocated(), "Allocated")
            .query(WORKLOADS.utilization(), "GPU utilization")
            .query(WORKLOADS.idleSeconds(), "Idle for")
            .query(WORKLOADS.each(Runai.RUN_TIME_SECONDS_PER_WORKLOAD), "Ran for")
            .query(WORKLOADS.each(Runai.WAIT_TIME_SECONDS_PER_WORKLOAD).atLeast(60), "Waited for")
            .columns(
                hidden(CLUSTER_ID),
                hidden(WORKLOAD_ID),
                column(WORKLOAD_NAME, Part.named("Workload").drillDown(Links.WORKLOAD)),
                column(WORKLOAD_TYPE, "Type"),
                column(
                    Part.named("State")
                        .unit("none")
                        .mapped(Scales.workloadWords())
                        .coloredText()
                        .thresholds(Scales.workloadState())),
                column(Part.named("Requested").decimals(2)),
                column(Part.named("Allocated").decimals(2)),
                column(Bars.work("GPU utilization")),
                column(
                    Part.named("Idle for").decimals(1).coloredText().thresholds(Scales.idling())),
                column(Part.named("Ran for").decimals(1)),
                column(Part.named("Waited for").decimals(1)))
            .worstFirst("State")
            .mayBeEmpty("the project runs nothing")
            .height(12));
  }

  private static Row hours() {
    return row(
            bargauge("GPU hours by workload")
                .about("Where the GPU hours of the time range went, the ten largest.")
                .query(
                    sortDesc(topk(10, hours(WORKLOADS.named(EVERYONES.allocated())))),
                    "{{workload_name}}")
                .colored(Palette.ALLOCATED)
                .min(0)
                .decimals(1)
                .mayBeEmpty("no workload held a GPU")
                .drillDown(Links.WORKLOAD),
            bargauge("Wasted GPU hours by workload")
                .about(
                    "The part of them in which the GPUs rested, the ten largest: ask for fewer"
                        + " GPUs, share them, or feed them faster.")
                .query(sortDesc(topk(10, hours(WORKLOADS.named(wasted())))), "{{workload_name}}")
                .colored(Palette.WASTE)
                .min(0)
                .decimals(1)
                .mayBeEmpty("no workload held a GPU")
                .drillDown(Links.WORKLOAD))
        .height(9);
  }

  private static Row rest(Installation at) {
    return row(
            "CPU, memory and limits",
            timeseries("CPU used")
                .about("The cores that all workloads of the project use.")
                .query(ofAllJobs(Runai.JOB_CPU_USAGE), "Cores")
                .parts(Part.named("Cores").in(Palette.ALLOCATED).filled(15))
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MAX)),
            timeseries("Memory used")
                .about("The CPU memory that all workloads of the project use.")
                .query(ofAllJobs(Runai.JOB_MEMORY_USED_BYTES), "Memory")
                .parts(Part.named("Memory").in(Palette.ALLOCATED).filled(15))
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MAX)),
            table("Limits as they are set")
                .about("-1 means unlimited. A click on the department leads to it.")
                .query(
                    group(Departments.of(at, Choices.CLUSTER, Choices.ONE_PROJECT).infos())
                        .by(
                            CLUSTER_ID,
                            PROJECT,
                            DEPARTMENT,
                            GPU_GUARANTEED_QUOTA,
                            CPU_QUOTA,
                            MEMORY_QUOTA),
                    "Projects")
                .columns(
                    hidden(CLUSTER_ID),
                    column(PROJECT, "Project"),
                    column(DEPARTMENT, Part.named("Department").drillDown(Links.DEPARTMENT)),
                    column(GPU_GUARANTEED_QUOTA, "GPUs"),
                    column(CPU_QUOTA, "CPU"),
                    column(MEMORY_QUOTA, "Memory"),
                    column(Part.named("Projects").outOfSight()))
                .height(4))
        .closed();
  }

  private static Series wasted() {
    return EVERYONES
        .allocated()
        .times(number(1).minus(EVERYONES.utilization().dividedBy(100)))
        .on(CLUSTER_ID, WORKLOAD_ID);
  }

  private static Series hours(Series gpus) {
    return sumOverTime(gpus, "$__range:1m").dividedBy(60);
  }

  private static Series ofAllJobs(Metric metric) {
    return sum(
        max(metric(metric).where(Choices.CLUSTER.chosen(), Choices.ONE_PROJECT.chosen()))
            .by(CLUSTER_ID, WORKLOAD_ID));
  }
}
