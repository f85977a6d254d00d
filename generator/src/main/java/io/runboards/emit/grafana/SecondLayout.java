package io.runboards.emit.grafana;

import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Frame;
import io.runboards.dashboard.Layout;
import io.runboards.dashboard.Layout.Placed;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Row;
import io.runboards.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** Where panels stand in the second model: in rows, if any row has a title. */
final class SecondLayout {
  private final Scene scene;

  private SecondLayout(Scene scene) {
    this.scene = scene;
  }

  static void write(JsonWriter json, Scene scene) {
    new SecondLayout(scene).layout(json, scene.dashboard());
  }

  /** The name of a panel among the elements. */
  static String name(Panel panel, Scene scene) {
    return "panel-" + scene.examined().ids().of(panel);
  }

  private void layout(JsonWriter json, Dashboard dashboard) {
    if (dashboard.rows().stream().allMatch(row -> row.title().isEmpty())) {
      grid(json, ofAll(dashboard));
      return;
    }
    json.object(
        "layout",
        layout ->
            SecondDashboard.kind(
                layout, "RowsLayout", spec -> spec.objects("rows", dashboard.rows(), this::row)));
  }

  private static List<Placed> ofAll(Dashboard dashboard) {
    List<Placed> all = new ArrayList<>();
    for (Row row : dashboard.rows()) {
      all.addAll(Layout.of(row.panels(), Layout.bottom(all, 0)));
    }
    return all;
  }

  private void row(JsonWriter json, Row row) {
    SecondDashboard.kind(
        json,
        "RowsLayoutRow",
        spec -> {
          spec.field("title", row.title());
          spec.field("collapse", row.collapsed());
          if (row.title().isEmpty()) {
            spec.field("hideHeader", true);
          }
          if (!row.repeat().isEmpty()) {
            spec.object("repeat", repeat -> variable(repeat, row.repeat()));
          }
          grid(spec, Layout.of(row.panels(), 0));
        });
  }

  private void grid(JsonWriter json, List<Placed> panels) {
    json.object(
        "layout",
        layout ->
            SecondDashboard.kind(
                layout, "GridLayout", spec -> spec.objects("items", panels, this::item)));
  }

  private void item(JsonWriter json, Placed placed) {
    Frame.Space space = placed.panel().frame().space();
    SecondDashboard.kind(
        json,
        "GridLayoutItem",
        spec -> {
          spec.field("x", placed.x());
          spec.field("y", placed.y());
          spec.field("width", placed.width());
          spec.field("height", placed.height());
          spec.object(
              "element",
              element -> {
                element.field("kind", "ElementReference");
                element.field("name", name(placed.panel(), scene));
              });
          if (!space.repeat().isEmpty()) {
            spec.object(
                "repeat",
                repeat -> {
                  variable(repeat, space.repeat());
                  repeat.field("direction", "h");
                  space
                      .width()
                      .ifPresent(width -> repeat.field("maxPerRow", Layout.COLUMNS / width));
                });
          }
        });
  }

  private static void variable(JsonWriter json, String name) {
    json.field("mode", "variable");
    json.field("value", name);
  }
}
