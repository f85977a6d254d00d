package io.runboards.simulate.cluster;

/**
 * A kind of GPU, and of the nodes that are built around it.
 *
 * @param name as the driver calls it
 * @param pool the node pool of such nodes
 * @param memory the memory of a GPU in MiB
 * @param idleWatts what it draws without work
 * @param mostWatts what it draws at full work
 * @param idleClock its clock without work in MHz
 * @param mostClock its clock at work in MHz
 * @param memoryClock the clock of its memory in MHz
 * @param cores the node's cores for each GPU
 * @param hostMemory the node's memory for each GPU in bytes
 * @param linked whether GPUs of several nodes work together: they have NVLink, the nodes InfiniBand
 */
public record GpuModel(
    String name,
    String pool,
    double memory,
    double idleWatts,
    double mostWatts,
    double idleClock,
    double mostClock,
    double memoryClock,
    int cores,
    double hostMemory,
    boolean linked) {
  private static final double GIB = 1L << 30;

  public static final GpuModel H100 =
      new GpuModel(
          "NVIDIA H100 80GB HBM3", "h100", 81_559, 72, 700, 345, 1980, 2619, 24, 256 * GIB, true);

  public static final GpuModel A100 =
      new GpuModel(
          "NVIDIA A100-SXM4-40GB", "a100", 40_960, 52, 400, 210, 1410, 1215, 16, 128 * GIB, true);

  public static final GpuModel L40S =
      new GpuModel("NVIDIA L40S", "l40s", 46_068, 36, 350, 210, 2520, 9001, 12, 96 * GIB, false);

  public static final GpuModel T4 =
      new GpuModel("Tesla T4", "t4", 15_360, 12, 70, 300, 1590, 5001, 8, 48 * GIB, false);

  /** Of nodes without a GPU. */
  static final GpuModel NONE = new GpuModel("", "default", 0, 0, 1, 0, 0, 0, 0, 0, false);
}
