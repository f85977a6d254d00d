package io.runboards.emit.grafana;

import io.runboards.json.JsonWriter;
import java.util.function.Consumer;

/**
 * A setting of fields: a line of a panel's defaults, or a property of an override.
 *
 * @param id Grafana's id; the ones of a panel's kind begin with {@code custom.}
 * @param value writes the value under a name
 */
record Setting(String id, Value value) {
  private static final String CUSTOM = "custom.";

  /** Writes a value under a name. */
  @FunctionalInterface
  interface Value {
    void write(JsonWriter json, String name);
  }

  static Setting of(String id, String value) {
    return new Setting(id, (json, name) -> json.field(name, value));
  }

  static Setting of(String id, double value) {
    return new Setting(id, (json, name) -> json.field(name, value));
  }

  static Setting of(String id, boolean value) {
    return new Setting(id, (json, name) -> json.field(name, value));
  }

  static Setting object(String id, Consumer<JsonWriter> fields) {
    return new Setting(id, (json, name) -> json.object(name, fields));
  }

  boolean isCustom() {
    return id.startsWith(CUSTOM);
  }

  /** Writes it among the defaults of a panel, or among their custom ones. */
  void writeDefault(JsonWriter json) {
    value.write(json, isCustom() ? id.substring(CUSTOM.length()) : id);
  }

  /** Writes it as a property of an override. */
  void writeProperty(JsonWriter json) {
    json.field("id", id);
    value.write(json, "value");
  }
}
