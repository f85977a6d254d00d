package io.runboards.alerts;

import static io.runboards.query.Queries.rate;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Dcgm;
import io.runboards.catalog.Metric;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;

/** GPUs that get too hot. */
final class GpuHeat {
  /** A GPU without a sensor reports a huge number. */
  private static final double NO_TEMPERATURE = 200;

  private static final String COMPARE =
      "Compare it with its neighbours: `nvidia-smi --query-gpu=index,temperature.gpu,"
          + "temperature.memory,fan.speed,power.draw --format=csv`. One hot GPU has a cooling"
          + " problem of its own, a hot node one of its fans, a hot row one of the room.";

  static final Alert HOT =
      alert("GpuHot", Urgency.WARNING, temperature(Dcgm.DEV_GPU_TEMP).above(85))
          .holding("5m")
          .summary(
              "GPU {{ $labels.gpu }} of {{ $labels.node }} is at"
                  + " {{ $value | printf \"%.0f\" }} °C")
          .description(
              "The GPU has been hotter than 85 °C for five minutes. It is about to slow down to"
                  + " protect itself, and a job that spans GPUs runs at the pace of its slowest.")
          .lookAt(Links.GPU_OF_NODE, Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "The GPU's own sensor shows more than 85 °C. Data-centre GPUs slow down a few"
                          + " degrees above that and switch off somewhat later.")
                  .matters(
                      "Work gets slower, then stops. Heat over weeks also ages the memory beside"
                          + " the chip.")
                  .steps(
                      COMPARE,
                      "See whether it slows down already: `nvidia-smi -q -i <gpu> -d PERFORMANCE`.",
                      "Look at fans and air: `ipmitool sdr type fan`, filters, blanking panels, the"
                          + " temperature of the inlet.",
                      "Until it is repaired, lower its power, which costs little speed: `nvidia-smi"
                          + " -i <gpu> -pl <watts>`.",
                      "If it goes on to rise, take the node out: `kubectl cordon <node>`, then"
                          + " `kubectl drain <node> --ignore-daemonsets --delete-emptydir-data`.")
                  .silence(
                      "Silence by node during announced work on the cooling. Watch"
                          + " GpuThermalThrottle."));

  static final Alert MEMORY_HOT =
      alert("GpuMemoryHot", Urgency.WARNING, temperature(Dcgm.DEV_MEMORY_TEMP).above(95))
          .holding("5m")
          .summary(
              "The memory of GPU {{ $labels.gpu }} of {{ $labels.node }} is at"
                  + " {{ $value | printf \"%.0f\" }} °C")
          .description(
              "The memory has been above 95 °C for five minutes, the limit that vendors give for"
                  + " stacked memory. It slows down, and errors that cannot be corrected get more"
                  + " likely.")
          .lookAt(Links.GPU_OF_NODE, Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "The sensor in the GPU's memory shows more than 95 °C. The chip beside it can"
                          + " be much cooler.")
                  .matters(
                      "Programs that are bound by memory slow down. Hot memory fails sooner: rows"
                          + " have to be replaced until none is left.")
                  .steps(
                      COMPARE,
                      "See the limits of this model: `nvidia-smi -q -i <gpu> -d TEMPERATURE`.",
                      "Look for errors that it has led to: `nvidia-smi -q -i <gpu> -d"
                          + " ECC,ROW_REMAPPER`.",
                      "Look at fans, air and the seat of the cooler; lower its power meanwhile:"
                          + " `nvidia-smi -i <gpu> -pl <watts>`.")
                  .silence(
                      "Silence by node during announced work on the cooling. Watch"
                          + " GpuUncorrectableRemaps."));

  static final Alert THERMAL_THROTTLE =
      alert(
              "GpuThermalThrottle",
              Urgency.WARNING,
              GpuTelemetry.each(Dcgm.DEV_THERMAL_VIOLATION, counter -> rate(counter, "5m"))
                  .above(0))
          .holding("10m")
          .summary("GPU {{ $labels.gpu }} of {{ $labels.node }} slows down because of heat")
          .description(
              "For ten minutes the GPU has lowered its clock again and again to stay below its"
                  + " limit. Whatever runs on it is slower than it should be, and so is every other"
                  + " GPU of the same job.")
          .lookAt(Links.GPU_OF_NODE, Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "The time that the GPU spent slowed down for heat kept growing. How much it"
                          + " was cannot be told: sources disagree on the counter's unit. The"
                          + " exporter counts it only if its counter list has the line"
                          + " DCGM_FI_DEV_THERMAL_VIOLATION.")
                  .matters(
                      "A training over a hundred GPUs waits for this one at every step. Users see"
                          + " slow jobs and no error.")
                  .steps(
                      "Confirm it: `nvidia-smi -q -i <gpu> -d PERFORMANCE` lists the reasons for"
                          + " low clocks; \"Thermal Slowdown: Active\" is it.",
                      COMPARE,
                      "Tell the owners of jobs on it that they can move to another node.",
                      "Look at fans, air and the seat of the cooler. Cordon the node if jobs over"
                          + " many GPUs would land on it: `kubectl cordon <node>`.")
                  .silence("Silence by node during announced work on the cooling. Watch GpuHot."));

  static final RuleGroup GROUP = group("gpu-heat", HOT, MEMORY_HOT, THERMAL_THROTTLE);

  private GpuHeat() {}

  private static Series temperature(Metric sensor) {
    return GpuTelemetry.each(sensor).below(NO_TEMPERATURE);
  }

  static List<RuleTest> tests() {
    return List.of(
        test("more than 85 °C for five minutes, and no number that is no temperature")
            .given(
                TestCluster.onGpu(Dcgm.DEV_GPU_TEMP, "0", "70 86x10"),
                TestCluster.onGpu(Dcgm.DEV_GPU_TEMP, "1", "84x11"),
                TestCluster.onGpu(Dcgm.DEV_GPU_TEMP, "2", "0 110x10"),
                TestCluster.onGpu(Dcgm.DEV_GPU_TEMP, "3", "9223372036854775794x11"),
                TestCluster.onGpu(Dcgm.DEV_GPU_TEMP, "4", "255x11"))
            .silent("5m", HOT)
            .fires("6m", HOT, 86, TestCluster.gpu("0"))
            .fires("6m", HOT, 110, TestCluster.gpu("2")),
        test("memory above 95 °C for five minutes")
            .given(
                TestCluster.onGpu(Dcgm.DEV_MEMORY_TEMP, "0", "70 96x10"),
                TestCluster.onGpu(Dcgm.DEV_MEMORY_TEMP, "1", "94x11"),
                TestCluster.onGpu(Dcgm.DEV_MEMORY_TEMP, "2", "0 110x10"),
                TestCluster.onGpu(Dcgm.DEV_MEMORY_TEMP, "3", "255x11"))
            .silent("5m", MEMORY_HOT)
            .fires("6m", MEMORY_HOT, 96, TestCluster.gpu("0"))
            .fires("6m", MEMORY_HOT, 110, TestCluster.gpu("2")),
        test("slowed down for ten minutes; once slowed down is not")
            .given(
                TestCluster.onGpu(Dcgm.DEV_THERMAL_VIOLATION, "0", "0+60x20"),
                TestCluster.onGpu(Dcgm.DEV_THERMAL_VIOLATION, "1", "0x3 50x17"),
                TestCluster.onGpu(Dcgm.DEV_THERMAL_VIOLATION, "2", "7x20"))
            .silent("10m", THERMAL_THROTTLE)
            .fires("11m", THERMAL_THROTTLE, 1, TestCluster.gpu("0")));
  }
}
