package io.runboards.emit.grafana;

import io.runboards.dashboard.BarChart;
import io.runboards.dashboard.BarGauge;
import io.runboards.dashboard.Fields;
import io.runboards.dashboard.Gauge;
import io.runboards.dashboard.Heatmap;
import io.runboards.dashboard.Histogram;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Line.Stacking;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Pie;
import io.runboards.dashboard.Reducer;
import io.runboards.dashboard.Stat;
import io.runboards.dashboard.StateTimeline;
import io.runboards.dashboard.StatusHistory;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.TextPanel;
import io.runboards.dashboard.TimeSeries;
import io.runboards.dashboard.Tooltip;
import io.runboards.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** The options of each kind of panel, where they differ from what Grafana does by itself. */
final class PanelOptions {
  private static final double USUAL_ROW_HEIGHT = 0.9;

  /** Left alone, the digits of a bar are as high as the bar, and on each panel of another size. */
  private static final int BAR_VALUE = 13;

  private static final int BAR_TITLE = 12;

  private PanelOptions() {}

  static void write(JsonWriter json, Panel panel, PanelUnits units, Scene scene) {
    switch (panel) {
      case TimeSeries p -> timeSeries(json, p);
      case Stat p -> stat(json, p);
      case Gauge p -> calc(json, p.calc());
      case BarGauge p -> barGauge(json, p, scene);
      case BarChart p -> barChart(json, p);
      case Table p -> table(json, p);
      case Heatmap p -> heatmap(json, p, units);
      case Histogram p -> histogram(json, p);
      case StateTimeline p -> stateTimeline(json, p);
      case StatusHistory p -> statusHistory(json, p);
      case Pie p -> pie(json, p);
      case TextPanel p -> json.field("content", p.markdown());
    }
  }

  private static void timeSeries(JsonWriter json, TimeSeries panel) {
    Legends.write(json, panel.legend());
    if (panel.tooltip() != Tooltip.ONE) {
      json.object(
          "tooltip",
          tooltip -> {
            tooltip.field("mode", panel.tooltip().id());
            if (panel.tooltip() == Tooltip.ALL) {
              tooltip.field("sort", "desc");
            }
          });
    }
  }

  private static void stat(JsonWriter json, Stat panel) {
    calc(json, panel.calc());
    if (panel.coloring() != Stat.Coloring.VALUE) {
      json.field("colorMode", panel.coloring().id());
    }
    if (!panel.trend()) {
      json.field("graphMode", "none");
    }
    json.field("textMode", panel.text().id());
    if (panel.valueSize() > 0) {
      json.object("text", text -> text.field("valueSize", panel.valueSize()));
    }
  }

  /** The last value stands for a series unless another one is said. */
  private static void calc(JsonWriter json, Reducer calc) {
    if (calc != Reducer.LAST) {
      json.object("reduceOptions", reduce -> reduce.field("calcs", List.of(calc.id())));
    }
  }

  private static void barGauge(JsonWriter json, BarGauge panel, Scene scene) {
    calc(json, panel.calc());
    if (panel.style() != BarGauge.Style.GRADIENT) {
      json.field("displayMode", panel.style().id());
    }
    json.field("orientation", panel.upright() ? "vertical" : "horizontal");
    if (!scene.has(Since.HIGHER_BARS)) {
      json.field("minVizHeight", 16);
    }
    json.object(
        "text",
        text -> {
          text.field("titleSize", BAR_TITLE);
          text.field("valueSize", BAR_VALUE);
        });
  }

  private static void barChart(JsonWriter json, BarChart panel) {
    if (!panel.category().isEmpty()) {
      json.field("xField", panel.category());
    }
    json.field("orientation", panel.upright() ? "vertical" : "horizontal");
    if (panel.stacking() != Stacking.NONE) {
      json.field("stacking", panel.stacking().id());
    }
    Legends.write(json, panel.legend());
  }

  private static void table(JsonWriter json, Table panel) {
    if (!panel.sortedBy().isEmpty()) {
      json.objects(
          "sortBy",
          List.of(panel.sortedBy()),
          (sort, column) -> {
            sort.field("displayName", column);
            sort.field("desc", panel.descending());
          });
    }
  }

  /** Grafana takes a heatmap without any option for one of the time before 9. */
  private static void heatmap(JsonWriter json, Heatmap panel, PanelUnits units) {
    json.field("calculate", !panel.fromBuckets());
    if (!panel.colors().equals("Oranges")) {
      json.object("color", color -> color.field("scheme", panel.colors()));
    }
    Fields fields = panel.frame().looks().fields();
    List<Setting> axis = new ArrayList<>();
    fields
        .unit()
        .or(() -> units.ofBuckets(panel.fromBuckets()))
        .ifPresent(unit -> axis.add(Setting.of("unit", unit)));
    fields.decimals().ifPresent(digits -> axis.add(Setting.of("decimals", digits)));
    fields.min().ifPresent(min -> axis.add(Setting.of("min", min)));
    fields.max().ifPresent(max -> axis.add(Setting.of("max", max)));
    if (!axis.isEmpty()) {
      json.object("yAxis", it -> axis.forEach(setting -> setting.writeDefault(it)));
    }
  }

  private static void histogram(JsonWriter json, Histogram panel) {
    panel.bucketSize().ifPresent(size -> json.field("bucketSize", size));
    if (panel.combined()) {
      json.field("combine", true);
    }
    Legends.write(json, panel.legend());
  }

  private static void stateTimeline(JsonWriter json, StateTimeline panel) {
    if (!panel.merged()) {
      json.field("mergeValues", false);
    }
    states(json, panel.valuesShown(), panel.rowHeight(), panel.legend());
  }

  private static void statusHistory(JsonWriter json, StatusHistory panel) {
    states(json, panel.valuesShown(), panel.rowHeight(), panel.legend());
  }

  /** Values that are shown are shown where they fit. */
  private static void states(
      JsonWriter json, boolean valuesShown, double rowHeight, Legend legend) {
    if (!valuesShown) {
      json.field("showValue", "never");
    }
    if (rowHeight != USUAL_ROW_HEIGHT) {
      json.field("rowHeight", rowHeight);
    }
    Legends.write(json, legend);
  }

  private static void pie(JsonWriter json, Pie panel) {
    calc(json, panel.calc());
    if (panel.donut()) {
      json.field("pieType", "donut");
    }
    json.object(
        "legend",
        legend -> {
          Legends.form(legend, panel.legend());
          switch (panel.legend().form()) {
            case HIDDEN -> {}
            case LIST -> legend.field("values", List.of("percent"));
            case TABLE -> legend.field("values", List.of("value", "percent"));
          }
        });
  }
}
