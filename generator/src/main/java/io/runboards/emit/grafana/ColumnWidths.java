package io.runboards.emit.grafana;

import io.runboards.dashboard.Cell;
import io.runboards.dashboard.Layout;
import io.runboards.dashboard.Table;
import java.util.List;
import java.util.OptionalInt;

/**
 * How narrow the columns of a table may become.
 *
 * <p>Grafana gives each at least 150 pixels and cuts off the last ones when there is no room. So
 * tables of many columns say less, as much as there is on a screen of 1280 pixels.
 */
final class ColumnWidths {
  private static final int USUAL = 150;
  private static final int LEAST = 60;

  /** What a dashboard has of a screen of 1280 pixels beside the menu. */
  private static final int DASHBOARD = 1190;

  private static final int BORDERS = 34;

  private ColumnWidths() {}

  /** The least width of the columns that state none; empty if Grafana's own fits. */
  static OptionalInt least(Table table) {
    List<Cell> shown =
        table.columns().stream()
            .map(column -> column.look().cell())
            .filter(cell -> !cell.hidden())
            .toList();
    int free = room(table);
    int others = 0;
    for (Cell cell : shown) {
      OptionalInt stated = cell.width().isPresent() ? cell.width() : cell.minWidth();
      free -= stated.orElse(0);
      others += stated.isEmpty() ? 1 : 0;
    }
    return others == 0 || free / others >= USUAL
        ? OptionalInt.empty()
        : OptionalInt.of(Math.max(LEAST, free / others));
  }

  private static int room(Table table) {
    int columns = table.frame().space().width().orElse(Layout.COLUMNS);
    return DASHBOARD * columns / Layout.COLUMNS - BORDERS;
  }
}
