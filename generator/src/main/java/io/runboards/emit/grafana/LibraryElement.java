package io.runboards.emit.grafana;

import io.runboards.dashboard.Panel;
import io.runboards.json.JsonWriter;

/** A panel in Grafana's library. */
final class LibraryElement {
  private static final int PANEL = 1;

  private LibraryElement() {}

  /** How a dashboard names it. */
  static void name(JsonWriter json, Panel panel) {
    json.field("uid", panel.frame().heading().library());
    json.field("name", panel.title());
  }

  /** As the API of the library takes it. */
  static void write(JsonWriter json, Panel panel, Scene scene) {
    Folder folder = new Folder(scene.dashboard().folder());
    name(json, panel);
    json.field("kind", PANEL);
    if (!folder.isRoot()) {
      json.field("folderUid", folder.uid());
    }
    json.object(
        "model",
        model -> {
          ClassicPanels.model(model, panel, scene);
          model.object("libraryPanel", it -> name(it, panel));
        });
  }
}
