package io.runboards.site;

import io.runboards.finding.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value of a YAML text, which knows its place. */
sealed interface YamlNode {
  Place place();

  /**
   * A word, number or text.
   *
   * @param text what it says
   * @param written what it said before values of the environment were put in
   */
  record Scalar(String text, String written, Place place) implements YamlNode {
    private static final int RECOGNIZABLE = 4;

    Scalar(String text, Place place) {
      this(text, text, place);
    }

    boolean isFilled() {
      return !text.equals(written);
    }

    /** Whether a message tells part of a text of which nothing may be told. */
    boolean isToldBy(String message) {
      return Stream.of(text.split("[^\\p{L}\\p{N}]+"))
          .filter(word -> word.length() >= RECOGNIZABLE && !written.contains(word))
          .anyMatch(message::contains);
    }

    /** The place of a part of the text; all of it where the file writes the text otherwise. */
    Place place(Fields.Part part) {
      int length = text.codePointCount(0, text.length());
      int around = place.end() - place.start() - length;
      if (isFilled() || around != 0 && around != 2) {
        return place;
      }
      int before = around / 2 + part.start();
      return new Place(
          place.source(),
          place.line(),
          place.column() + before,
          place.start() + before,
          place.start() + around / 2 + part.end());
    }
  }

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
