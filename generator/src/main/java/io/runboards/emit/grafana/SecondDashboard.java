package io.runboards.emit.grafana;

import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Settings;
import io.runboards.dashboard.Transformation;
import io.runboards.json.JsonWriter;
import java.util.List;
import java.util.function.Consumer;

/** A dashboard in the model of elements and layouts, in which nothing may be left out. */
final class SecondDashboard {
  private static final List<String> INTERVALS =
      List.of("5s", "10s", "30s", "1m", "5m", "15m", "30m", "1h", "2h", "1d");

  private final Scene scene;

  private SecondDashboard(Scene scene) {
    this.scene = scene;
  }

  static void write(JsonWriter json, Scene scene) {
    new SecondDashboard(scene).dashboard(json, scene.dashboard());
  }

  private void dashboard(JsonWriter json, Dashboard dashboard) {
    json.field("title", dashboard.title());
    String description = ClassicDashboard.description(dashboard);
    if (!description.isEmpty()) {
      json.field("description", description);
    }
    json.field("tags", dashboard.tags());
    json.field("editable", dashboard.settings().editable());
    json.field("preload", false);
    json.field("cursorSync", dashboard.settings().crosshair() ? "Crosshair" : "Off");
    json.object("timeSettings", time -> time(time, dashboard.settings()));
    List<String> related = dashboard.related().isEmpty() ? List.of() : List.of(dashboard.related());
    json.objects("links", related, ClassicDashboard::related);
    SecondVariables.write(json, scene);
    json.objects("annotations", dashboard.annotations(), this::annotation);
    json.object(
        "elements",
        elements ->
            dashboard
                .panels()
                .forEach(panel ->
                    elements.object(
                        SecondLayout.name(panel, scene), element -> element(element, panel))));
    SecondLayout.write(json, scene);
  }

  private static void time(JsonWriter json, Settings settings) {
    json.field("timezone", settings.timeZone());
    json.field("from", settings.from());
    json.field("to", "now");
    json.field("autoRefresh", settings.refresh());
    json.field("autoRefreshIntervals", INTERVALS);
    json.field("hideTimepicker", false);
    json.field("fiscalYearStartMonth", 0);
  }

  /** A part of the model is a kind with a specification. */
  static void kind(JsonWriter json, String kind, Consumer<JsonWriter> spec) {
    json.field("kind", kind);
    json.object("spec", spec);
  }

  /** A query of a data source; its specification is that of Prometheus. */
  static void query(JsonWriter json, Scene scene, Consumer<JsonWriter> spec) {
    json.object(
        "query",
        query -> {
          query.field("kind", "DataQuery");
          query.field("group", Scene.PROMETHEUS);
          query.field("version", "v0");
          query.object("datasource", source -> source.field("name", scene.sourceUid()));
          query.object("spec", spec);
        });
  }

  private void annotation(JsonWriter json, Annotation annotation) {
    kind(
        json,
        "AnnotationQuery",
        spec -> {
          spec.field("name", annotation.name());
          query(spec, scene, query -> query.field("expr", annotation.target().promql()));
          spec.field("enable", annotation.shown());
          spec.field("hide", false);
          spec.field("iconColor", annotation.color().css());
          if (!annotation.target().legend().isEmpty()) {
            spec.object(
                "legacyOptions",
                options -> options.field("textFormat", annotation.target().legend()));
          }
        });
  }

  private void element(JsonWriter json, Panel panel) {
    if (scene.namesOnly(panel)) {
      kind(
          json,
          "LibraryPanel",
          spec -> {
            spec.field("id", scene.examined().ids().of(panel));
            spec.field("title", panel.title());
            spec.object("libraryPanel", name -> LibraryElement.name(name, panel));
          });
      return;
    }
    PanelFields fields = PanelFields.of(panel, scene);
    kind(
        json,
        "Panel",
        spec -> {
          spec.field("id", scene.examined().ids().of(panel));
          spec.field("title", panel.title());
          spec.field("description", panel.frame().heading().about());
          spec.field("links", List.of());
          spec.object(
              "data", data -> kind(data, "QueryGroup", group -> data(group, panel, fields)));
          spec.object("vizConfig", viz -> viz(viz, panel, fields));
        });
  }

  private void data(JsonWriter json, Panel panel, PanelFields fields) {
    json.objects("queries", Queries.of(panel), (query, it) -> query(query, it, panel));
    json.objects("transformations", fields.steps(), SecondDashboard::step);
    json.object(
        "queryOptions",
        options -> {
          if (!panel.frame().data().timeFrom().isEmpty()) {
            options.field("timeFrom", panel.frame().data().timeFrom());
          }
        });
  }

  private void query(JsonWriter json, Queries.Lettered query, Panel panel) {
    kind(
        json,
        "PanelQuery",
        spec -> {
          spec.field("refId", query.letter());
          spec.field("hidden", false);
          query(spec, scene, inner -> Queries.write(inner, query.target(), panel));
        });
  }

  private static void step(JsonWriter json, Transformation step) {
    json.field("kind", "Transformation");
    json.field("group", Steps.id(step));
    json.object("spec", spec -> Steps.options(spec, step));
  }

  private void viz(JsonWriter json, Panel panel, PanelFields fields) {
    json.field("kind", "VizConfig");
    json.field("group", PanelType.of(panel));
    json.field("version", scene.panelVersion());
    json.object(
        "spec",
        spec -> {
          spec.object(
              "options", options -> PanelOptions.write(options, panel, fields.units(), scene));
          spec.object("fieldConfig", fields.config()::write);
        });
  }
}
