package io.runboards.dashboards;

import io.runboards.dashboard.Color;

/** What colours mean, on every dashboard: told apart by eyes of all kinds. */
final class Palette {
  static final Color ALLOCATED = Color.BLUE;
  static final Color BUSY = Color.GREEN;
  static final Color HALF_BUSY = Color.PALE_GREEN;

  /** Paid for and not used; also what is held beyond a quota. */
  static final Color WASTE = Color.ORANGE;

  /** Broken, or at its limit. */
  static final Color BROKEN = Color.RED;

  static final Color WAITING = Color.PINK;
  static final Color QUOTA = Color.YELLOW;
  static final Color CAPACITY = Color.GREY;

  private Palette() {}
}
