package io.runboards.site;

import io.runboards.finding.Place;
import java.util.List;
import java.util.Optional;

/** A value of a YAML text, which knows its place. */
sealed interface YamlNode {
  Place place();

  /** A word, number or text, as it is written. */
  record Scalar(String text, Place place) implements YamlNode {}

  /** A list. */
  record Sequence(List<YamlNode> items, Place place) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys with values. */
  record Mapping(List<Entry> entries, Place place) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of a key. */
    Optional<YamlNode> find(String key) {
      return entries.stream()
          .filter(entry -> entry.key().text().equals(key))
          .map(Entry::value)
          .findFirst();
    }
  }

  /** A key with its value. */
  record Entry(Scalar key, YamlNode value) {}

  /** The text of a scalar; empty for anything else. */
  static String text(YamlNode node) {
    return node instanceof Scalar scalar ? scalar.text() : "";
  }
}
