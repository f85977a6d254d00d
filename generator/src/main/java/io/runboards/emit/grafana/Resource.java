package io.runboards.emit.grafana;

import io.runboards.json.JsonWriter;

/** A dashboard as a resource of Grafana's API: one of its models with a name and a folder. */
final class Resource {
  private static final String GROUP = "dashboard.grafana.app/";

  private Resource() {}

  /** The classic model. */
  static void first(JsonWriter json, Scene scene) {
    head(json, "v1beta1", scene);
    json.object("spec", spec -> ClassicDashboard.write(spec, scene));
  }

  /** The model of elements and layouts. */
  static void second(JsonWriter json, Scene scene) {
    head(json, "v2", scene);
    json.object("spec", spec -> SecondDashboard.write(spec, scene));
  }

  private static void head(JsonWriter json, String version, Scene scene) {
    Folder folder = new Folder(scene.dashboard().folder());
    json.field("apiVersion", GROUP + version);
    json.field("kind", "Dashboard");
    json.object(
        "metadata",
        metadata -> {
          metadata.field("name", scene.dashboard().uid());
          if (!folder.isRoot()) {
            metadata.object(
                "annotations", notes -> notes.field("grafana.app/folder", folder.uid()));
          }
        });
  }
}
