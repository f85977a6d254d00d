package io.runboards.emit.grafana;

import io.runboards.dashboard.BarChart;
import io.runboards.dashboard.BarGauge;
import io.runboards.dashboard.Gauge;
import io.runboards.dashboard.Heatmap;
import io.runboards.dashboard.Histogram;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Pie;
import io.runboards.dashboard.Stat;
import io.runboards.dashboard.StateTimeline;
import io.runboards.dashboard.StatusHistory;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.TextPanel;
import io.runboards.dashboard.TimeSeries;

/** Grafana's names of the kinds of panels. */
public final class PanelType {
  private PanelType() {}

  public static String of(Panel panel) {
    return switch (panel) {
      case TimeSeries p -> "timeseries";
      case Stat p -> "stat";
      case Gauge p -> "gauge";
      case BarGauge p -> "bargauge";
      case BarChart p -> "barchart";
      case Table p -> "table";
      case Heatmap p -> "heatmap";
      case Histogram p -> "histogram";
      case StateTimeline p -> "state-timeline";
      case StatusHistory p -> "status-history";
      case Pie p -> "piechart";
      case TextPanel p -> "text";
    };
  }
}
