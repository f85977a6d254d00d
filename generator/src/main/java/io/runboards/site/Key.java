package io.runboards.site;

import java.util.List;

/**
 * A key of a site file: what people are told of it, and what may stand behind it.
 *
 * @param name the key
 * @param about what it is for, in a sentence
 * @param shape what may stand behind it
 * @param missing what is said where it is missing; empty if it may be
 */
record Key(String name, String about, Shape shape, String missing) {

  /** What may stand behind a key. */
  sealed interface Shape {
    /** Any single value. */
    record Text() implements Shape {}

    /** An address of the web. */
    record Address() implements Shape {}

    /** A whole number. */
    record Whole(int least, int most) implements Shape {}

    /** Yes or no. */
    record Flag() implements Shape {}

    /** One of a few words. */
    record Words(List<String> words) implements Shape {
      public Words {
        words = List.copyOf(words);
      }
    }

    /** A list of single values. */
    record Several(Shape each) implements Shape {}

    /** Keys of its own. */
    record Group(Keys keys) implements Shape {}

    /** A list of entries, each of which has keys. */
    record Entries(Keys keys) implements Shape {}

    /** Nothing: it looks like a good key, but is none. */
    record Refused(String advice) implements Shape {}
  }

  static Key text(String name, String about) {
    return new Key(name, about, new Shape.Text(), "");
  }

  static Key address(String name, String about) {
    return new Key(name, about, new Shape.Address(), "");
  }

  static Key whole(String name, String about, int most) {
    return new Key(name, about, new Shape.Whole(1, most), "");
  }

  static Key flag(String name, String about) {
    return new Key(name, about, new Shape.Flag(), "");
  }

  static Key words(String name, String about, List<String> words) {
    return new Key(name, about, new Shape.Words(words), "");
  }

  static Key texts(String name, String about) {
    return new Key(name, about, new Shape.Several(new Shape.Text()), "");
  }

  static Key addresses(String name, String about) {
    return new Key(name, about, new Shape.Several(new Shape.Address()), "");
  }

  static Key group(String name, String about, Key... keys) {
    return new Key(name, about, new Shape.Group(Keys.of(keys)), "");
  }

  static Key entries(String name, String about, Key... keys) {
    return new Key(name, about, new Shape.Entries(Keys.of(keys)), "");
  }

  static Key refused(String name, String why, String advice) {
    return new Key(name, why, new Shape.Refused(advice), "");
  }

  /** The same key, of which {@code otherwise} is said where it is missing. */
  Key needed(String otherwise) {
    return new Key(name, about, shape, otherwise);
  }

  boolean isNeeded() {
    return !missing.isEmpty();
  }

  boolean isRefused() {
    return shape instanceof Shape.Refused;
  }
}
