package io.runboards.check;

import io.runboards.flow.Nature;
import io.runboards.flow.Quantity;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comparison of values with a number.
 *
 * @param values the values
 * @param op how they compare, as if they stood on the left
 * @param bound the number
 * @param span the whole comparison
 */
record Threshold(Quantity values, BinaryOp op, double bound, Span span) {

  static List<Threshold> in(Query query) {
    List<Threshold> thresholds = new ArrayList<>();
    for (Binary binary : query.binaries()) {
      if (binary.op().isComparison()) {
        of(binary, query).ifPresent(thresholds::add);
      }
    }
    return thresholds;
  }

  private static Optional<Threshold> of(Binary binary, Query query) {
    Quantity left = query.units().at(binary.left());
    Quantity right = query.units().at(binary.right());
    if (isNumber(right) && left.constant().isEmpty()) {
      return Optional.of(threshold(left, binary.op(), right, binary));
    }
    return isNumber(left) && right.constant().isEmpty()
        ? Optional.of(threshold(right, binary.op().mirrored(), left, binary))
        : Optional.empty();
  }

  private static Threshold threshold(Quantity values, BinaryOp op, Quantity bound, Binary binary) {
    return new Threshold(values, op, bound.constant().orElseThrow(), binary.span());
  }

  private static boolean isNumber(Quantity quantity) {
    return quantity.nature() == Nature.NUMBER
        && quantity.constant().isPresent()
        && Double.isFinite(quantity.constant().getAsDouble());
  }

  /** Whether no value is such. */
  boolean isNeverMet() {
    return switch (op) {
      case EQ -> isOutside();
      case GT -> values.range().max() <= bound;
      case GE -> values.range().max() < bound;
      case LT -> values.range().min() >= bound;
      case LE -> values.range().min() > bound;
      default -> false;
    };
  }

  /** Whether every value is such. */
  boolean isAlwaysMet() {
    return switch (op) {
      case NE -> isOutside();
      case GT -> values.range().min() > bound;
      case GE -> values.range().min() >= bound;
      case LT -> values.range().max() < bound;
      case LE -> values.range().max() <= bound;
      default -> false;
    };
  }

  private boolean isOutside() {
    return bound < values.range().min() || bound > values.range().max();
  }

  String boundInWords() {
    return new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString();
  }
}
