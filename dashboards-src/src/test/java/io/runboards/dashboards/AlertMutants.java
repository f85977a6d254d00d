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

  /** All mutants of an alert; none if it has no threshold but 0 and fires at once. */
  static List<AlertMutants> of(Alert alert) {
    List<AlertMutants> mutants = new ArrayList<>();
    for (double factor : new double[] {2, 0.5}) {
      if (!alert.hold().before().isNone()) {
        Length other =
            new Length(
                alert
                    .hold()
                    .before()
                    .duration()
                    .multipliedBy(factor > 1 ? 2 : 1)
                    .dividedBy(factor > 1 ? 1 : 2));
        mutants.add(new AlertMutants(alert.holding(other.toString()), "holds " + other));
      }
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
    return expr instanceof NumberLiteral number
            && number.value() != 0
            && Double.isFinite(number.value())
        ? Stream.of(new NumberLiteral(number.value() * factor, false, Span.NONE))
        : Stream.empty();
  }
}
