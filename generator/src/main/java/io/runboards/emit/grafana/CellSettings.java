package io.runboards.emit.grafana;

import io.runboards.dashboard.Cell;
import io.runboards.site.GrafanaVersion;
import java.util.ArrayList;
import java.util.List;

/** How the cells of a column look, as Grafana's settings. */
final class CellSettings {
  private CellSettings() {}

  static List<Setting> of(Cell cell, GrafanaVersion version) {
    List<Setting> settings = new ArrayList<>();
    cell.width().ifPresent(pixels -> settings.add(Setting.of("custom.width", pixels)));
    cell.minWidth().ifPresent(pixels -> settings.add(Setting.of("custom.minWidth", pixels)));
    cell.kind()
        .ifPresent(kind ->
            settings.add(
                Since.CELL_OPTIONS.holdsFor(version)
                    ? options(kind)
                    : Setting.of("custom.displayMode", displayMode(kind))));
    if (cell.hidden()) {
      settings.add(hidden(version));
    }
    return settings;
  }

  static Setting hidden(GrafanaVersion version) {
    return Since.COLUMNS_HIDE_LIKE_SERIES.holdsFor(version)
        ? Setting.object(
            "custom.hideFrom",
            json -> {
              json.field("legend", true);
              json.field("tooltip", true);
              json.field("viz", true);
            })
        : Setting.of("custom.hidden", true);
  }

  private static Setting options(Cell.Kind kind) {
    return Setting.object(
        "custom.cellOptions",
        json -> {
          json.field(
              "type",
              switch (kind) {
                case TEXT -> "auto";
                case COLORED_TEXT -> "color-text";
                case COLORED_BACKGROUND -> "color-background";
                case BAR -> "gauge";
              });
          switch (kind) {
            case TEXT, COLORED_TEXT -> {}
            case COLORED_BACKGROUND, BAR -> json.field("mode", "basic");
          }
        });
  }

  private static String displayMode(Cell.Kind kind) {
    return switch (kind) {
      case TEXT -> "auto";
      case COLORED_TEXT -> "color-text";
      case COLORED_BACKGROUND -> "color-background-solid";
      case BAR -> "basic";
    };
  }
}
