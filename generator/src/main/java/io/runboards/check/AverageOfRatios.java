package io.runboards.check;

import io.runboards.promql.AggregateOp;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Text;
import io.runboards.promql.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An average in which a small part of the whole weighs as much as a large one. */
final class AverageOfRatios implements QueryCheck {
  @Override
  public String id() {
    return "average-of-ratios";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.where(
        query.aggregations(),
        aggregation -> isOfRatios(aggregation, query),
        aggregation ->
            Problem.warning(
                    aggregation.span(),
                    "average of ratios: a small divisor weighs as much as a large one")
                .advise("Divide the sums instead: sum(a) / sum(b)"));
  }

  private static boolean isOfRatios(Aggregation aggregation, Query query) {
    SameSeries same = new SameSeries(query);
    return aggregation.op() == AggregateOp.AVG
        && isDivided(aggregation.expr(), same)
        && !isOfOne(aggregation, same);
  }

  /** Whether each group has one quotient only. */
  private static boolean isOfOne(Aggregation aggregation, SameSeries same) {
    Set<String> groups = aggregation.labels().stream().map(Text::value).collect(Collectors.toSet());
    return !aggregation.without()
        && aggregation.labels().stream().allMatch(Text::isFixed)
        && same.ifAlikeIn(groups, aggregation.expr());
  }

  /** Whether the values of an expression come from a division, however they are scaled. */
  private static boolean isDivided(Expr expr, SameSeries same) {
    Optional<Expr> source = Optional.of(expr);
    while (source.isPresent()) {
      if (source.get() instanceof Binary binary && isDivision(binary, same)) {
        return true;
      }
      source = scaled(source.get());
    }
    return false;
  }

  /** Whether each value has a divisor of its own. */
  private static boolean isDivision(Binary binary, SameSeries same) {
    return binary.op() == BinaryOp.DIV
        && isVector(binary.left())
        && isVector(binary.right())
        && !same.ifAlikeIn(Set.of(), binary.right());
  }

  /** What an expression only scales, limits or names. */
  private static Optional<Expr> scaled(Expr expr) {
    return switch (expr) {
      case Expr.Paren paren -> Optional.of(paren.expr());
      case Expr.Unary unary -> Optional.of(unary.expr());
      case Expr.Call call -> scaled(call);
      case Binary binary -> scaled(binary);
      default -> Optional.empty();
    };
  }

  private static Optional<Expr> scaled(Expr.Call call) {
    return switch (call.function().name()) {
      case "clamp",
          "clamp_max",
          "clamp_min",
          "label_join",
          "label_replace",
          "round",
          "sort",
          "sort_desc" ->
          Optional.of(call.args().getFirst());
      default -> Optional.empty();
    };
  }

  private static Optional<Expr> scaled(Binary binary) {
    boolean left = isVector(binary.left());
    return left && isVector(binary.right())
        ? Optional.empty()
        : Optional.of(left ? binary.left() : binary.right());
  }

  private static boolean isVector(Expr expr) {
    return expr.type() == ValueType.VECTOR;
  }
}
