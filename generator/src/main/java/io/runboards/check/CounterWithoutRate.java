package io.runboards.check;

import io.runboards.catalog.Kind;
import io.runboards.flow.Metrics;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.VectorSelector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A counter whose value is used as it is. */
final class CounterWithoutRate implements QueryCheck {
  /** Functions that ask how a counter grew, or not for its value at all. */
  private static final Set<String> FIT =
      Set.of(
          "absent",
          "absent_over_time",
          "changes",
          "count_over_time",
          "increase",
          "irate",
          "present_over_time",
          "rate",
          "resets",
          "start_timestamp",
          "timestamp",
          "ts_of_first_over_time",
          "ts_of_last_over_time");

  @Override
  public String id() {
    return "counter-without-rate";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return usedAsTheyAre(query.tree()).stream()
        .flatMap(selector -> problem(selector, query).stream());
  }

  private static Optional<Problem> problem(VectorSelector selector, Query query) {
    return Metrics.of(selector, query.world())
        .filter(metric -> metric.kind() == Kind.COUNTER)
        .map(metric ->
            Problem.warning(
                    Metrics.spanOfName(selector),
                    metric.name() + " is a counter: its value depends on when its process began")
                .advise("Ask for its rate or increase"));
  }

  /** The selectors whose values matter for the result. */
  private static List<VectorSelector> usedAsTheyAre(Expr tree) {
    List<VectorSelector> selectors = new ArrayList<>();
    Deque<Expr> open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      Expr node = open.pop();
      if (node instanceof VectorSelector selector) {
        selectors.add(selector);
      }
      operands(node).forEach(open::push);
    }
    return selectors;
  }

  /** The operands whose values matter. */
  private static List<Expr> operands(Expr node) {
    return switch (node) {
      case Expr.Call call when isFit(call.function().name()) -> List.of();
      case Expr.Aggregation aggregation when counts(aggregation.op()) -> List.of();
      case Expr.Binary binary when isFilter(binary.op()) -> List.of(binary.left());
      default -> node.children();
    };
  }

  /** Buckets of histograms have a rule of their own. */
  private static boolean isFit(String function) {
    return FIT.contains(function) || function.startsWith("histogram_");
  }

  private static boolean counts(AggregateOp op) {
    return op == AggregateOp.COUNT || op == AggregateOp.GROUP;
  }

  private static boolean isFilter(BinaryOp op) {
    return op == BinaryOp.AND || op == BinaryOp.UNLESS;
  }
}
