package io.runboards.catalog;

/**
 * The values that a metric can have, both ends included.
 *
 * @param min the lowest value, or negative infinity
 * @param max the highest value, or positive infinity
 */
public record ValueRange(double min, double max) {
  public static final ValueRange ANY =
      new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  public static final ValueRange NOT_NEGATIVE = new ValueRange(0, Double.POSITIVE_INFINITY);

  public ValueRange {
    if (!(min <= max)) {
      throw new IllegalArgumentException("no value lies between " + min + " and " + max);
    }
  }

  /** What values of {@code unit} can be when nothing more is known about a metric. */
  static ValueRange of(Unit unit) {
    return switch (unit) {
      case PERCENT -> new ValueRange(0, 100);
      case RATIO, BOOLEAN -> new ValueRange(0, 1);
      case INFO -> new ValueRange(1, 1);
      case UNKNOWN, CELSIUS -> ANY;
      default -> NOT_NEGATIVE;
    };
  }

  @Override
  public String toString() {
    if (equals(ANY)) {
      return "any";
    }
    if (min == max) {
      return number(min);
    }
    if (min == Double.NEGATIVE_INFINITY) {
      return number(max) + " or less";
    }
    return max == Double.POSITIVE_INFINITY
        ? number(min) + " or more"
        : number(min) + " to " + number(max);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
