package io.runboards.emit.grafana;

import io.runboards.dashboard.Color;
import io.runboards.dashboard.ColorScheme;
import io.runboards.dashboard.Fields;
import io.runboards.dashboard.Mapping;
import io.runboards.dashboard.Threshold;
import io.runboards.json.JsonWriter;
import io.runboards.site.GrafanaVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of values, as Grafana's settings. */
final class FieldSettings {
  private FieldSettings() {}

  /** The settings that hold for every kind of panel, but for the colours. */
  static List<Setting> of(Fields fields) {
    List<Setting> settings = new ArrayList<>();
    if (!fields.displayName().isEmpty()) {
      settings.add(Setting.of("displayName", fields.displayName()));
    }
    fields.unit().ifPresent(unit -> settings.add(Setting.of("unit", unit)));
    fields.decimals().ifPresent(digits -> settings.add(Setting.of("decimals", digits)));
    fields.min().ifPresent(min -> settings.add(Setting.of("min", min)));
    fields.max().ifPresent(max -> settings.add(Setting.of("max", max)));
    if (!fields.mappings().isEmpty()) {
      settings.add(mappings(fields.mappings()));
    }
    if (!fields.noValue().isEmpty()) {
      settings.add(Setting.of("noValue", fields.noValue()));
    }
    return settings;
  }

  static Setting color(ColorScheme scheme, GrafanaVersion version) {
    boolean tooNew = scheme.equals(ColorScheme.BY_NAME) && !Since.COLORS_BY_NAME.holdsFor(version);
    ColorScheme known = tooNew ? ColorScheme.BY_ORDER : scheme;
    return Setting.object(
        "color",
        json -> {
          json.field("mode", known.mode());
          known.fixed().ifPresent(color -> json.field("fixedColor", color.css()));
        });
  }

  /** Grafana adds steps of its own, green and red, where a panel has none. */
  static Setting thresholds(Fields fields) {
    return Setting.object(
        "thresholds",
        json -> {
          json.field("mode", "absolute");
          json.objects("steps", steps(fields), FieldSettings::write);
        });
  }

  private static List<Threshold> steps(Fields fields) {
    List<Threshold> steps = new ArrayList<>();
    steps.add(new Threshold(Double.NEGATIVE_INFINITY, fields.base()));
    steps.addAll(fields.thresholds());
    return steps;
  }

  /** The first step begins at minus infinity, which is {@code null} in JSON. */
  private static void write(JsonWriter json, Threshold step) {
    json.field("color", step.color().css());
    json.field("value", step.from());
  }

  private static Setting mappings(List<Mapping> mappings) {
    return new Setting(
        "mappings", (json, name) -> json.objects(name, mappings, FieldSettings::write));
  }

  private static void write(JsonWriter json, Mapping mapping) {
    switch (mapping) {
      case Mapping.OfValue(String value, String text, Optional<Color> color) -> {
        json.field("type", "value");
        json.object("options", options -> result(options, value, mapping));
      }
      case Mapping.OfRange(double from, double to, String text, Optional<Color> color) -> {
        json.field("type", "range");
        json.object(
            "options",
            options -> {
              options.field("from", from);
              options.field("to", to);
              result(options, "result", mapping);
            });
      }
      case Mapping.OfNothing(String text, Optional<Color> color) -> {
        json.field("type", "special");
        json.object(
            "options",
            options -> {
              options.field("match", "null+nan");
              result(options, "result", mapping);
            });
      }
    }
  }

  private static void result(JsonWriter json, String name, Mapping mapping) {
    json.object(
        name,
        result -> {
          result.field("text", mapping.text());
          mapping.color().ifPresent(color -> result.field("color", color.css()));
        });
  }
}
