package io.runboards.deploy;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Short texts that are equal only for what says the same. */
final class Digest {
  private Digest() {}

  /** Of a thing as it shall be, or as it is. */
  static String of(Wanted thing) {
    return of(json(thing));
  }

  /** Of a step, of what it would write and of what it found. */
  static String of(Step step) {
    Fields said =
        JsonValue.EMPTY
            .with("step", step.getClass().getSimpleName())
            .with("key", step.key().toString());
    Fields made = step.made().map(it -> said.with("wanted", json(it))).orElse(said);
    return of(step.found().map(live -> with(made, live)).orElse(made));
  }

  private static Fields with(Fields said, Live live) {
    return said.with("live", json(live.wanted()).with("version", live.version()));
  }

  private static Fields json(Wanted thing) {
    return JsonValue.EMPTY
        .with("key", thing.key().toString())
        .with("title", thing.title())
        .with("folder", thing.folder())
        .with("content", thing.content());
  }

  private static String of(JsonValue value) {
    try {
      byte[] text = sorted(value).line().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonValue sorted(JsonValue value) {
    return switch (value) {
      case Fields(Map<String, JsonValue> fields) -> {
        Map<String, JsonValue> sorted = new LinkedHashMap<>();
        new TreeMap<>(fields).forEach((name, inner) -> sorted.put(name, sorted(inner)));
        yield new Fields(sorted);
      }
      case Items items -> new Items(items.items().map(Digest::sorted).toList());
      default -> value;
    };
  }
}
