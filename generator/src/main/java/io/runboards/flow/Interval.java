package io.runboards.flow;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import io.runboards.catalog.ValueRange;
import java.util.stream.DoubleStream;

/**
 * Calculates with all values of a range at once. What comes out is never too narrow.
 *
 * @param min the lowest value
 * @param max the highest value
 */
record Interval(double min, double max) {
  static final Interval ANY = new Interval(NEGATIVE_INFINITY, POSITIVE_INFINITY);
  static final Interval FLAG = new Interval(0, 1);
  static final Interval NOT_NEGATIVE = new Interval(0, POSITIVE_INFINITY);

  Interval {
    if (!(min <= max)) {
      min = NEGATIVE_INFINITY;
      max = POSITIVE_INFINITY;
    }
  }

  static Interval of(ValueRange range) {
    return new Interval(range.min(), range.max());
  }

  static Interval of(double value) {
    return new Interval(value, value);
  }

  ValueRange range() {
    return new ValueRange(min + 0.0, max + 0.0);
  }

  boolean isPoint() {
    return min == max;
  }

  Interval negated() {
    return new Interval(-max, -min);
  }

  Interval plus(Interval other) {
    return new Interval(min + other.min, max + other.max);
  }

  Interval minus(Interval other) {
    return plus(other.negated());
  }

  Interval times(Interval other) {
    return around(
        product(min, other.min),
        product(min, other.max),
        product(max, other.min),
        product(max, other.max));
  }

  /** An infinite bound is never reached, so nothing times it is nothing. */
  private static double product(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  Interval over(Interval other) {
    if (other.min > 0 || other.max < 0) {
      return times(around(1 / other.min, 1 / other.max));
    }
    return min >= 0 && other.min == 0 && other.max > 0
        ? new Interval(min / other.max, POSITIVE_INFINITY)
        : ANY;
  }

  Interval modulo(Interval other) {
    if (isPoint() && other.isPoint()) {
      return of(min % other.min);
    }
    double most = Math.max(Math.abs(other.min), Math.abs(other.max));
    return new Interval(min >= 0 ? 0 : Math.max(min, -most), max <= 0 ? 0 : Math.min(max, most));
  }

  Interval toThe(Interval exponent) {
    if (!exponent.isPoint()) {
      return ANY;
    }
    double power = exponent.min;
    if (isPoint() || min >= 0 && power > 0) {
      return around(Math.pow(min, power), Math.pow(max, power));
    }
    return power == 2 ? absolute().toThe(exponent) : ANY;
  }

  Interval absolute() {
    if (min >= 0) {
      return this;
    }
    return max <= 0 ? negated() : new Interval(0, Math.max(-min, max));
  }

  /** The values that are in one of both. */
  Interval or(Interval other) {
    return new Interval(Math.min(min, other.min), Math.max(max, other.max));
  }

  /** The values that are in both; if there are none, those of this one. */
  Interval and(Interval other) {
    double low = Math.max(min, other.min);
    double high = Math.min(max, other.max);
    return low <= high ? new Interval(low, high) : this;
  }

  Interval raisedTo(Interval least) {
    return new Interval(Math.max(min, least.min), Math.max(max, least.max));
  }

  Interval loweredTo(Interval most) {
    return new Interval(Math.min(min, most.min), Math.min(max, most.max));
  }

  /** The sum of one or more such values. */
  Interval summed() {
    return new Interval(min < 0 ? NEGATIVE_INFINITY : min, max > 0 ? POSITIVE_INFINITY : max);
  }

  /** How far such values can be from one another. */
  Interval spread() {
    return new Interval(0, max - min);
  }

  private static Interval around(double... values) {
    return DoubleStream.of(values).anyMatch(Double::isNaN)
        ? ANY
        : new Interval(
            DoubleStream.of(values).min().orElseThrow(),
            DoubleStream.of(values).max().orElseThrow());
  }
}
