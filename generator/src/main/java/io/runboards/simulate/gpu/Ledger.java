package io.runboards.simulate.gpu;

import io.runboards.catalog.Dcgm;
import io.runboards.catalog.Metric;
import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.time.Moment;
import java.util.List;
import java.util.Set;

/**
 * What the driver has counted about a GPU since it was loaded.
 *
 * <p>It is kept apart from the series: when the GPU gets another holder, new series go on with the
 * old counts.
 */
final class Ledger {
  /** What is counted, in this order. */
  static final List<Metric> COUNTED =
      List.of(
          Dcgm.DEV_TOTAL_ENERGY_CONSUMPTION,
          Dcgm.DEV_POWER_VIOLATION,
          Dcgm.DEV_THERMAL_VIOLATION,
          Dcgm.DEV_PCIE_REPLAY_COUNTER,
          Dcgm.DEV_ECC_SBE_VOL_TOTAL,
          Dcgm.DEV_ECC_DBE_VOL_TOTAL,
          Dcgm.DEV_CORRECTABLE_REMAPPED_ROWS,
          Dcgm.DEV_UNCORRECTABLE_REMAPPED_ROWS,
          Dcgm.DEV_NVLINK_BANDWIDTH_TOTAL);

  private static final Set<Metric> OF_THE_GPU =
      Set.of(Dcgm.DEV_CORRECTABLE_REMAPPED_ROWS, Dcgm.DEV_UNCORRECTABLE_REMAPPED_ROWS);

  private static final double MILLI = 1e3;
  private static final double NANO = 1e9;
  private static final double FASTEST_LINK = 180_000;

  private final Gpu gpu;
  private final double[] totals = new double[COUNTED.size()];

  Ledger(Gpu gpu) {
    this.gpu = gpu;
  }

  /** One step more. */
  void advance(Moment now) {
    totals[0] += Math.rint(gpu.power() * now.step() * MILLI);
    totals[1] += Math.rint(gpu.throttledForPower() * NANO);
    totals[2] += Math.rint(gpu.throttledForHeat() * NANO);
    totals[3] += gpu.replays();
    totals[4] += gpu.correctedErrors();
    totals[5] += gpu.uncorrectedErrors();
    totals[6] = Math.max(totals[6], gpu.correctedRows());
    totals[7] = Math.max(totals[7], gpu.uncorrectedRows());
    totals[8] += Math.rint(gpu.utilization() / 100 * FASTEST_LINK * now.step());
  }

  double total(int counted) {
    return totals[counted];
  }

  /** The driver is loaded anew. The GPU itself remembers which rows were replaced. */
  void restart() {
    for (int i = 0; i < totals.length; i++) {
      totals[i] = OF_THE_GPU.contains(COUNTED.get(i)) ? totals[i] : 0;
    }
  }
}
