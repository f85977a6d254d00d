package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Platform;
import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Share;
import io.runboards.simulate.cluster.Workload;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What goes wrong with the hardware of GPUs, and with the exporters that watch it. */
public final class GpuIncidents {
  private static final int OFF_THE_BUS = 79;
  private static final int NOT_REPLACED = 64;
  private static final int CONTAINED = 94;
  private static final int LINK = 74;
  private static final double MINUTE = 60;
  private static final long STORM_BREAKS = 600;

  static final Incident OFF_BUS =
      new Incident(
          "gpu-off-the-bus",
          "A GPU falls off the bus",
          "Between one moment and the next a GPU no longer answers its host. Its work is lost, and"
              + " only a cold start of the node brings it back.",
          Duration.ofMinutes(25),
          (platform, seconds) -> {
            gpu(platform).lose();
            if (Stage.comesTo(0, platform, seconds)) {
              gpu(platform).xid(OFF_THE_BUS);
            }
          });

  static final Incident ECC_STORM =
      new Incident(
          "ecc-storm",
          "The memory of a GPU makes more and more errors",
          "For ten minutes the memory of a GPU corrects errors by the hundred. Then come two that"
              + " it cannot correct; it replaces a row, and the program that read it is stopped.",
          Duration.ofMinutes(25),
          GpuIncidents::storm);

  static final Incident ROW_NOT_REPLACED =
      new Incident(
          "row-remap-failure",
          "A GPU cannot repair its memory",
          "A row of memory breaks, and there is no spare one left. Whatever is placed on the GPU"
              + " will meet the same error.",
          Duration.ofMinutes(15),
          (platform, seconds) -> {
            gpu(platform).replaceRows(8, 2, true);
            if (Stage.comesTo(0, platform, seconds)) {
              gpu(platform).eccErrors(0, 1);
              gpu(platform).xid(NOT_REPLACED);
              pods(gpu(platform)).forEach(Pod::crash);
            }
          });

  static final Incident NVLINK_ERRORS =
      new Incident(
          "nvlink-errors",
          "GPUs of a node lose the link between them",
          "A link between the GPUs of a node reports errors on all of them. The job that spans"
              + " them dies.",
          Duration.ofMinutes(15),
          (platform, seconds) -> {
            if (Stage.comesTo(0, platform, seconds)) {
              for (Gpu gpu : node(platform).gpus()) {
                gpu.xid(LINK);
                workloads(gpu).forEach(Workload::fail);
              }
            }
          });

  static final Incident PCIE_REPLAYS =
      new Incident(
          "pcie-transfers-fail",
          "Transfers between a GPU and its host arrive broken",
          "A card has come loose in its slot. Many transfers have to be repeated, and the loading"
              + " of data slows down.",
          Duration.ofMinutes(30),
          (platform, seconds) -> gpu(platform).breakTransfers(40));

  static final Incident THERMAL_THROTTLING =
      new Incident(
          "thermal-throttling",
          "The GPUs of a node are too hot and slow down",
          "A fan of a node has failed. Its GPUs get hotter with each minute of work, and slow down"
              + " to protect themselves.",
          Duration.ofMinutes(30),
          (platform, seconds) -> node(platform).gpus().forEach(gpu -> gpu.overheat(40)));

  static final Incident EXPORTER_HANGS =
      new Incident(
          "dcgm-exporter-hangs",
          "The exporter of one node's GPUs does not answer",
          "The exporter waits for a driver that does not answer it. The GPUs of the node go on, but"
              + " nobody sees how they are.",
          Duration.ofMinutes(25),
          (platform, seconds) ->
              platform.targets().ofJob("dcgm-exporter").getFirst().reachable(false));

  public static final List<Incident> ALL =
      List.of(
          OFF_BUS,
          ECC_STORM,
          ROW_NOT_REPLACED,
          NVLINK_ERRORS,
          PCIE_REPLAYS,
          THERMAL_THROTTLING,
          EXPORTER_HANGS);

  private GpuIncidents() {}

  private static Node node(Platform platform) {
    return Stage.cluster(platform).nodes().getFirst();
  }

  private static Gpu gpu(Platform platform) {
    return node(platform).gpus().getFirst();
  }

  private static Stream<Pod> pods(Gpu gpu) {
    return gpu.shares().stream().map(Share::pod);
  }

  private static Stream<Workload> workloads(Gpu gpu) {
    return pods(gpu).map(Pod::workload);
  }

  private static void storm(Platform platform, long seconds) {
    Gpu gpu = gpu(platform);
    int corrected = (int) Math.ceil(40 * Stage.cluster(platform).now().step() / MINUTE);
    boolean breaks = Stage.comesTo(STORM_BREAKS, platform, seconds);
    gpu.eccErrors(corrected, breaks ? 2 : 0);
    if (seconds >= STORM_BREAKS) {
      gpu.replaceRows(3, 1, false);
    }
    if (breaks) {
      gpu.xid(CONTAINED);
      pods(gpu).forEach(Pod::crash);
    }
  }
}
