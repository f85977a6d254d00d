package io.runboards.simulate.gpu;

import io.runboards.catalog.Dcgm;
import io.runboards.catalog.Metric;
import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.GpuModel;
import io.runboards.simulate.cluster.Share;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the sensors of a GPU read now, for the whole of it or for one of its slices. */
final class Readings {
  /** What is read, in this order. */
  static final List<Metric> READ =
      List.of(
          Dcgm.DEV_GPU_UTIL,
          Dcgm.DEV_MEM_COPY_UTIL,
          Dcgm.PROF_GR_ENGINE_ACTIVE,
          Dcgm.PROF_SM_ACTIVE,
          Dcgm.PROF_SM_OCCUPANCY,
          Dcgm.PROF_PIPE_TENSOR_ACTIVE,
          Dcgm.PROF_DRAM_ACTIVE,
          Dcgm.DEV_FB_USED,
          Dcgm.DEV_FB_FREE,
          Dcgm.DEV_FB_RESERVED,
          Dcgm.DEV_FB_TOTAL,
          Dcgm.DEV_GPU_TEMP,
          Dcgm.DEV_MEMORY_TEMP,
          Dcgm.DEV_POWER_USAGE,
          Dcgm.DEV_SM_CLOCK,
          Dcgm.DEV_MEM_CLOCK,
          Dcgm.DEV_ROW_REMAP_FAILURE,
          Dcgm.PROF_PCIE_TX_BYTES,
          Dcgm.PROF_PCIE_RX_BYTES);

  /** What a GPU shows for a sensor that it lacks. */
  static final double BLANK = 9_223_372_036_854_775_794.0;

  /** Names, for they are asked for in each step and a metric is slow to compare. */
  private static final Set<String> NOT_OF_SLICES =
      Set.of(Dcgm.DEV_GPU_UTIL.name(), Dcgm.DEV_MEM_COPY_UTIL.name());

  private static final Set<String> OF_REPAIRS =
      Set.of(
          Dcgm.DEV_ROW_REMAP_FAILURE.name(),
          Dcgm.DEV_CORRECTABLE_REMAPPED_ROWS.name(),
          Dcgm.DEV_UNCORRECTABLE_REMAPPED_ROWS.name());

  private static final double QUIET_BUS = 2e6;
  private static final double BUSY_BUS = 2.5e9;

  private final Gpu gpu;
  private final boolean slice;
  private final Noise noise;
  private final double[] values = new double[READ.size()];

  Readings(Gpu gpu, boolean slice, Noise noise) {
    this.gpu = gpu;
    this.slice = slice;
    this.noise = noise;
  }

  /** Whether such a GPU, or a slice of it, shows a metric at all. */
  boolean has(Metric metric) {
    if (metric == Dcgm.DEV_NVLINK_BANDWIDTH_TOTAL) {
      return gpu.model().linked();
    }
    if (OF_REPAIRS.contains(metric.name())) {
      return !gpu.model().equals(GpuModel.T4);
    }
    return !slice || !NOT_OF_SLICES.contains(metric.name());
  }

  void advance(Moment now, Optional<Share> ofSlice) {
    double part = slice ? 1.0 / Gpu.SLICES : 1;
    double active = slice ? ofSlice.map(Readings::busy).orElse(0.0) : gpu.utilization() / 100;
    double used = slice ? ofSlice.map(Share::memory).orElse(0.0) : gpu.memoryUsed();
    double total = gpu.model().memory() * part;
    double reserved = Math.min(gpu.memoryReserved() * part, total - used);
    double wave = noise.smooth(now.second(), 300);
    values[0] = gpu.utilization();
    values[1] = gpu.utilization() * (0.35 + 0.15 * wave);
    values[2] = active;
    values[3] = active * (0.8 + 0.1 * wave);
    values[4] = active * (0.3 + 0.2 * wave);
    values[5] = active * (0.35 + 0.25 * noise.once());
    values[6] = active * (0.4 + 0.2 * wave);
    values[7] = used;
    values[8] = total - used - reserved;
    values[9] = reserved;
    values[10] = total;
    values[11] = Math.rint(gpu.temperature());
    values[12] = gpu.model().linked() ? Math.rint(gpu.memoryTemperature()) : BLANK;
    values[13] = gpu.power();
    values[14] = gpu.clock();
    values[15] = gpu.model().memoryClock();
    values[16] = gpu.remapFailed() ? 1 : 0;
    values[17] = Math.rint(QUIET_BUS + BUSY_BUS * active * (0.2 + 0.4 * wave));
    values[18] = Math.rint(QUIET_BUS + BUSY_BUS * active * (0.4 + 0.6 * wave));
  }

  private static double busy(Share share) {
    return Math.min(1, share.pod().busy() / 100);
  }

  double value(int read) {
    return values[read];
  }
}
