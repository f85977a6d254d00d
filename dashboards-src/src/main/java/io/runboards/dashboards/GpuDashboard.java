package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.stateTimeline;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Reducer.MEAN;
import static io.runboards.dashboard.Reducer.MIN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.number;
import static io.runboards.query.Queries.quantile;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.catalog.Dcgm;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Mapping;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Variable.ValuesOf;

/** One GPU: who holds it, what it does, whether it is healthy. */
final class GpuDashboard implements DashboardSource {
  private static final ValuesOf ONE_GPU =
      valuesOf(GPU, Runai.GPU_UTILIZATION_PER_GPU)
          .titled("GPU")
          .within(Choices.CLUSTER, Choices.ONE_NODE)
          .numerical();

  private static final Gpus THIS = Gpus.of(Choices.CLUSTER, Choices.ONE_NODE, ONE_GPU);
  private static final Pods PODS = Pods.of(Choices.CLUSTER, Choices.ONE_NODE, ONE_GPU);
  private static final Hardware HARDWARE = Hardware.of(Choices.ONE_NODE, ONE_GPU);
  private static final Hardware NEIGHBOURS = Hardware.of(Choices.ONE_NODE);

  private static final String NO_DCGM = "no DCGM";
  private static final String NEEDS_DCGM = "dcgm-exporter is not scraped here";

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.GPU, "Run:ai / GPU")
        .answers(
            "Who holds this GPU, does it work, and is it healthy?",
            "platform engineers on call, hardware engineers")
        .in("Run:ai")
        .tagged("runai", "gpu", "instance")
        .relatedTo("runai")
        .variables(Choices.CLUSTER, Choices.ONE_NODE, ONE_GPU)
        .from("now-6h")
        .rows(now(), use(), memory(), hardware(), rare());
  }

  private static Row now() {
    return Tiles.of(
        stat("State")
            .about("Held idle: it hosts a pod and did nothing for ten minutes.")
            .query(THIS.state())
            .unit("none")
            .mapped(Scales.gpuWords())
            .thresholds(Scales.gpuState())
            .filled()
            .drillDown(Links.NODE)
            .width(4),
        stat("Utilization")
            .about("The share of time in which it did anything at all.")
            .query(THIS.work())
            .mapped(Scales.freeGpu())
            .thresholds(Scales.work())
            .decimals(0)
            .width(3),
        stat("Memory used")
            .about("The share of its memory that is taken.")
            .query(THIS.memoryShare())
            .colored(Palette.ALLOCATED)
            .decimals(0)
            .width(3),
        stat("Last work")
            .about("How long ago it last did something, if a pod holds it.")
            .query(THIS.sinceLastWork().and(THIS.held()).on(CLUSTER_ID, NODE, GPU))
            .thresholds(Scales.idling())
            .noValue("not held")
            .decimals(1)
            .width(4),
        stat("Temperature")
            .about("From about 83 °C on, GPUs of data centres slow down.")
            .query(HARDWARE.temperature())
            .thresholds(Scales.heat())
            .noValue(NO_DCGM)
            .decimals(0)
            .mayBeEmpty(NEEDS_DCGM)
            .width(3),
        stat("Power")
            .about("What it draws now.")
            .query(HARDWARE.each(Dcgm.DEV_POWER_USAGE))
            .colored(Palette.ALLOCATED)
            .noValue(NO_DCGM)
            .decimals(0)
            .mayBeEmpty(NEEDS_DCGM)
            .width(3),
        stat("Last XID")
            .about(
                "The code of the driver's last error: 48, 63, 64, 74, 79, 94 and 95 speak of"
                    + " hardware. Cordon the node before new work fails on it.")
            .query(HARDWARE.each(Dcgm.DEV_XID_ERRORS))
            .mapped(Mapping.value(0, "none"))
            .thresholds(Scales.faults())
            .noValue(NO_DCGM)
            .decimals(0)
            .filled()
            .mayBeEmpty(NEEDS_DCGM)
            .width(4));
  }

  private static Row use() {
    return row(
        timeseries("Activity")
            .about(
                "Utilization counts any work. High utilization with a low tensor pipe and high"
                    + " memory bandwidth waits for memory; with both low, it waits for its input.")
            .query(THIS.utilization(), "Utilization")
            .query(HARDWARE.each(Dcgm.PROF_PIPE_TENSOR_ACTIVE).times(100), "Tensor pipe")
            .query(HARDWARE.each(Dcgm.PROF_DRAM_ACTIVE).times(100), "Memory bandwidth")
            .parts(
                Part.named("Utilization").in(Palette.ALLOCATED).filled(15),
                Part.named("Tensor pipe").in(Palette.BUSY),
                Part.named("Memory bandwidth").in(Palette.WASTE))
            .thick(2)
            .min(0)
            .max(100)
            .legend(Legend.list(LAST, MEAN))
            .width(24)
            .height(9),
        stateTimeline("Who used this GPU")
            .about("The pods that held it, and how hard each of them used it.")
            .query(PODS.eachGpu(Runai.GPU_UTILIZATION_PER_POD_PER_GPU), "{{pod_name}}")
            .thresholds(Scales.work())
            .every("2m")
            .mayBeEmpty("no pod held it")
            .drillDown(Links.POD)
            .height(6),
        table("Pods on it now")
            .about("More than one share it in fractions.")
            .query(PODS.eachGpu(Runai.GPU_UTILIZATION_PER_POD_PER_GPU), "Utilization")
            .query(PODS.eachGpu(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_POD_PER_GPU), "Memory used")
            .columns(
                hidden(CLUSTER_ID),
                column(POD_NAME, Part.named("Pod").drillDown(Links.POD)),
                column(POD_NAMESPACE, "Namespace"),
                column(Bars.work("Utilization")),
                column(Part.named("Memory used").decimals(1)))
            .leastFirst("Utilization")
            .mayBeEmpty("no pod holds it")
            .height(5));
  }

  private static Row memory() {
    return row(
        timeseries("Memory")
            .about("What is taken of its memory. Near the dashed line, the next batch may fail.")
            .query(THIS.each(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_GPU), "Used")
            .query(THIS.each(Runai.GPU_MEMORY_TOTAL_MEBIBYTES_PER_GPU), "Capacity")
            .parts(
                Part.named("Used").in(Palette.ALLOCATED).filled(20),
                Part.named("Capacity").in(Palette.CAPACITY).dashed())
            .thick(2)
            .min(0)
            .legend(Legend.list(LAST, MAX)),
        timeseries("Temperature and its neighbours")
            .about(
                "Hotter than the median of its node under the same load: look at its cooling. It"
                    + " slows down at the dashed line.")
            .query(HARDWARE.temperature(), "This GPU")
            .query(quantile(0.5, NEIGHBOURS.temperature()), "Median of the node")
            .parts(
                Part.named("This GPU").in(Palette.WASTE),
                Part.named("Median of the node").in(Palette.CAPACITY).dashed())
            .thresholds(Color.TRANSPARENT, from(83, Palette.BROKEN))
            .withLimits()
            .thick(2)
            .min(20)
            .max(95)
            .mayBeEmpty(NEEDS_DCGM)
            .legend(Legend.list(LAST, MAX)));
  }

  private static Row hardware() {
    return row(
        timeseries("Power")
            .key("power over time")
            .about("What it draws. A GPU that only waits draws far less than one that computes.")
            .query(HARDWARE.each(Dcgm.DEV_POWER_USAGE), "Power")
            .parts(Part.named("Power").in(Palette.ALLOCATED).filled(15))
            .thick(2)
            .min(0)
            .mayBeEmpty(NEEDS_DCGM)
            .legend(Legend.list(LAST, MEAN)),
        timeseries("Clock")
            .about("A clock that falls under load is held down by heat or by its power limit.")
            .query(HARDWARE.each(Dcgm.DEV_SM_CLOCK).times(1e6), "Multiprocessors")
            .parts(Part.named("Multiprocessors").in(Palette.ALLOCATED))
            .unit("hertz")
            .stepped()
            .thick(2)
            .min(0)
            .mayBeEmpty(NEEDS_DCGM)
            .legend(Legend.list(LAST, MIN)));
  }

  private static Row rare() {
    return row(
            "Memory errors and energy",
            stat("Remapped rows")
                .about(
                    "Memory rows that were replaced in 24 hours after errors that could not be"
                        + " corrected. They take effect when the GPU is reset.")
                .query(HARDWARE.growth(Dcgm.DEV_UNCORRECTABLE_REMAPPED_ROWS, "24h"))
                .thresholds(Scales.faults())
                .noValue(NO_DCGM)
                .decimals(0)
                .digits(34)
                .mayBeEmpty(NEEDS_DCGM)
                .width(6),
            stat("Failed remap")
                .about("1: a broken row could not be replaced. Have the GPU exchanged.")
                .query(HARDWARE.each(Dcgm.DEV_ROW_REMAP_FAILURE))
                .mapped(Mapping.value(0, "no"), Mapping.value(1, "yes"))
                .thresholds(Scales.faults())
                .noValue(NO_DCGM)
                .digits(34)
                .mayBeEmpty(NEEDS_DCGM)
                .width(6),
            stat("Energy used")
                .about("In the time range of the dashboard.")
                .query(
                    HARDWARE
                        .growth(Dcgm.DEV_TOTAL_ENERGY_CONSUMPTION, "$__range")
                        .dividedBy(number(3.6e6)))
                .unit("watth")
                .colored(Palette.CAPACITY)
                .noValue(NO_DCGM)
                .decimals(1)
                .digits(34)
                .mayBeEmpty(NEEDS_DCGM)
                .width(6))
        .closed();
  }
}
