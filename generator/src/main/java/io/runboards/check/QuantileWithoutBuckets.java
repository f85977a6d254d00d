package io.runboards.check;

import io.runboards.catalog.Kind;
import io.runboards.catalog.Metric;
import io.runboards.flow.Metrics;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.VectorSelector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A quantile of what are no growing buckets of a histogram. */
final class QuantileWithoutBuckets implements QueryCheck {
  private static final String BUCKET = "_bucket";
  private static final String BOUND = "le";

  @Override
  public String id() {
    return "quantile-without-buckets";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(query.calls(), call -> problem(call, query));
  }

  private static Optional<Problem> problem(Call call, Query query) {
    return switch (call.function().name()) {
      case "histogram_quantile" -> problem(call, call.args().get(1), query);
      case "histogram_fraction" -> problem(call, call.args().get(2), query);
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> problem(Call call, Expr histogram, Query query) {
    String function = call.function().name();
    List<VectorSelector> all = selectors(histogram, node -> true);
    if (all.stream().noneMatch(QuantileWithoutBuckets::isBucket)) {
      boolean others =
          !all.isEmpty() && all.stream().allMatch(selector -> isNoHistogram(selector, query));
      return others
          ? Optional.of(
              Problem.error(
                  histogram.span(), function + " needs the buckets of a histogram, x_bucket"))
          : Optional.empty();
    }
    if (!query.labels().at(histogram).mayHave(BOUND)) {
      return Optional.of(
          Problem.error(
                  histogram.span(),
                  function + " needs the label le, which is not there: it bounds the buckets")
              .advise("Keep it with by (le)"));
    }
    return selectors(histogram, node -> !isGrowth(node)).stream()
        .filter(QuantileWithoutBuckets::isBucket)
        .filter(selector -> Metrics.of(selector, query.world()).isPresent())
        .findFirst()
        .map(selector ->
            Problem.error(
                    Metrics.spanOfName(selector),
                    "the buckets count from the start of their process on, and anew after a"
                        + " restart")
                .advise("Ask for their rate"));
  }

  private static boolean isBucket(VectorSelector selector) {
    return Metrics.nameOf(selector).filter(name -> name.endsWith(BUCKET)).isPresent();
  }

  /** Native histograms come as a whole; they have no buckets of their own. */
  private static boolean isNoHistogram(VectorSelector selector, Query query) {
    return Metrics.of(selector, query.world())
        .map(Metric::kind)
        .filter(kind -> kind != Kind.HISTOGRAM)
        .isPresent();
  }

  private static boolean isGrowth(Expr node) {
    return node instanceof Call call
        && switch (call.function().name()) {
          case "rate", "irate", "increase" -> true;
          default -> false;
        };
  }

  /** The selectors that can be reached through such nodes. */
  private static List<VectorSelector> selectors(Expr from, Predicate<Expr> through) {
    List<VectorSelector> selectors = new ArrayList<>();
    Deque<Expr> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Expr node = open.pop();
      if (node instanceof VectorSelector selector) {
        selectors.add(selector);
      }
      if (through.test(node)) {
        node.children().reversed().forEach(open::push);
      }
    }
    return selectors;
  }
}
