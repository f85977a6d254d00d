package io.runboards.emit.grafana;

import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.Choice;
import io.runboards.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** The variables of the classic model. */
final class ClassicVariables {
  private static final int ON_TIME_RANGE_CHANGE = 2;
  private static final int HIDDEN = 2;

  private final Scene scene;

  private ClassicVariables(Scene scene) {
    this.scene = scene;
  }

  static void write(JsonWriter json, Scene scene) {
    ClassicVariables writer = new ClassicVariables(scene);
    json.objects("list", shown(scene), writer::variable);
  }

  /** A dashboard with one data source for ever has no variable for it. */
  static List<Variable> shown(Scene scene) {
    Dashboard dashboard = scene.dashboard();
    return switch (scene.choice()) {
      case DataSourceChoice.ByReader reader -> dashboard.variables();
      case DataSourceChoice.Fixed fixed ->
          dashboard.variables().stream()
              .filter(variable -> !(variable instanceof Variable.DataSource))
              .toList();
    };
  }

  private void variable(JsonWriter json, Variable variable) {
    json.field("name", variable.name());
    if (!variable.title().equals(variable.name())) {
      json.field("label", variable.title());
    }
    switch (variable) {
      case Variable.ValuesOf it -> valuesOf(json, it);
      case Variable.Listed it -> listed(json, it);
      case Variable.Interval it -> interval(json, it);
      case Variable.DataSource it -> dataSource(json, it);
      case Variable.AdHoc it -> {
        json.field("type", "adhoc");
        scene.writeSource(json);
      }
      case Variable.TextBox it -> {
        json.field("type", "textbox");
        json.field("query", it.start());
        options(json, List.of(new Choosable(it.start(), it.start())), true);
      }
      case Variable.Constant it -> {
        json.field("type", "constant");
        json.field("query", it.value());
        options(json, List.of(new Choosable(it.value(), it.value())), true);
        json.field("hide", HIDDEN);
        json.field("skipUrlSync", true);
      }
    }
  }

  private void valuesOf(JsonWriter json, Variable.ValuesOf variable) {
    VariableQuery query = VariableQuery.of(variable);
    json.field("type", "query");
    scene.writeSource(json);
    json.object("query", query::write);
    query.filter().ifPresent(regex -> json.field("regex", regex));
    json.field("refresh", ON_TIME_RANGE_CHANGE);
    if (variable.order() != Variable.Order.AS_THEY_COME) {
      json.field("sort", variable.order().id());
    }
    choice(json, variable.choice());
    if (variable.choice().hasAll()) {
      json.field("allValue", VariableQuery.ANY_VALUE);
    }
  }

  private static void listed(JsonWriter json, Variable.Listed variable) {
    json.field("type", "custom");
    json.field("query", list(variable.values()));
    choice(json, variable.choice());
    List<Choosable> options = new ArrayList<>();
    if (variable.choice().hasAll()) {
      options.add(Choosable.ALL);
    }
    variable.values().stream().map(Choosable::of).forEach(options::add);
    options(json, options, !variable.choice().hasAll());
  }

  private static void interval(JsonWriter json, Variable.Interval variable) {
    json.field("type", "interval");
    json.field("query", list(variable.lengths()));
    options(
        json,
        variable.lengths().stream().map(length -> new Choosable(length, length)).toList(),
        true);
  }

  private void dataSource(JsonWriter json, Variable.DataSource variable) {
    json.field("type", "datasource");
    json.field("query", Scene.PROMETHEUS);
    String regex = scene.sourceRegex(variable);
    if (!regex.isEmpty()) {
      json.field("regex", regex);
    }
    scene
        .firstSource(variable)
        .ifPresent(source ->
            current(
                json,
                source.name(),
                scene.has(Since.SOURCES_BY_UID) ? source.uid() : source.name()));
  }

  /** Something in a list, the words and what stands for them in queries. */
  private record Choosable(String text, String value) {
    static final Choosable ALL = new Choosable("All", "$__all");
    private static final String BETWEEN = " : ";

    /** Reads {@code words : value}, or words that are the value. */
    static Choosable of(String entry) {
      int at = entry.indexOf(BETWEEN);
      return at < 0
          ? new Choosable(entry, entry)
          : new Choosable(entry.substring(0, at), entry.substring(at + BETWEEN.length()));
    }
  }

  /** Grafana fills these lists only when someone edits them, so they must be there. */
  private static void options(JsonWriter json, List<Choosable> all, boolean withCurrent) {
    if (all.isEmpty()) {
      return;
    }
    Choosable first = all.getFirst();
    if (withCurrent) {
      current(json, first.text, first.value);
    }
    json.objects(
        "options",
        all,
        (option, it) -> {
          option.field("text", it.text);
          option.field("value", it.value);
          option.field("selected", it == first);
        });
  }

  private static void choice(JsonWriter json, Choice choice) {
    if (choice.isMulti()) {
      json.field("multi", true);
    }
    if (choice.hasAll()) {
      json.field("includeAll", true);
      all(json, choice.isMulti());
    }
  }

  static void all(JsonWriter json, boolean several) {
    json.object(
        "current",
        current -> {
          if (several) {
            current.field("text", List.of("All"));
            current.field("value", List.of("$__all"));
          } else {
            current.field("text", "All");
            current.field("value", "$__all");
          }
        });
  }

  static void current(JsonWriter json, String text, String value) {
    json.object(
        "current",
        current -> {
          current.field("text", text);
          current.field("value", value);
        });
  }

  /** Values with commas between them; a comma of a value's own is escaped. */
  static String list(List<String> values) {
    return String.join(",", values.stream().map(value -> value.replace(",", "\\,")).toList());
  }
}
