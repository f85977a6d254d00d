package io.runboards.flow;

import io.runboards.catalog.Unit;
import io.runboards.promql.BinaryOp;
import java.util.Optional;

/** What comes out when quantities are calculated with. */
final class Arithmetic {
  private static final double KELVIN = 273.15;
  private static final double FAHRENHEIT = 32;

  /** Nobody compares with a moment before 1973, but many with seconds of a day or a month. */
  private static final double EARLIEST = 1e8;

  private Arithmetic() {}

  static Quantity of(BinaryOp op, Quantity left, Quantity right) {
    Interval a = left.values();
    Interval b = right.values();
    return switch (op) {
      case ADD -> sum(op, left, right).within(a.plus(b));
      case SUB -> sum(op, left, right).within(a.minus(b));
      case MUL -> product(left, right).within(a.times(b));
      case DIV -> quotient(left, right).within(a.over(b));
      case MOD -> remainder(left, right).within(a.modulo(b));
      case POW -> power(left, right).within(a.toThe(b));
      default -> Quantity.number(Interval.ANY);
    };
  }

  /** Whether an operation mixes units that certainly do not go together. */
  static boolean clash(BinaryOp op, Quantity left, Quantity right) {
    if (op.isComparison()) {
      boolean units = !left.isZero() && !right.isZero() && left.clashesWith(right);
      return units || isMomentNextToLength(left, right) || isMomentNextToLength(right, left);
    }
    if (op != BinaryOp.ADD && op != BinaryOp.SUB || left.isZero() || right.isZero()) {
      return false;
    }
    boolean moved = isShift(left, right) || op == BinaryOp.ADD && isShift(right, left);
    return !moved && (left.clashesWith(right) || isWrongWhole(left, right));
  }

  /** Whether a number that is compared with a moment can only be a length: {@code x > 900}. */
  private static boolean isMomentNextToLength(Quantity moment, Quantity number) {
    double seconds = moment.measure().scale() * Math.abs(number.range().min());
    return moment.is(Nature.INSTANT)
        && number.isFactor()
        && Math.abs(number.range().min()) > 1
        && seconds < EARLIEST;
  }

  /** Whether a moment is moved by some time. */
  private static boolean isShift(Quantity moment, Quantity time) {
    return moment.is(Nature.INSTANT)
        && time.is(Nature.QUANTITY)
        && moment.measure().sameAs(time.measure());
  }

  /** Whether a share in percent meets a 1 as its whole, or a ratio a 100. */
  private static boolean isWrongWhole(Quantity left, Quantity right) {
    return isWrongWhole(left, right, Unit.PERCENT, 1)
        || isWrongWhole(right, left, Unit.PERCENT, 1)
        || isWrongWhole(left, right, Unit.RATIO, 100)
        || isWrongWhole(right, left, Unit.RATIO, 100);
  }

  private static boolean isWrongWhole(Quantity share, Quantity whole, Unit unit, double value) {
    return whole.isFactor()
        && whole.range().min() == value
        && share.unit().filter(unit::equals).isPresent();
  }

  private static Quantity sum(BinaryOp op, Quantity left, Quantity right) {
    if (right.is(Nature.NUMBER) && right.isZero()) {
      return plain(left);
    }
    if (left.is(Nature.NUMBER) && left.isZero() && op == BinaryOp.ADD) {
      return plain(right);
    }
    if (left.is(Nature.INSTANT) || right.is(Nature.INSTANT)) {
      return sumOfInstants(op, left, right);
    }
    if (isOneOrZero(left) || isOneOrZero(right)) {
      return sumOfFlags(op, left, right);
    }
    if (left.is(Nature.NUMBER) && right.is(Nature.NUMBER)) {
      return plain(left);
    }
    if (left.is(Nature.NUMBER)) {
      return shifted(right, left);
    }
    if (right.is(Nature.NUMBER)) {
      return shifted(left, right);
    }
    boolean quantities = left.is(Nature.QUANTITY) && left.sameAs(right);
    if (!quantities) {
      return Quantity.UNKNOWN;
    }
    boolean buckets = op == BinaryOp.ADD && left.observed().equals(right.observed());
    return buckets ? left : plain(left);
  }

  /** A constant counts in the steps of the quantity that it is added to. */
  private static Quantity shifted(Quantity quantity, Quantity number) {
    boolean clear =
        quantity.is(Nature.QUANTITY)
            && number.isFactor()
            && !isWrongWhole(quantity, number)
            && !isOtherDegrees(quantity, Math.abs(number.range().min()));
    return clear ? plain(quantity) : Quantity.UNKNOWN;
  }

  private static boolean isOtherDegrees(Quantity quantity, double offset) {
    return quantity.measure().exponents().containsKey(Base.TEMPERATURE)
        && (offset == KELVIN || offset == FAHRENHEIT);
  }

  private static Quantity sumOfInstants(BinaryOp op, Quantity left, Quantity right) {
    if (left.is(Nature.INSTANT) && (right.isFactor() || isShift(left, right))) {
      return left;
    }
    boolean later = op == BinaryOp.ADD && (left.isFactor() || isShift(right, left));
    if (later && right.is(Nature.INSTANT)) {
      return right;
    }
    return op == BinaryOp.SUB && left.sameAs(right)
        ? Quantity.quantity(left.measure(), Interval.ANY)
        : Quantity.UNKNOWN;
  }

  private static Quantity sumOfFlags(BinaryOp op, Quantity left, Quantity right) {
    boolean one = left.constant().isPresent() && left.constant().getAsDouble() == 1;
    if (op == BinaryOp.SUB && right.is(Nature.FLAG) && one && isBare(left)) {
      return right;
    }
    if (isBare(left) && isBare(right)) {
      boolean flags = op == BinaryOp.ADD && left.is(Nature.FLAG) && right.is(Nature.FLAG);
      return flags ? Quantity.count(Interval.ANY) : Quantity.number(Interval.ANY);
    }
    Quantity other = isOneOrZero(left) ? right : left;
    Quantity flag = isOneOrZero(left) ? left : right;
    if (flag.is(Nature.INFO)) {
      return shifted(other, Quantity.number(1));
    }
    boolean counts = other.is(Nature.QUANTITY) && other.measure().sameAs(Measure.COUNT);
    return counts ? plain(other) : Quantity.UNKNOWN;
  }

  private static boolean isOneOrZero(Quantity quantity) {
    return quantity.is(Nature.FLAG) || quantity.is(Nature.INFO);
  }

  /** Whether it has no unit at all. */
  private static boolean isBare(Quantity quantity) {
    return quantity.is(Nature.NUMBER) || isOneOrZero(quantity);
  }

  private static Quantity product(Quantity left, Quantity right) {
    if (left.is(Nature.INFO) || left.is(Nature.FLAG) && !right.is(Nature.INFO)) {
      return masked(right, left);
    }
    if (isOneOrZero(right)) {
      return masked(left, right);
    }
    if (left.is(Nature.NUMBER) && right.is(Nature.NUMBER)) {
      return left;
    }
    if (left.is(Nature.NUMBER)) {
      return scaled(right, left, 1);
    }
    if (right.is(Nature.NUMBER)) {
      return scaled(left, right, 1);
    }
    boolean quantities = left.is(Nature.QUANTITY) && right.is(Nature.QUANTITY);
    return quantities ? Quantity.quantity(left.measure().times(right.measure())) : Quantity.UNKNOWN;
  }

  /** What a factor of 1 lets through, and one of 0 wipes out. */
  private static Quantity masked(Quantity quantity, Quantity mask) {
    return quantity.is(Nature.INFO) ? mask : plain(quantity);
  }

  /** A constant factor changes the steps, not what is measured. */
  private static Quantity scaled(Quantity quantity, Quantity number, int sign) {
    if (!number.isFactor()) {
      return Quantity.UNKNOWN;
    }
    double factor = Math.pow(number.range().min(), sign);
    if (factor == 0 && quantity.isUnknown()) {
      return Quantity.number(0);
    }
    boolean literal = quantity.is(Nature.QUANTITY) && quantity.constant().isPresent();
    if (literal && Double.isFinite(factor)) {
      return plain(quantity);
    }
    boolean measures = quantity.is(Nature.QUANTITY) || quantity.is(Nature.INSTANT) && factor > 0;
    return measures
        ? quantity
            .measure()
            .rescaled(factor)
            .map(measure -> rescaled(quantity, measure))
            .orElse(Quantity.UNKNOWN)
        : Quantity.UNKNOWN;
  }

  private static Quantity rescaled(Quantity quantity, Measure measure) {
    return new Quantity(quantity.nature(), measure, quantity.range(), Optional.empty());
  }

  private static Quantity quotient(Quantity left, Quantity right) {
    if (right.is(Nature.INFO) || right.is(Nature.FLAG) && isOne(right)) {
      return plain(left);
    }
    if (right.is(Nature.NUMBER) && isBare(left)) {
      return Quantity.number(Interval.ANY);
    }
    if (right.is(Nature.NUMBER)) {
      return scaled(left, right, -1);
    }
    if (left.isFactor() && left.isZero()) {
      return right.is(Nature.QUANTITY) ? inverse(right) : left;
    }
    if (!right.is(Nature.QUANTITY)) {
      return Quantity.UNKNOWN;
    }
    if (left.isFactor() || left.is(Nature.INFO)) {
      return scaled(inverse(right), Quantity.number(left.range().min()), 1);
    }
    if (!left.is(Nature.QUANTITY) || isLength(right) && left.sameAs(right)) {
      return Quantity.UNKNOWN;
    }
    return Quantity.quantity(left.measure().over(right.measure()));
  }

  /** Whether it is written as a number: seconds divided by {@code 1h} may be meant as hours. */
  private static boolean isLength(Quantity quantity) {
    return quantity.constant().isPresent();
  }

  private static boolean isOne(Quantity quantity) {
    return quantity.constant().isPresent() && quantity.constant().getAsDouble() == 1;
  }

  private static Quantity inverse(Quantity quantity) {
    return Quantity.quantity(quantity.measure().toThe(-1));
  }

  private static Quantity remainder(Quantity left, Quantity right) {
    if (left.is(Nature.INSTANT) && right.isFactor()) {
      return Quantity.quantity(left.measure(), Interval.ANY);
    }
    boolean number = left.is(Nature.NUMBER) && right.is(Nature.NUMBER);
    boolean quantity = left.is(Nature.QUANTITY) && (right.isFactor() || left.sameAs(right));
    return number || quantity ? plain(left) : Quantity.UNKNOWN;
  }

  private static Quantity power(Quantity left, Quantity right) {
    if (left.is(Nature.NUMBER) && right.is(Nature.NUMBER)) {
      return left;
    }
    if (!right.isFactor()) {
      return Quantity.UNKNOWN;
    }
    double exponent = right.range().min();
    if (isOneOrZero(left) && exponent > 0 || left.is(Nature.INFO)) {
      return left;
    }
    if (!left.is(Nature.QUANTITY)) {
      return Quantity.UNKNOWN;
    }
    if (exponent == 0.5) {
      return Quantity.quantity(left.measure().squareRoot());
    }
    boolean small = exponent == Math.rint(exponent) && Math.abs(exponent) <= 9 && exponent != 0;
    return small ? Quantity.quantity(left.measure().toThe((int) exponent)) : Quantity.UNKNOWN;
  }

  /** No longer the buckets of a histogram. */
  private static Quantity plain(Quantity quantity) {
    return quantity.observing(Optional.empty());
  }
}
