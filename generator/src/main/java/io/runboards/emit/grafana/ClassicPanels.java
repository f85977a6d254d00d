package io.runboards.emit.grafana;

import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Frame;
import io.runboards.dashboard.Layout;
import io.runboards.dashboard.Layout.Placed;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.TextPanel;
import io.runboards.dashboard.Transformation;
import io.runboards.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** The panels of the classic model: rows are panels among the others, one below the other. */
final class ClassicPanels {
  private final Scene scene;

  private ClassicPanels(Scene scene) {
    this.scene = scene;
  }

  /** A panel or a row at its place. */
  private sealed interface Item {
    record OfRow(Row row, int y, List<Placed> inside) implements Item {}

    record OfPanel(Placed placed) implements Item {}
  }

  static void write(JsonWriter json, Scene scene) {
    ClassicPanels writer = new ClassicPanels(scene);
    json.objects("panels", items(scene.dashboard()), writer::item);
  }

  private static List<Item> items(Dashboard dashboard) {
    List<Item> items = new ArrayList<>();
    int y = 0;
    for (Row row : dashboard.rows()) {
      boolean titled = !row.title().isEmpty();
      int top = titled ? y + 1 : y;
      List<Placed> placed = Layout.of(row.panels(), top);
      if (titled) {
        items.add(new Item.OfRow(row, y, row.collapsed() ? placed : List.of()));
      }
      if (row.collapsed()) {
        y = top;
      } else {
        placed.forEach(panel -> items.add(new Item.OfPanel(panel)));
        y = Layout.bottom(placed, top);
      }
    }
    return items;
  }

  private void item(JsonWriter json, Item item) {
    switch (item) {
      case Item.OfRow(Row row, int y, List<Placed> inside) -> row(json, row, y, inside);
      case Item.OfPanel(Placed placed) -> panel(json, placed);
    }
  }

  private void row(JsonWriter json, Row row, int y, List<Placed> inside) {
    json.field("id", scene.examined().ids().of(row));
    json.field("type", "row");
    json.field("title", row.title());
    json.field("collapsed", row.collapsed());
    if (!row.repeat().isEmpty()) {
      json.field("repeat", row.repeat());
    }
    place(json, 0, y, Layout.COLUMNS, 1);
    json.objects("panels", inside, this::panel);
  }

  private void panel(JsonWriter json, Placed placed) {
    Panel panel = placed.panel();
    json.field("id", scene.examined().ids().of(panel));
    place(json, placed.x(), placed.y(), placed.width(), placed.height());
    repeat(json, placed);
    if (scene.namesOnly(panel)) {
      json.field("type", PanelType.of(panel));
      json.field("title", panel.title());
      json.object("libraryPanel", name -> LibraryElement.name(name, panel));
    } else {
      model(json, panel);
    }
  }

  /** A panel without its number and its place. */
  static void model(JsonWriter json, Panel panel, Scene scene) {
    new ClassicPanels(scene).model(json, panel);
  }

  private void model(JsonWriter json, Panel panel) {
    json.field("type", PanelType.of(panel));
    json.field("title", panel.title());
    text(json, "description", panel.frame().heading().about());
    PanelFields fields = PanelFields.of(panel, scene);
    if (!(panel instanceof TextPanel)) {
      data(json, panel, fields);
    }
    json.object("options", it -> PanelOptions.write(it, panel, fields.units(), scene));
    json.field("pluginVersion", scene.panelVersion());
  }

  private void data(JsonWriter json, Panel panel, PanelFields fields) {
    Frame.Data data = panel.frame().data();
    text(json, "timeFrom", data.timeFrom());
    scene.writeSource(json);
    json.objects("targets", Queries.of(panel), (target, it) -> target(target, it, panel));
    List<Transformation> steps = fields.steps();
    if (!steps.isEmpty()) {
      json.objects(
          "transformations",
          steps,
          (step, it) -> {
            step.field("id", Steps.id(it));
            Steps.options(step, it);
          });
    }
    json.object("fieldConfig", fields.config()::write);
  }

  private void target(JsonWriter json, Queries.Lettered query, Panel panel) {
    json.field("refId", query.letter());
    scene.writeSource(json);
    Queries.write(json, query.target(), panel);
  }

  /** Repeated panels stand side by side: as wide as was said, else up to four in a line. */
  private static void repeat(JsonWriter json, Placed placed) {
    Frame.Space space = placed.panel().frame().space();
    if (!space.repeat().isEmpty()) {
      json.field("repeat", space.repeat());
      json.field("repeatDirection", "h");
      space.width().ifPresent(width -> json.field("maxPerRow", Layout.COLUMNS / width));
    }
  }

  private static void place(JsonWriter json, int x, int y, int width, int height) {
    json.object(
        "gridPos",
        place -> {
          place.field("x", x);
          place.field("y", y);
          place.field("w", width);
          place.field("h", height);
        });
  }

  private static void text(JsonWriter json, String name, String text) {
    if (!text.isEmpty()) {
      json.field(name, text);
    }
  }
}
