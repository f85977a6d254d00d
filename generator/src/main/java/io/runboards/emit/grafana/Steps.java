package io.runboards.emit.grafana;

import io.runboards.dashboard.Reducer;
import io.runboards.dashboard.Transformation;
import io.runboards.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Transformations as Grafana's ids with options. */
final class Steps {
  private Steps() {}

  static String id(Transformation step) {
    return switch (step) {
      case Transformation.Merge it -> "merge";
      case Transformation.JoinBy it -> "joinByField";
      case Transformation.SeriesToRows it -> "seriesToRows";
      case Transformation.LabelsToFields it -> "labelsToFields";
      case Transformation.Reduce it -> "reduce";
      case Transformation.Organize it -> "organize";
      case Transformation.Keep it -> "filterFieldsByName";
      case Transformation.SortBy it -> "sortBy";
      case Transformation.Limit it -> "limit";
    };
  }

  static void options(JsonWriter json, Transformation step) {
    json.object("options", options -> write(options, step));
  }

  private static void write(JsonWriter json, Transformation step) {
    switch (step) {
      case Transformation.Merge it -> {}
      case Transformation.SeriesToRows it -> {}
      case Transformation.JoinBy(String field, boolean outer) -> {
        json.field("byField", field);
        json.field("mode", outer ? "outer" : "inner");
      }
      case Transformation.LabelsToFields it ->
          it.valueLabel().ifPresent(label -> json.field("valueLabel", label));
      case Transformation.Reduce(List<Reducer> calcs) -> {
        json.field("mode", "seriesToRows");
        json.field("reducers", calcs.stream().map(Reducer::id).toList());
      }
      case Transformation.Organize it -> organize(json, it);
      case Transformation.Keep(String regex) ->
          json.object("include", include -> include.field("pattern", "/" + regex + "/"));
      case Transformation.SortBy(String field, boolean descending) ->
          json.objects(
              "sort",
              List.of(field),
              (sort, it) -> {
                sort.field("field", it);
                sort.field("desc", descending);
              });
      case Transformation.Limit(int rows) -> json.field("limitField", rows);
    }
  }

  private static void organize(JsonWriter json, Transformation.Organize step) {
    json.object("excludeByName", names -> step.without().forEach(name -> names.field(name, true)));
    json.object(
        "indexByName",
        names -> {
          int index = 0;
          for (String name : step.order()) {
            names.field(name, index++);
          }
        });
    Map<String, String> sorted = new TreeMap<>(step.names());
    json.object("renameByName", names -> sorted.forEach(names::field));
  }
}
