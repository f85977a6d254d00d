package io.runboards.site;

import io.runboards.json.JsonWriter;
import io.runboards.site.Key.Shape;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;

/**
 * Site files as a JSON schema, from which editors complete keys and tell what they mean.
 *
 * <p>It knows less than {@link SiteFile}, and never refuses what that takes: any value may come from
 * the environment.
 */
public final class SiteSchema {
  private static final String HOW =
      "Written by 'runboards site schema' from the keys that runboards reads.";

  /** What a value may be that comes from the environment. */
  private static final String FROM_ENVIRONMENT = "\\$\\{";

  private SiteSchema() {}

  /** The schema, as the text of a file. */
  public static String text() {
    StringWriter text = new StringWriter();
    JsonWriter.pretty(
        text,
        json -> {
          json.field("$schema", "http://json-schema.org/draft-07/schema#");
          json.field("$comment", HOW);
          json.field("title", "A site of runboards");
          keys(json, SiteKeys.ALL, true);
        });
    return text.toString();
  }

  /** A mapping without a needed key may get it from the site that this one extends. */
  private static void keys(JsonWriter json, Keys keys, boolean isWhole) {
    json.field("type", "object");
    json.field("additionalProperties", false);
    List<String> needed = keys.all().stream().filter(Key::isNeeded).map(Key::name).toList();
    if (isWhole && !needed.isEmpty()) {
      json.field("required", needed);
    }
    json.object(
        "properties",
        properties ->
            keys.all().stream()
                .filter(key -> !key.isRefused())
                .forEach(key -> properties.object(key.name(), it -> property(it, key))));
  }

  private static void property(JsonWriter json, Key key) {
    json.field("description", key.about());
    shape(json, key.shape());
  }

  private static void shape(JsonWriter json, Shape shape) {
    switch (shape) {
      case Shape.Text text -> json.field("type", List.of("string", "number", "boolean"));
      case Shape.Address address -> pattern(json, "^https?://");
      case Shape.Whole(int least, int most) ->
          orText(
              json,
              "^[0-9]+$",
              it -> {
                it.field("type", "integer");
                it.field("minimum", least);
                it.field("maximum", most);
              });
      case Shape.Flag flag ->
          orText(json, "^(true|false)$", it -> it.field("type", "boolean"));
      case Shape.Words(List<String> words) -> orText(json, "", it -> it.field("enum", words));
      case Shape.Several(Shape each) -> {
        json.field("type", "array");
        json.field("uniqueItems", true);
        json.object("items", items -> shape(items, each));
      }
      case Shape.Group(Keys keys) -> keys(json, keys, false);
      case Shape.Entries(Keys keys) -> {
        json.field("type", "array");
        json.object("items", items -> keys(items, keys, true));
      }
      case Shape.Refused refused -> throw new IllegalStateException("no key: " + refused);
    }
  }

  private static void orText(JsonWriter json, String form, Consumer<JsonWriter> usual) {
    List<Consumer<JsonWriter>> ways = List.of(usual, it -> pattern(it, form));
    json.objects("anyOf", ways, (item, way) -> way.accept(item));
  }

  private static void pattern(JsonWriter json, String form) {
    json.field("type", "string");
    json.field(
        "pattern", form.isEmpty() ? FROM_ENVIRONMENT : form + "|" + FROM_ENVIRONMENT);
  }
}
