package io.runboards.emit.grafana;

import io.runboards.dashboard.Heatmap;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.json.JsonWriter;
import java.util.List;
import java.util.stream.IntStream;

/** What a panel asks Prometheus, as both models write it. */
final class Queries {
  /** A query with the letter by which its panel knows it. */
  record Lettered(String letter, Target target) {}

  private Queries() {}

  static List<Lettered> of(Panel panel) {
    List<Target> targets = panel.frame().data().targets();
    return IntStream.range(0, targets.size())
        .mapToObj(index -> new Lettered(Target.refId(index), targets.get(index)))
        .toList();
  }

  /** The fields of a query, but for its letter and data source. */
  static void write(JsonWriter json, Target target, Panel panel) {
    json.field("expr", target.promql());
    json.field("legendFormat", legend(target, panel));
    json.field("format", format(panel));
    switch (target.when()) {
      case NOW -> json.field("instant", true);
      case RANGE -> json.field("range", true);
    }
    if (!panel.frame().data().interval().isEmpty()) {
      json.field("interval", panel.frame().data().interval());
    }
  }

  /** Buckets are told apart by their bounds, other series by the labels that differ. */
  private static String legend(Target target, Panel panel) {
    if (!target.legend().isEmpty()) {
      return target.legend();
    }
    return isBuckets(panel) ? "{{le}}" : "__auto";
  }

  private static String format(Panel panel) {
    if (Columns.in(panel)) {
      return "table";
    }
    return isBuckets(panel) ? "heatmap" : "time_series";
  }

  private static boolean isBuckets(Panel panel) {
    return panel instanceof Heatmap heatmap && heatmap.fromBuckets();
  }
}
