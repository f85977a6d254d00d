package io.runboards.dashboard;

/** A panel of a dashboard. */
public sealed interface Panel
    permits TimeSeries,
        Stat,
        Gauge,
        BarGauge,
        BarChart,
        Table,
        Heatmap,
        Histogram,
        StateTimeline,
        StatusHistory,
        Pie,
        TextPanel {
  Frame frame();

  /** The same with another frame. */
  Panel withFrame(Frame changed);

  default String title() {
    return frame().heading().title();
  }
}
