package io.runboards.flow;

import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.ValueType;
import java.util.Optional;

/** What the result of an operator measures. */
final class BinaryUnits {
  private BinaryUnits() {}

  static Quantity of(Binary binary, Quantity left, Quantity right) {
    BinaryOp op = binary.op();
    if (op.isComparison()) {
      return compared(binary, left, right);
    }
    return switch (op) {
      case AND, UNLESS, TRIM_LOWER, TRIM_UPPER -> left;
      case OR -> either(left, right);
      default -> Arithmetic.of(op, left, right);
    };
  }

  private static Quantity compared(Binary binary, Quantity left, Quantity right) {
    if (binary.bool()) {
      return Quantity.of(Nature.FLAG, Interval.FLAG);
    }
    boolean vectorIsRight =
        binary.left().type() == ValueType.SCALAR && binary.right().type() != ValueType.SCALAR;
    return vectorIsRight
        ? kept(right, binary.op().mirrored(), left)
        : kept(left, binary.op(), right);
  }

  /** The values of a vector for which a comparison holds. */
  private static Quantity kept(Quantity vector, BinaryOp op, Quantity bound) {
    Interval limit = bound.values();
    Interval kept =
        switch (op) {
          case EQ -> limit;
          case GT, GE -> new Interval(limit.min(), Double.POSITIVE_INFINITY);
          case LT, LE -> new Interval(Double.NEGATIVE_INFINITY, limit.max());
          default -> Interval.ANY;
        };
    return vector.within(vector.values().and(kept));
  }

  /** Values of the left side, or of the right side. */
  private static Quantity either(Quantity left, Quantity right) {
    Interval values = left.values().or(right.values());
    if (left.sameAs(right)) {
      boolean sameHistogram = left.observed().equals(right.observed());
      return left.within(values).observing(sameHistogram ? left.observed() : Optional.empty());
    }
    if (right.isZero()) {
      return orZero(left, values);
    }
    if (left.isZero()) {
      return orZero(right, values);
    }
    boolean flags = isFlag(left) && isFlag(right);
    return flags ? Quantity.of(Nature.FLAG, values) : Quantity.unknown(values);
  }

  /** Zero is zero in every unit, but it is a flag next to what is always 1. */
  private static Quantity orZero(Quantity other, Interval values) {
    return other.is(Nature.INFO) ? Quantity.of(Nature.FLAG, values) : other.within(values);
  }

  private static boolean isFlag(Quantity quantity) {
    return quantity.is(Nature.FLAG) || quantity.is(Nature.INFO);
  }
}
