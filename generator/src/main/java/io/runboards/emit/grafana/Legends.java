package io.runboards.emit.grafana;

import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Reducer;
import io.runboards.json.JsonWriter;

/** What tells series apart. Grafana's own legend is a list at the bottom. */
final class Legends {
  private Legends() {}

  static void write(JsonWriter json, Legend legend) {
    if (!legend.equals(Legend.list())) {
      json.object("legend", it -> fields(it, legend));
    }
  }

  private static void fields(JsonWriter json, Legend legend) {
    form(json, legend);
    if (!legend.calcs().isEmpty()) {
      json.field("calcs", legend.calcs().stream().map(Reducer::id).toList());
    }
    if (legend.form() == Legend.Form.TABLE && !legend.calcs().isEmpty()) {
      json.field("sortBy", title(legend.calcs().getFirst()));
      json.field("sortDesc", true);
    }
  }

  /** Whether it is shown, how and where, as all kinds of panels know it. */
  static void form(JsonWriter json, Legend legend) {
    switch (legend.form()) {
      case HIDDEN -> json.field("showLegend", false);
      case LIST -> {}
      case TABLE -> json.field("displayMode", "table");
    }
    if (legend.side() == Legend.Side.RIGHT) {
      json.field("placement", "right");
    }
  }

  /** What Grafana writes above the column, and sorts by. */
  private static String title(Reducer calc) {
    return switch (calc) {
      case LAST -> "Last *";
      case MEAN -> "Mean";
      case MAX -> "Max";
      case MIN -> "Min";
      case SUM -> "Total";
      case COUNT -> "Count";
      case RANGE -> "Range";
      case DIFF -> "Difference";
    };
  }
}
