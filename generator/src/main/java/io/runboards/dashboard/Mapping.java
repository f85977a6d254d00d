package io.runboards.dashboard;

import java.util.Optional;

/** Words in the place of a value. */
public sealed interface Mapping {
  String text();

  Optional<Color> color();

  /** Words for one value. */
  record OfValue(String value, String text, Optional<Color> color) implements Mapping {}

  /** Words for the values of a range. */
  record OfRange(double from, double to, String text, Optional<Color> color) implements Mapping {}

  /** Words for no value at all. */
  record OfNothing(String text, Optional<Color> color) implements Mapping {}

  static Mapping value(double value, String text) {
    String exact = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    return new OfValue(exact, text, Optional.empty());
  }

  static Mapping value(double value, String text, Color color) {
    return new OfValue(((OfValue) value(value, text)).value(), text, Optional.of(color));
  }

  static Mapping value(String value, String text) {
    return new OfValue(value, text, Optional.empty());
  }

  static Mapping range(double from, double to, String text) {
    return new OfRange(from, to, text, Optional.empty());
  }

  static Mapping nothing(String text) {
    return new OfNothing(text, Optional.empty());
  }
}
