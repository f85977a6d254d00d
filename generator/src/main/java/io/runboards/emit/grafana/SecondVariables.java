package io.runboards.emit.grafana;

import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.Choice;
import io.runboards.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/** The variables of the second model. */
final class SecondVariables {
  private final Scene scene;

  private SecondVariables(Scene scene) {
    this.scene = scene;
  }

  static void write(JsonWriter json, Scene scene) {
    SecondVariables writer = new SecondVariables(scene);
    json.objects("variables", ClassicVariables.shown(scene), writer::variable);
  }

  private void variable(JsonWriter json, Variable variable) {
    if (variable instanceof Variable.AdHoc) {
      json.field("kind", kind(variable));
      json.field("group", Scene.PROMETHEUS);
      json.object("datasource", source -> source.field("name", scene.sourceUid()));
      json.object("spec", spec -> spec(spec, variable));
    } else {
      SecondDashboard.kind(json, kind(variable), spec -> spec(spec, variable));
    }
  }

  private static String kind(Variable variable) {
    return switch (variable) {
      case Variable.ValuesOf it -> "QueryVariable";
      case Variable.Listed it -> "CustomVariable";
      case Variable.Interval it -> "IntervalVariable";
      case Variable.DataSource it -> "DatasourceVariable";
      case Variable.AdHoc it -> "AdhocVariable";
      case Variable.TextBox it -> "TextVariable";
      case Variable.Constant it -> "ConstantVariable";
    };
  }

  private void spec(JsonWriter json, Variable variable) {
    boolean hidden = variable instanceof Variable.Constant;
    json.field("name", variable.name());
    json.field("label", variable.title());
    json.field("hide", hidden ? "hideVariable" : "dontHide");
    json.field("skipUrlSync", hidden);
    switch (variable) {
      case Variable.ValuesOf it -> valuesOf(json, it);
      case Variable.Listed it -> {
        json.field("query", ClassicVariables.list(it.values()));
        choice(json, it.choice());
      }
      case Variable.Interval it -> interval(json, it);
      case Variable.DataSource it -> dataSource(json, it);
      case Variable.AdHoc it -> {
        json.field("baseFilters", List.of());
        json.field("filters", List.of());
        json.field("defaultKeys", List.of());
        json.field("allowCustomValue", true);
      }
      case Variable.TextBox it -> {
        json.field("query", it.start());
        current(json, it.start(), it.start());
      }
      case Variable.Constant it -> {
        json.field("query", it.value());
        current(json, it.value(), it.value());
      }
    }
  }

  private void valuesOf(JsonWriter json, Variable.ValuesOf variable) {
    VariableQuery query = VariableQuery.of(variable);
    SecondDashboard.query(json, scene, query::write);
    json.field("definition", query.text());
    json.field("regex", query.regex());
    json.field("refresh", "onTimeRangeChanged");
    json.field(
        "sort",
        switch (variable.order()) {
          case AS_THEY_COME -> "disabled";
          case ALPHABETICAL -> "alphabeticalAsc";
          case NUMERICAL -> "numericalAsc";
        });
    choice(json, variable.choice());
    if (variable.choice().hasAll()) {
      json.field("allValue", VariableQuery.ANY_VALUE);
    }
  }

  private static void interval(JsonWriter json, Variable.Interval variable) {
    json.field("query", ClassicVariables.list(variable.lengths()));
    String first = variable.lengths().stream().findFirst().orElse("");
    current(json, first, first);
    json.field("options", List.of());
    json.field("auto", false);
    json.field("auto_min", "10s");
    json.field("auto_count", 30);
    json.field("refresh", "onTimeRangeChanged");
  }

  private void dataSource(JsonWriter json, Variable.DataSource variable) {
    json.field("pluginId", Scene.PROMETHEUS);
    json.field("refresh", "onDashboardLoad");
    json.field("regex", scene.sourceRegex(variable));
    Optional<Source> first = scene.firstSource(variable);
    current(json, first.map(Source::name).orElse(""), first.map(Source::uid).orElse(""));
    json.field("options", List.of());
    json.field("multi", false);
    json.field("includeAll", false);
    json.field("allowCustomValue", true);
  }

  private static void choice(JsonWriter json, Choice choice) {
    json.field("multi", choice.isMulti());
    json.field("includeAll", choice.hasAll());
    json.field("allowCustomValue", true);
    json.field("options", List.of());
    if (choice.hasAll()) {
      ClassicVariables.all(json, choice.isMulti());
    } else {
      current(json, "", "");
    }
  }

  private static void current(JsonWriter json, String text, String value) {
    ClassicVariables.current(json, text, value);
  }
}
