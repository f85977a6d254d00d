package io.runboards.dashboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts panels on Grafana's grid: from left to right, and on a new line when one does not fit.
 *
 * <p>A line is as high as its highest panel. Panels without a width of their own grow until their
 * line is full.
 */
public final class Layout {
  public static final int COLUMNS = 24;

  private Layout() {}

  /**
   * The place of a panel.
   *
   * @param panel the panel
   * @param x its first column, from 0
   * @param y its first unit from the top
   * @param width how many columns it takes
   * @param height how many units it takes
   */
  public record Placed(Panel panel, int x, int y, int width, int height) {}

  /** The panels of one row, in their order, beginning at {@code top}. */
  public static List<Placed> of(List<Panel> panels, int top) {
    List<Placed> placed = new ArrayList<>();
    List<Panel> line = new ArrayList<>();
    int taken = 0;
    int y = top;
    for (Panel panel : panels) {
      int width = width(panel);
      if (taken + width > COLUMNS) {
        y = place(line, y, placed);
        line.clear();
        taken = 0;
      }
      line.add(panel);
      taken += width;
    }
    place(line, y, placed);
    return List.copyOf(placed);
  }

  /** The unit below the lowest panel. */
  public static int bottom(List<Placed> placed, int top) {
    return placed.stream().mapToInt(panel -> panel.y + panel.height).max().orElse(top);
  }

  private static int place(List<Panel> line, int y, List<Placed> placed) {
    int[] widths = line.stream().mapToInt(Layout::width).toArray();
    stretch(line, widths);
    int x = 0;
    int below = y;
    for (int i = 0; i < widths.length; i++) {
      int height = height(line.get(i));
      placed.add(new Placed(line.get(i), x, y, widths[i], height));
      x += widths[i];
      below = Math.max(below, y + height);
    }
    return below;
  }

  /** Gives the free columns of a line to the panels without a width, the first ones first. */
  private static void stretch(List<Panel> line, int[] widths) {
    int free = COLUMNS;
    int growing = 0;
    for (int i = 0; i < widths.length; i++) {
      free -= widths[i];
      growing += isFree(line.get(i)) ? 1 : 0;
    }
    for (int i = 0; i < widths.length && growing > 0; i++) {
      if (isFree(line.get(i))) {
        int share = Math.ceilDiv(free, growing);
        widths[i] += share;
        free -= share;
        growing--;
      }
    }
  }

  private static boolean isFree(Panel panel) {
    return panel.frame().space().width().isEmpty();
  }

  private static int width(Panel panel) {
    return panel
        .frame()
        .space()
        .width()
        .orElseGet(() ->
            switch (panel) {
              case Stat p -> 4;
              case Gauge p -> 6;
              case BarGauge p -> 8;
              case Pie p -> 8;
              case Table p -> COLUMNS;
              case StateTimeline p -> COLUMNS;
              case StatusHistory p -> COLUMNS;
              case TimeSeries p -> 12;
              case BarChart p -> 12;
              case Heatmap p -> 12;
              case Histogram p -> 12;
              case TextPanel p -> COLUMNS;
            });
  }

  private static int height(Panel panel) {
    return panel
        .frame()
        .space()
        .height()
        .orElseGet(() ->
            switch (panel) {
              case Stat p -> 4;
              case TextPanel p -> 3;
              case Gauge p -> 7;
              case Table p -> 10;
              default -> 8;
            });
  }
}
