package io.runboards.check;

import io.runboards.catalog.Unit;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import java.util.stream.Stream;

/** Values that are compared with the wrong number. */
final class ThresholdMistakes {
  private static final double WHOLE = 100;
  private static final double AN_HOUR = 3600;

  private ThresholdMistakes() {}

  /** Percent compared with a ratio, or a ratio with percent. */
  static Stream<Expr> inOtherScale(Subject subject) {
    return Stream.concat(rescaled(subject), added(subject));
  }

  private static Stream<Expr> rescaled(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> site.node().op().isComparison())
        .flatMap(site -> {
          Expr values = site.node().left();
          if (subject.measures(Unit.PERCENT, values)) {
            return rescaled(site.child(1), WHOLE, 1 / WHOLE);
          }
          return subject.measures(Unit.RATIO, values)
              ? rescaled(site.child(1), 1, WHOLE)
              : Stream.empty();
        });
  }

  /** Each number of a bound that can be a share of a whole. */
  private static Stream<Expr> rescaled(Site<?> bound, double whole, double factor) {
    return bound
        .andBelow()
        .flatMap(site -> site.as(NumberLiteral.class))
        .filter(site -> site.node().value() > 0 && site.node().value() < whole)
        .map(site -> site.with(Edit.number(site.node().value() * factor)));
  }

  /** An alert made of a panel. */
  private static Stream<Expr> added(Subject subject) {
    Expr values = subject.tree();
    return switch (subject.original().unit()) {
      case "percent" ->
          Stream.of(
              Edit.compared(values, BinaryOp.GT, 0.9), Edit.compared(values, BinaryOp.LT, 0.1));
      case "percentunit" ->
          Stream.of(Edit.compared(values, BinaryOp.GT, 90), Edit.compared(values, BinaryOp.GE, 80));
      default -> Stream.empty();
    };
  }

  /** {@code >= 0} instead of {@code > 0}. */
  static Stream<Expr> zeroIncluded(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> site.node().op() == BinaryOp.GT && isZero(site.node().right()))
        .map(site -> site.with(Edit.with(site.node(), BinaryOp.GE)));
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof NumberLiteral number && number.value() == 0;
  }

  /** A moment compared with a length of time, because {@code time() -} is missing. */
  static Stream<Expr> timeForgotten(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> isTimeSince(site.node()))
        .map(site -> {
          Expr moment = site.node().right();
          boolean compared = site.ancestors().anyMatch(ThresholdMistakes::compares);
          return site.with(compared ? moment : Edit.compared(moment, BinaryOp.GT, AN_HOUR));
        });
  }

  private static boolean compares(Expr node) {
    return node instanceof Binary binary && binary.op().isComparison();
  }

  private static boolean isTimeSince(Binary node) {
    return node.op() == BinaryOp.SUB
        && node.left() instanceof Call call
        && call.function().name().equals("time");
  }
}
