package io.runboards.check;

import io.runboards.flow.Nature;
import io.runboards.flow.Quantity;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A calculation with numbers that say not how much there is of something. */
final class NotAQuantity implements QueryCheck {
  private static final Set<String> OVER_TIME =
      Set.of(
          "avg_over_time",
          "quantile_over_time",
          "stddev_over_time",
          "stdvar_over_time",
          "sum_over_time");

  @Override
  public String id() {
    return "not-a-quantity";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(query.nodes(), node -> problem(node, query));
  }

  private static Optional<Problem> problem(Expr node, Query query) {
    return switch (node) {
      case Aggregation aggregation -> aggregated(aggregation, query);
      case Call call -> overTime(call, query);
      case Binary binary -> calculated(binary, query);
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> aggregated(Aggregation aggregation, Query query) {
    if (isGroups(aggregation.expr())) {
      return Optional.empty();
    }
    return switch (aggregation.op()) {
      case SUM, AVG, STDDEV, STDVAR, QUANTILE ->
          problem(
              aggregation.op().symbol(),
              query.units().at(aggregation.expr()).nature(),
              aggregation.span());
      default -> Optional.empty();
    };
  }

  /** A sum of groups counts them, and says so. */
  private static boolean isGroups(Expr expr) {
    return expr instanceof Aggregation aggregation && aggregation.op() == AggregateOp.GROUP
        || expr instanceof Paren paren && isGroups(paren.expr());
  }

  /** Over time a sum of what is always 1 counts for how long it was there. */
  private static Optional<Problem> overTime(Call call, Query query) {
    String function = call.function().name();
    if (!OVER_TIME.contains(function)) {
      return Optional.empty();
    }
    Nature nature = query.units().at(call.args().getLast()).nature();
    return nature == Nature.INFO ? Optional.empty() : problem(function, nature, call.span());
  }

  private static Optional<Problem> problem(String function, Nature nature, Span span) {
    return switch (nature) {
      case CODE ->
          Optional.of(
              Problem.error(span, function + " of codes: each of them only names something")
                  .advise("Count them with count_values, or take max"));
      case INSTANT ->
          Optional.of(
              Problem.error(span, function + " of moments: a unix time is no amount")
                  .advise("Take max or min, or the time since with time() - x"));
      case INFO ->
          Optional.of(
              Problem.warning(span, function + " of values that are always 1")
                  .advise("Count the series with count"));
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> calculated(Binary binary, Query query) {
    Quantity left = query.units().at(binary.left());
    Quantity right = query.units().at(binary.right());
    if (!isArithmetic(binary.op()) || isWipedOut(binary, left, right)) {
      return Optional.empty();
    }
    if (isCode(left, right) || isCode(right, left)) {
      return Optional.of(
          Problem.error(binary.span(), "calculates with a code, which only names something"));
    }
    boolean twoMoments = left.nature() == Nature.INSTANT && right.nature() == Nature.INSTANT;
    return twoMoments && binary.op() != BinaryOp.SUB
        ? Optional.of(
            Problem.error(binary.span(), "two moments can be subtracted, but nothing else"))
        : Optional.empty();
  }

  private static boolean isArithmetic(BinaryOp op) {
    return switch (op) {
      case ADD, SUB, MUL, DIV, MOD, POW -> true;
      default -> false;
    };
  }

  /** Whether only the labels are wanted, with the value 0. */
  private static boolean isWipedOut(Binary binary, Quantity left, Quantity right) {
    return binary.op() == BinaryOp.MUL && (isZero(left) || isZero(right));
  }

  private static boolean isZero(Quantity quantity) {
    return quantity.constant().isPresent() && quantity.constant().getAsDouble() == 0;
  }

  /** A code times 1 is a code with the labels of the other side. */
  private static boolean isCode(Quantity one, Quantity other) {
    return one.nature() == Nature.CODE
        && other.nature() != Nature.INFO
        && other.nature() != Nature.FLAG;
  }
}
