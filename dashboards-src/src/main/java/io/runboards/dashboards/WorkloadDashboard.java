package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Labels.WORKLOAD_TYPE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.statusHistory;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Reducer.MEAN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.avgOverTime;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.TimeSeries;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import java.util.List;

/** One workload: does it run, does it use its GPUs, what holds it up? */
final class WorkloadDashboard implements DashboardSource {
  private static final ValuesOf PROJECTS = Choices.ONE_PROJECT.orAll();

  private static final ValuesOf WORKLOAD =
      valuesOf(WORKLOAD_ID, Runai.REQUESTED_GPUS_PER_WORKLOAD)
          .titled("Workload")
          .worded(WORKLOAD_NAME)
          .within(Choices.CLUSTER, PROJECTS);

  /**
   * Follows the workload: no metric says which pods are its own, but their names begin with its.
   */
  private static final ValuesOf NAME =
      valuesOf(WORKLOAD_NAME, Runai.REQUESTED_GPUS_PER_WORKLOAD)
          .titled("Its pods begin with")
          .within(Choices.CLUSTER, WORKLOAD);

  private static final Workloads THIS = Workloads.of(Choices.CLUSTER, WORKLOAD);
  private static final Pods PODS =
      new Pods(
          List.of(
              Choices.CLUSTER.chosen(), Condition.matches(POD_NAME, "$" + NAME.name() + "-.+")));

  private static final String CPU_ONLY = "the workload has no GPU";

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.WORKLOAD, "Run:ai / Workload")
        .answers("Does my workload run, and does it use what it holds?", "researchers")
        .in("Run:ai")
        .tagged("runai", "gpu", "instance")
        .relatedTo("runai")
        .variables(Choices.CLUSTER, PROJECTS, WORKLOAD, NAME)
        .from("now-12h")
        .rows(now(), asked(), gpus(), pods(), cpu());
  }

  private static Row now() {
    return Tiles.of(
        stat("State")
            .about(
                "Idle: it holds GPUs and has not used them for ten minutes. Waiting: it asks for"
                    + " GPUs and holds none.")
            .query(THIS.state())
            .unit("none")
            .mapped(Scales.workloadWords())
            .thresholds(Scales.workloadState())
            .noValue("ended")
            .filled()
            .width(4),
        stat("Allocated GPUs")
            .about("What it holds now, fractions included.")
            .query(THIS.allocated())
            .colored(Palette.ALLOCATED)
            .noValue("none")
            .decimals(2)
            .width(3),
        stat("GPU utilization")
            .about("The mean of its GPUs. Below 40%, most of what it holds rests.")
            .query(THIS.utilization())
            .thresholds(Scales.work())
            .noValue("none")
            .decimals(0)
            .width(4),
        stat("GPU memory")
            .about("What it uses on all its GPUs.")
            .query(THIS.gpuMemory())
            .colored(Palette.ALLOCATED)
            .noValue("none")
            .decimals(1)
            .width(4),
        stat("Idle for")
            .about("The time since it last used any of its GPUs. End it, or give GPUs back.")
            .query(THIS.each(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD))
            .thresholds(Scales.idling())
            .noValue("no GPU")
            .decimals(1)
            .width(3),
        stat("Ran for")
            .about("Its run time in sum.")
            .query(THIS.each(Runai.RUN_TIME_SECONDS_PER_WORKLOAD))
            .colored(Palette.CAPACITY)
            .noValue("not yet")
            .decimals(1)
            .width(3),
        stat("Waited for")
            .about("Its time in the queue in sum, also after it was preempted.")
            .query(THIS.each(Runai.WAIT_TIME_SECONDS_PER_WORKLOAD))
            .thresholds(from(0, Palette.CAPACITY), from(1800, Palette.WAITING))
            .decimals(1)
            .width(3));
  }

  private static Row asked() {
    return row(
        table("Workload")
            .about("What it asked for. GPU memory is empty if it asked for whole GPUs.")
            .query(THIS.requested(), "GPUs asked for")
            .query(
                THIS.each(Runai.REQUESTED_GPU_MEMORY_MB_PER_WORKLOAD).above(0),
                "GPU memory asked for")
            .query(
                THIS.each(Runai.LAST_GPU_UTILIZATION_TIME_PER_WORKLOAD).above(0).times(1000),
                "Last GPU work")
            .columns(
                hidden(CLUSTER_ID),
                hidden(WORKLOAD_ID),
                column(WORKLOAD_NAME, "Workload"),
                column(WORKLOAD_TYPE, "Type"),
                column(PROJECT, Part.named("Project").drillDown(Links.PROJECT)),
                column(Part.named("GPUs asked for").decimals(2)),
                column(Part.named("GPU memory asked for").decimals(0)),
                column(Part.named("Last GPU work").unit("dateTimeFromNow")))
            .height(4));
  }

  private static Row gpus() {
    return row(
            timeseries("GPU utilization")
                .key("GPU utilization over time")
                .about("A saw of work and pauses points at loading data or saving checkpoints.")
                .query(THIS.utilization(), "Utilization")
                .query(avgOverTime(THIS.utilization(), "1h:1m"), "Mean of 1 hour")
                .parts(
                    Part.named("Utilization").in(Palette.ALLOCATED).filled(15),
                    Part.named("Mean of 1 hour").in(Palette.QUOTA).thick(2))
                .min(0)
                .max(100)
                .mayBeEmpty(CPU_ONLY)
                .legend(Legend.list(LAST, MEAN)),
            timeseries("GPU memory used")
                .about("What it uses on all its GPUs. A steady rise over days is a leak.")
                .query(THIS.gpuMemory(), "Used")
                .parts(Part.named("Used").in(Palette.ALLOCATED).filled(20))
                .thick(2)
                .min(0)
                .mayBeEmpty(CPU_ONLY)
                .legend(Legend.list(LAST, MAX)))
        .height(8);
  }

  private static Row pods() {
    return row(
        statusHistory("GPU utilization, each GPU")
            .about(
                "One row below the others is a straggler that all wait for. Orange is hardly used,"
                    + " green busy.")
            .query(PODS.eachGpu(Runai.GPU_UTILIZATION_PER_POD_PER_GPU), "{{pod_name}} GPU {{gpu}}")
            .thresholds(Scales.work())
            .every("10m")
            .mayBeEmpty(CPU_ONLY)
            .drillDown(Links.POD)
            .height(9),
        table("Pods")
            .about("Pods whose names begin with the workload's, those that work least first.")
            .query(PODS.gpus(), "GPUs")
            .query(PODS.utilization(), "GPU utilization")
            .query(PODS.gpuMemory(), "GPU memory")
            .query(PODS.cores(), "CPU cores")
            .columns(
                hidden(CLUSTER_ID),
                column(POD_NAME, Part.named("Pod").drillDown(Links.POD)),
                column(POD_NAMESPACE, "Namespace"),
                column(NODE, Part.named("Node").drillDown(Links.NODE)),
                column(Part.named("GPUs").decimals(2)),
                column(Bars.work("GPU utilization")),
                column(Part.named("GPU memory").decimals(1)),
                column(Part.named("CPU cores").decimals(1)))
            .leastFirst("GPU utilization")
            .mayBeEmpty("it has no pod now")
            .height(8));
  }

  private static Row cpu() {
    return row(
            usage(
                    "CPU cores",
                    THIS.each(Runai.JOB_CPU_USAGE),
                    Runai.ACTIVE_JOB_CPU_REQUESTED_CORES,
                    Runai.CPU_LIMITS_PER_ACTIVE_WORKLOAD)
                .about("At its limit it is slowed down, and its GPUs wait for it."),
            usage(
                    "Memory",
                    THIS.each(Runai.JOB_MEMORY_USED_BYTES),
                    Runai.ACTIVE_JOB_MEMORY_REQUESTED_BYTES,
                    Runai.MEMORY_LIMITS_PER_ACTIVE_WORKLOAD)
                .about("At its limit it is killed. Far below its request, it blocks a node."))
        .height(8);
  }

  private static TimeSeries usage(String title, Series used, Metric requested, Metric limit) {
    return timeseries(title)
        .query(used, "Used")
        .query(THIS.ofJobs(requested, Choices.CLUSTER), "Requested")
        .query(THIS.ofJobs(limit, Choices.CLUSTER), "Limit")
        .parts(
            Part.named("Used").in(Palette.BUSY).filled(20),
            Part.named("Requested").in(Palette.ALLOCATED),
            Part.named("Limit").in(Palette.BROKEN).dashed())
        .thick(2)
        .min(0)
        .legend(Legend.list(LAST, MAX));
  }
}
