package io.runboards.dashboards;

import io.runboards.dashboard.Panels;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Stat;
import java.util.Arrays;

/** The numbers that a dashboard begins with: all of one size, with words where one is missing. */
final class Tiles {
  private static final int DIGITS = 34;
  private static final int HEIGHT = 4;

  private Tiles() {}

  static Row of(Stat... tiles) {
    return Panels.row(Arrays.stream(tiles).map(Tiles::alike).toArray(Stat[]::new)).height(HEIGHT);
  }

  private static Stat alike(Stat tile) {
    Stat sized = tile.valueSize() == 0 ? tile.digits(DIGITS) : tile;
    return tile.fields().noValue().isEmpty() ? sized.noValue("no report") : sized;
  }
}
