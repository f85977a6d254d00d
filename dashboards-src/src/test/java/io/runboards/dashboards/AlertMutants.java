package io.runboards.dashboards;

import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Span;
import io.runboards.query.Computed;
import io.runboards.rules.Alert;
import io.runboards.rules.Length;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An alert with one number twice or half as large: a threshold, or how long it must hold.
 *
 * @param alert the changed alert
 * @param what what was changed
 */
record AlertMutants(Alert alert, String what) {
  private static final Set<BinaryOp> ORDERS =
      EnumSet.of(BinaryOp.GT, BinaryOp.LT, BinaryOp.GE, BinaryOp.LE);
  private static final Set<BinaryOp> SETS = EnumSet.of(BinaryOp.AND, BinaryOp.OR, BinaryOp.UNLESS);

  /** All mutants of an alert. */
  static List<AlertMutants> of(Alert alert) {
    List<AlertMutants> mutants = new ArrayList<>(ofTime(alert));
    mutants.addAll(ofThresholds(alert));
    return mutants;
  }

  /** None if it fires at once. */
  static List<AlertMutants> ofTime(Alert alert) {
    Duration before = alert.hold().before().duration();
    return before.isZero()
        ? List.of()
        : Stream.of(before.multipliedBy(2), before.dividedBy(2))
            .map(other -> new Length(other).toString())
            .map(other -> new AlertMutants(alert.holding(other), "holds " + other))
            .toList();
  }

  /** None if it has no threshold but 0, or asks for a state or whether something is there. */
  static List<AlertMutants> ofThresholds(Alert alert) {
    List<AlertMutants> mutants = new ArrayList<>();
    for (double factor : new double[] {2, 0.5}) {
      changed(
          alert.series().expr(),
          factor,
          expr ->
              mutants.add(
                  new AlertMutants(with(alert, expr), "threshold times " + factor + ": " + expr)));
    }
    return mutants;
  }

  private static Alert with(Alert alert, Expr expr) {
    return new Alert(
        alert.name(),
        alert.urgency(),
        new Computed(expr),
        alert.hold(),
        alert.text(),
        alert.lookAt(),
        alert.runbook(),
        alert.team(),
        alert.since(),
        alert.blinds(),
        alert.origin());
  }

  /**
   * Changes each threshold for itself. A threshold decides about the alert: it stands in a
   * comparison that is reached through set operators, and not inside of a calculation.
   */
  private static void changed(Expr expr, double factor, Consumer<Expr> mutants) {
    switch (expr) {
      case Paren(Expr inner, Span span) ->
          changed(inner, factor, it -> mutants.accept(new Paren(it, span)));
      case Binary binary when SETS.contains(binary.op()) -> {
        changed(binary.left(), factor, it -> mutants.accept(sides(binary, it, binary.right())));
        changed(binary.right(), factor, it -> mutants.accept(sides(binary, binary.left(), it)));
      }
      case Binary binary when ORDERS.contains(binary.op()) -> {
        number(binary.right(), factor)
            .forEach(it -> mutants.accept(sides(binary, binary.left(), it)));
        number(binary.left(), factor)
            .forEach(it -> mutants.accept(sides(binary, it, binary.right())));
      }
      default -> {}
    }
  }

  private static Binary sides(Binary binary, Expr left, Expr right) {
    return new Binary(binary.op(), left, right, binary.bool(), binary.matching(), Span.NONE);
  }

  /** Twice or half of 0 is 0. */
  private static Stream<Expr> number(Expr expr, double factor) {
    return switch (expr) {
      case NumberLiteral number when number.value() != 0 && Double.isFinite(number.value()) ->
          Stream.of(literal(number.value() * factor));
      case Binary product when isProduct(product) ->
          Stream.of(sides(product, product.left(), times(product.right(), factor)));
      default -> Stream.empty();
    };
  }

  /** As a rate of burning times an error budget is written. */
  private static boolean isProduct(Binary binary) {
    return binary.op() == BinaryOp.MUL
        && binary.left() instanceof NumberLiteral
        && binary.right() instanceof NumberLiteral;
  }

  private static Expr times(Expr number, double factor) {
    return literal(((NumberLiteral) number).value() * factor);
  }

  private static NumberLiteral literal(double value) {
    return new NumberLiteral(value, false, Span.NONE);
  }
}
