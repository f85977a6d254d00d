package io.runboards.emit.grafana;

import io.runboards.dashboard.Part.Match;
import io.runboards.json.JsonWriter;
import java.util.List;

/**
 * How the values of a panel look.
 *
 * @param defaults settings of all its fields
 * @param specials settings of some of them; of two that contradict, the later holds
 */
record FieldConfig(List<Setting> defaults, List<Special> specials) {

  /** Settings of the fields that match. */
  record Special(Match match, List<Setting> settings) {}

  void write(JsonWriter json) {
    json.object("defaults", this::writeDefaults);
    json.objects("overrides", specials, FieldConfig::write);
  }

  private void writeDefaults(JsonWriter json) {
    defaults.stream().filter(it -> !it.isCustom()).forEach(it -> it.writeDefault(json));
    List<Setting> custom = defaults.stream().filter(Setting::isCustom).toList();
    if (!custom.isEmpty()) {
      json.object("custom", inner -> custom.forEach(it -> it.writeDefault(inner)));
    }
  }

  private static void write(JsonWriter json, Special special) {
    json.object("matcher", matcher -> write(matcher, special.match));
    json.objects("properties", special.settings, (property, it) -> it.writeProperty(property));
  }

  private static void write(JsonWriter json, Match match) {
    switch (match) {
      case Match.ByName(String name) -> {
        json.field("id", "byName");
        json.field("options", name);
      }
      case Match.ByRegex(String regex) -> {
        json.field("id", "byRegexp");
        json.field("options", "/^(?:" + regex + ")$/");
      }
      case Match.ByQuery(String refId) -> {
        json.field("id", "byFrameRefID");
        json.field("options", refId);
      }
    }
  }
}
