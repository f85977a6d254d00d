package io.runboards.check;

import io.runboards.catalog.Kind;
import io.runboards.catalog.Metric;
import io.runboards.flow.Metrics;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.VectorSelector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The growth of a sum of counters, which falls when one of them starts anew. */
final class RateOfSum implements QueryCheck {
  private static final Set<String> OF_GROWTH = Set.of("rate", "irate", "increase", "resets");

  @Override
  public String id() {
    return "rate-of-sum";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(
        query.calls(),
        call ->
            OF_GROWTH.contains(call.function().name()) ? problem(call, query) : Optional.empty());
  }

  private static Optional<Problem> problem(Call call, Query query) {
    String function = call.function().name();
    return sum(call.args().getFirst())
        .flatMap(sum -> counters(sum, query).findFirst())
        .map(counter ->
            Problem.error(
                    call.span(),
                    function
                        + " of counters taken together: when one "
                        + counter.name()
                        + " starts anew, all of them seem to")
                .advise("Take the " + function + " first and add up afterwards"));
  }

  /** The sum over whose values at many moments a function goes. */
  private static Optional<Expr> sum(Expr range) {
    return switch (range) {
      case Expr.Subquery subquery -> sum(subquery.expr());
      case Expr.Paren paren -> sum(paren.expr());
      case Aggregation aggregation when addsUp(aggregation.op()) -> Optional.of(aggregation);
      case Binary binary when binary.op() == BinaryOp.ADD -> Optional.of(binary);
      default -> Optional.empty();
    };
  }

  private static boolean addsUp(AggregateOp op) {
    return op == AggregateOp.SUM || op == AggregateOp.AVG;
  }

  /** The counters that are added up just as they are. */
  private static Stream<Metric> counters(Expr part, Query query) {
    return switch (part) {
      case VectorSelector selector ->
          Metrics.of(selector, query.world()).stream()
              .filter(metric -> metric.kind() == Kind.COUNTER);
      case Expr.Paren paren -> counters(paren.expr(), query);
      case Aggregation aggregation -> counters(aggregation.expr(), query);
      case Binary binary when binary.op() == BinaryOp.ADD ->
          binary.children().stream().flatMap(side -> counters(side, query));
      default -> Stream.empty();
    };
  }
}
