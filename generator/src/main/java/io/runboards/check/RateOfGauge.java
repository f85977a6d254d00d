package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.flow.Metrics;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.VectorSelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A function for counters over a metric that is none. */
final class RateOfGauge implements QueryCheck {
  /** The functions for counters, each with that which asks the same of a gauge. */
  private static final Map<String, String> FOR_GAUGES =
      Map.of("rate", "deriv", "irate", "deriv", "increase", "delta", "resets", "changes");

  @Override
  public String id() {
    return "rate-of-gauge";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(
        query.calls(),
        call ->
            FOR_GAUGES.containsKey(call.function().name())
                ? problem(call, query)
                : Optional.empty());
  }

  private static Optional<Problem> problem(Call call, Query query) {
    return selector(call.args().getFirst())
        .flatMap(selector -> Metrics.of(selector, query.world()))
        .flatMap(metric -> problem(call, metric));
  }

  private static Optional<Problem> problem(Call call, Metric metric) {
    String function = call.function().name();
    return switch (metric.kind()) {
      case COUNTER, HISTOGRAM -> Optional.empty();
      case GAUGE ->
          Optional.of(
              Problem.error(
                      call.span(),
                      metric.name()
                          + " is a gauge: "
                          + function
                          + " takes each fall for the restart of a counter")
                  .advise("Use " + FOR_GAUGES.get(function) + ", or the gauge as it is"));
      case CODE ->
          Optional.of(
              Problem.error(
                      call.span(),
                      metric.name() + " is a code that names something: it does not grow")
                  .advise("Count how often it changed with changes"));
      case INFO ->
          Optional.of(
              Problem.error(
                  call.span(),
                  metric.name() + " is always 1: only its labels say something, it never grows"));
    };
  }

  /** The selector whose values the function gets as they are, or added up. */
  private static Optional<VectorSelector> selector(Expr argument) {
    return switch (argument) {
      case VectorSelector selector -> Optional.of(selector);
      case Expr.RangeSelector range -> Optional.of(range.vector());
      case Expr.Subquery subquery -> selector(subquery.expr());
      case Expr.Paren paren -> selector(paren.expr());
      case Expr.Aggregation aggregation when isOfValues(aggregation.op()) ->
          selector(aggregation.expr());
      default -> Optional.empty();
    };
  }

  private static boolean isOfValues(AggregateOp op) {
    return switch (op) {
      case SUM, AVG, MIN, MAX, TOPK, BOTTOMK -> true;
      default -> false;
    };
  }
}
