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

/** A counter whose value is used as it is. */
final class CounterWithoutRate implements QueryCheck {
  /** Functions that ask how a counter grew. */
  private static final Set<String> OF_GROWTH =
      Set.of("changes", "increase", "irate", "rate", "resets");

  /** Functions that ask whether or when there was a value, but not for the value. */
  private static final Set<String> OF_PRESENCE =
      Set.of(
          "absent",
          "absent_over_time",
          "count_over_time",
          "present_over_time",
          "start_timestamp",
          "timestamp",
          "ts_of_first_over_time",
          "ts_of_last_over_time");

  /** A part, and whether its values matter for the result. */
  private record Use(Expr node, boolean ofValues) {}

  @Override
  public String id() {
    return "counter-without-rate";
  }

  @Override
  public List<Problem> problems(Query query) {
    for (Reading reading : query.readings()) {
      if (reading.metric().kind() == Kind.COUNTER) {
        return Problems.ofEach(usedAsTheyAre(query.tree()), selector -> problem(selector, query));
      }
    }
    return List.of();
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
    Deque<Use> open = new ArrayDeque<>(List.of(new Use(tree, true)));
    while (!open.isEmpty()) {
      Use use = open.pop();
      if (use.node instanceof VectorSelector selector && use.ofValues) {
        selectors.add(selector);
      }
      addOperands(use, open);
    }
    return selectors;
  }

  /** A comparison needs values, even where only what is left of the series counts. */
  private static void addOperands(Use use, Deque<Use> open) {
    switch (use.node) {
      case Expr.Call call when asksForGrowth(call.function().name()) -> {}
      case Expr.Call call when OF_PRESENCE.contains(call.function().name()) ->
          addAll(call, false, open);
      case Expr.Aggregation aggregation when counts(aggregation.op()) ->
          addAll(aggregation, false, open);
      case Expr.Binary binary when binary.op().isComparison() -> addAll(binary, true, open);
      case Expr.Binary binary when isFilter(binary.op()) -> {
        open.push(new Use(binary.left(), use.ofValues));
        open.push(new Use(binary.right(), false));
      }
      default -> addAll(use.node, use.ofValues, open);
    }
  }

  private static void addAll(Expr node, boolean ofValues, Deque<Use> open) {
    for (Expr child : node.children()) {
      open.push(new Use(child, ofValues));
    }
  }

  /** Buckets of histograms have a rule of their own. */
  private static boolean asksForGrowth(String function) {
    return OF_GROWTH.contains(function) || function.startsWith("histogram_");
  }

  private static boolean counts(AggregateOp op) {
    return op == AggregateOp.COUNT || op == AggregateOp.GROUP;
  }

  private static boolean isFilter(BinaryOp op) {
    return op == BinaryOp.AND || op == BinaryOp.UNLESS;
  }
}
