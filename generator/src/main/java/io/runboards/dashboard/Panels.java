package io.runboards.dashboard;

import java.util.List;
import java.util.OptionalDouble;

/** The beginnings of panels and rows, to be imported statically. */
public final class Panels {
  private static final int THREE_MINUTES = 180;

  private Panels() {}

  /** Panels under a title. */
  public static Row row(String title, Panel... panels) {
    return new Row(title, false, "", List.of(panels));
  }

  /** Panels without a title above them. */
  public static Row row(Panel... panels) {
    return new Row("", false, "", List.of(panels));
  }

  public static TimeSeries timeseries(String title) {
    return new TimeSeries(
            Frame.titled(title, Origin.caller()), Line.NONE, Legend.list(), Tooltip.ALL, "", false)
        .spanningGaps(THREE_MINUTES);
  }

  public static Stat stat(String title) {
    return new Stat(
        Frame.titled(title, Origin.caller()),
        Reducer.LAST,
        Stat.Coloring.VALUE,
        Stat.Shown.VALUE,
        false,
        0);
  }

  public static Gauge gauge(String title) {
    return new Gauge(Frame.titled(title, Origin.caller()), Reducer.LAST);
  }

  public static BarGauge bargauge(String title) {
    return new BarGauge(
        Frame.titled(title, Origin.caller()), Reducer.LAST, BarGauge.Style.BASIC, false);
  }

  public static BarChart barchart(String title) {
    return new BarChart(
        Frame.titled(title, Origin.caller()), "", true, Line.Stacking.NONE, Legend.list());
  }

  public static Table table(String title) {
    return new Table(Frame.titled(title, Origin.caller()), List.of(), "", true);
  }

  public static Heatmap heatmap(String title) {
    return new Heatmap(Frame.titled(title, Origin.caller()), "Oranges", true);
  }

  public static Histogram histogram(String title) {
    return new Histogram(
        Frame.titled(title, Origin.caller()), OptionalDouble.empty(), false, Legend.list());
  }

  public static StateTimeline stateTimeline(String title) {
    return new StateTimeline(Frame.titled(title, Origin.caller()), true, false, 0.8, Legend.list());
  }

  public static StatusHistory statusHistory(String title) {
    return new StatusHistory(Frame.titled(title, Origin.caller()), false, 0.85, Legend.list());
  }

  public static Pie pie(String title) {
    return new Pie(Frame.titled(title, Origin.caller()), false, Reducer.LAST, Legend.table());
  }

  public static TextPanel text(String title, String markdown) {
    return new TextPanel(Frame.titled(title, Origin.caller()), markdown);
  }
}
