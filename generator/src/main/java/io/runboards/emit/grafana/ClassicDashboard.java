package io.runboards.emit.grafana;

import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Settings;
import io.runboards.json.JsonWriter;
import java.util.List;

/** A dashboard in the model that files, and the API of every Grafana, have. */
final class ClassicDashboard {
  private ClassicDashboard() {}

  static void write(JsonWriter json, Scene scene) {
    Dashboard dashboard = scene.dashboard();
    Settings settings = dashboard.settings();
    json.field("uid", dashboard.uid());
    json.field("title", dashboard.title());
    String description = description(dashboard);
    if (!description.isEmpty()) {
      json.field("description", description);
    }
    json.field("tags", dashboard.tags());
    json.field("timezone", settings.timeZone());
    if (!settings.editable()) {
      json.field("editable", false);
    }
    if (settings.crosshair()) {
      json.field("graphTooltip", 1);
    }
    json.object("time", time -> time(time, settings));
    if (!settings.refresh().isEmpty()) {
      json.field("refresh", settings.refresh());
    }
    json.field("schemaVersion", SchemaVersions.of(scene.version()));
    if (!dashboard.related().isEmpty()) {
      json.objects("links", List.of(dashboard.related()), ClassicDashboard::related);
    }
    json.object("templating", templating -> ClassicVariables.write(templating, scene));
    if (!dashboard.annotations().isEmpty()) {
      json.object("annotations", annotations -> annotations(annotations, scene));
    }
    ClassicPanels.write(json, scene);
  }

  /** The question that a dashboard answers, and who asks it. */
  static String description(Dashboard dashboard) {
    return dashboard.reader().isEmpty()
        ? dashboard.purpose()
        : (dashboard.purpose() + " For: " + dashboard.reader() + ".").strip();
  }

  private static void time(JsonWriter json, Settings settings) {
    json.field("from", settings.from());
    json.field("to", "now");
  }

  /** A list of all dashboards with a tag, with the same time range and choices. */
  static void related(JsonWriter json, String tag) {
    json.field("type", "dashboards");
    json.field("title", "Related");
    json.field("tags", List.of(tag));
    json.field("asDropdown", true);
    json.field("includeVars", true);
    json.field("keepTime", true);
    json.field("targetBlank", false);
    json.field("icon", "external link");
    json.field("tooltip", "");
  }

  private static void annotations(JsonWriter json, Scene scene) {
    json.objects(
        "list",
        scene.dashboard().annotations(),
        (annotation, it) -> annotation(annotation, it, scene));
  }

  private static void annotation(JsonWriter json, Annotation annotation, Scene scene) {
    json.field("name", annotation.name());
    scene.writeSource(json);
    json.field("enable", annotation.shown());
    json.field("iconColor", annotation.color().css());
    String query = annotation.target().promql();
    if (!scene.has(Since.ANNOTATION_TARGETS)) {
      json.field("expr", query);
    }
    json.object(
        "target",
        target -> {
          target.field("refId", "Anno");
          target.field("expr", query);
        });
    if (!annotation.target().legend().isEmpty()) {
      json.field("textFormat", annotation.target().legend());
    }
  }
}
