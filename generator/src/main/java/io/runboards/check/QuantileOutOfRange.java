package io.runboards.check;

import io.runboards.catalog.ValueRange;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Call;
import java.util.List;
import java.util.Optional;

/** A quantile below 0 or above 1, which is infinite. */
final class QuantileOutOfRange implements QueryCheck {
  private static final double PERCENT = 100;

  @Override
  public String id() {
    return "quantile-out-of-range";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.allOf(
        query.nodes(),
        node ->
            Problems.ofEach(
                portions(node), portion -> problem(portion, query.units().at(portion).range())));
  }

  /** The arguments that say which quantile is asked for. */
  private static List<Expr> portions(Expr node) {
    return switch (node) {
      case Aggregation aggregation when aggregation.op() == AggregateOp.QUANTILE ->
          List.of(aggregation.parameter().orElseThrow());
      case Call call -> portions(call);
      default -> List.of();
    };
  }

  private static List<Expr> portions(Call call) {
    return switch (call.function().name()) {
      case "histogram_quantile", "quantile_over_time" -> call.args().subList(0, 1);
      case "histogram_quantiles" -> call.args().subList(2, call.args().size());
      default -> List.of();
    };
  }

  private static Optional<Problem> problem(Expr portion, ValueRange asked) {
    if (asked.min() <= 1 && asked.max() >= 0) {
      return Optional.empty();
    }
    boolean percent = asked.min() > 1 && asked.max() <= PERCENT;
    return Optional.of(
        Problem.error(
                portion.span(), "a quantile is 0 to 1; at " + asked + " the result is infinite")
            .advise(percent ? "Divide the number by 100 if it is meant as percent" : ""));
  }
}
