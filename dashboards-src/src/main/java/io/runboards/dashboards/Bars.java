package io.runboards.dashboards;

import static io.runboards.dashboard.Threshold.from;

import io.runboards.dashboard.Color;
import io.runboards.dashboard.Part;

/** Columns that are drawn as bars; a cell without a value stays empty. */
final class Bars {
  private static final int LEAST_WIDTH = 130;

  private Bars() {}

  /** GPU utilization in percent. */
  static Part work(String title) {
    return Part.named(title)
        .asBar(0, 100)
        .decimals(0)
        .thresholds(Color.TRANSPARENT, Scales.work())
        .atLeastWide(LEAST_WIDTH);
  }

  /** A share of something that is good to use. */
  static Part share(String title) {
    return Part.named(title)
        .asBar(0, 1)
        .decimals(0)
        .thresholds(Color.TRANSPARENT, from(0, Palette.ALLOCATED))
        .atLeastWide(LEAST_WIDTH);
  }

  /** A share of something that hurts when it is full. */
  static Part pressure(String title) {
    return share(title).thresholds(Color.TRANSPARENT, Scales.pressure());
  }

  /** Allocated GPUs as a share of the quota. */
  static Part quotaUse(String title) {
    return share(title).max(2).thresholds(Color.TRANSPARENT, Scales.quotaUse());
  }

  /** GPUs of a node that are held and idle. */
  static Part heldIdle(String title) {
    return share(title).max(8).thresholds(Color.TRANSPARENT, Scales.waste());
  }
}
