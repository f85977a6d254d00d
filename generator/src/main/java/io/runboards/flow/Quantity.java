package io.runboards.flow;

import io.runboards.catalog.Unit;
import io.runboards.catalog.ValueRange;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the values of a result are.
 *
 * @param nature what the numbers stand for
 * @param measure what they measure and in what steps; it counts only for quantities and instants
 * @param range the values they can have; a missing value (NaN) is always possible
 * @param observed what a histogram has observed, if these are its buckets or the histogram itself
 */
public record Quantity(
    Nature nature, Measure measure, ValueRange range, Optional<Quantity> observed) {

  /** Nothing is known. */
  public static final Quantity UNKNOWN = unknown(Interval.ANY);

  static Quantity unknown(Interval range) {
    return of(Nature.UNKNOWN, range);
  }

  static Quantity number(Interval range) {
    return of(Nature.NUMBER, range);
  }

  static Quantity number(double value) {
    return number(new Interval(value, value));
  }

  static Quantity count(Interval range) {
    return quantity(Measure.COUNT, range);
  }

  static Quantity instant(Interval range) {
    return new Quantity(Nature.INSTANT, Measure.TIME, range.range(), Optional.empty());
  }

  static Quantity of(Nature nature, Interval range) {
    return new Quantity(nature, Measure.SHARE, range.range(), Optional.empty());
  }

  static Quantity quantity(Measure measure, Interval range) {
    return new Quantity(Nature.QUANTITY, measure, range.range(), Optional.empty());
  }

  /** A quantity of that measure, or unknown if there is none. */
  static Quantity quantity(Optional<Measure> measure) {
    return measure.map(known -> quantity(known, Interval.ANY)).orElse(UNKNOWN);
  }

  /** Values in a unit of the catalog. */
  static Quantity of(Unit unit, ValueRange range) {
    Nature nature =
        switch (unit) {
          case UNKNOWN -> Nature.UNKNOWN;
          case BOOLEAN -> Nature.FLAG;
          case INFO -> Nature.INFO;
          case CODE -> Nature.CODE;
          case BY_LABEL -> Nature.BY_LABEL;
          case UNIX_SECONDS -> Nature.INSTANT;
          default -> Nature.QUANTITY;
        };
    boolean measures = nature == Nature.QUANTITY || nature == Nature.INSTANT;
    return new Quantity(
        nature, measures ? Measure.of(unit) : Measure.SHARE, range, Optional.empty());
  }

  /** Whether nobody can tell what the values mean. */
  public boolean isUnknown() {
    return nature == Nature.UNKNOWN;
  }

  /** The unit, if the catalog knows one. */
  public Optional<Unit> unit() {
    return switch (nature) {
      case UNKNOWN, NUMBER -> Optional.empty();
      case FLAG -> Optional.of(Unit.BOOLEAN);
      case INFO -> Optional.of(Unit.INFO);
      case CODE -> Optional.of(Unit.CODE);
      case BY_LABEL -> Optional.of(Unit.BY_LABEL);
      case INSTANT -> measure.scale() == 1 ? Optional.of(Unit.UNIX_SECONDS) : Optional.empty();
      case QUANTITY -> measure.unit();
    };
  }

  /** The one value that is possible, if there is only one. */
  public OptionalDouble constant() {
    return range.min() == range.max() ? OptionalDouble.of(range.min()) : OptionalDouble.empty();
  }

  /** The unit in words; it need not be one of the catalog. */
  public String name() {
    return switch (nature) {
      case QUANTITY -> measure.toString();
      case INSTANT -> measure.scale() == 1 ? nature.label() : nature.label() + " in " + measure;
      default -> nature.label();
    };
  }

  Interval values() {
    return Interval.of(range);
  }

  /** The same with other values. */
  Quantity within(Interval values) {
    return new Quantity(nature, measure, values.range(), observed);
  }

  /** The same, which belongs to a histogram. */
  Quantity observing(Optional<Quantity> what) {
    return new Quantity(nature, measure, range, what);
  }

  boolean is(Nature other) {
    return nature == other;
  }

  /** Whether it is a finite number that a calculation can convert with. */
  boolean isFactor() {
    return nature == Nature.NUMBER && range.min() == range.max() && Double.isFinite(range.min());
  }

  /** Whether it is nothing, of whatever unit. */
  boolean isZero() {
    return range.min() == 0
        && range.max() == 0
        && (nature == Nature.NUMBER || nature == Nature.QUANTITY);
  }

  /** Whether the values mean the same, so that they can be added and compared. */
  boolean sameAs(Quantity other) {
    return switch (nature) {
      case UNKNOWN, BY_LABEL -> false;
      case QUANTITY, INSTANT -> nature == other.nature && measure.sameAs(other.measure);
      default -> nature == other.nature;
    };
  }

  /** Whether it is certain that these are no values in that unit. */
  public boolean contradicts(Unit unit) {
    return clashesWith(of(unit, ValueRange.ANY));
  }

  /** Whether it is certainly wrong to compare the values with others. */
  boolean clashesWith(Quantity other) {
    if (isNeutral() || other.isNeutral() || sameAs(other)) {
      return false;
    }
    if (nature != Nature.QUANTITY || other.nature != Nature.QUANTITY) {
      return !mayBeAFlagged(other) && !other.mayBeAFlagged(this);
    }
    if (measure.convertsTo(other.measure)) {
      return measure.isSettled() && other.measure.isSettled();
    }
    if (measure.mayCountTheSameAs(other.measure)) {
      return measure.isSettled() && other.measure.isSettled() && !measure.hasStepsOf(other.measure);
    }
    return !isQuotientNextTo(other) && !other.isQuotientNextTo(this);
  }

  private boolean isNeutral() {
    return switch (nature) {
      case UNKNOWN, BY_LABEL, NUMBER, INFO -> true;
      default -> false;
    };
  }

  /** Whether these are flags and the others a number or a share of them. */
  private boolean mayBeAFlagged(Quantity other) {
    return nature == Nature.FLAG
        && other.nature == Nature.QUANTITY
        && (other.measure.isShare() || other.measure.convertsTo(Measure.COUNT));
  }

  /** Whether a quotient without a unit may be a number of the things that others count. */
  private boolean isQuotientNextTo(Quantity other) {
    return measure.isShare()
        && range.max() == Double.POSITIVE_INFINITY
        && other.measure.mayCountTheSameAs(Measure.COUNT);
  }

  @Override
  public String toString() {
    return range.equals(ValueRange.ANY) ? name() : name() + ", " + range;
  }
}
