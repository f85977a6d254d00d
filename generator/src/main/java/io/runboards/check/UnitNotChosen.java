package io.runboards.check;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.flow.Metrics;
import io.runboards.flow.Nature;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One result from series in several units, each of which says its own in a label. */
final class UnitNotChosen implements QueryCheck {
  /** The labels that decide, of all metrics that have series in several units. */
  private static final Set<String> DECIDING = Set.of("resource", "unit", "limit_name", "limit");

  @Override
  public String id() {
    return "unit-not-chosen";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(
        query.aggregations(),
        aggregation ->
            takesTogether(aggregation.op())
                    && query.units().at(aggregation.expr()).nature() == Nature.BY_LABEL
                ? problem(aggregation, query)
                : Optional.empty());
  }

  private static Optional<Problem> problem(Aggregation aggregation, Query query) {
    return Below.selectors(List.of(aggregation.expr()))
        .flatMap(selector -> problem(aggregation, selector, query).stream())
        .findFirst();
  }

  private static boolean takesTogether(AggregateOp op) {
    return switch (op) {
      case SUM, AVG, STDDEV, STDVAR, QUANTILE, MIN, MAX -> true;
      default -> false;
    };
  }

  private static Optional<Problem> problem(
      Aggregation aggregation, VectorSelector selector, Query query) {
    return Metrics.of(selector, query.world())
        .filter(metric -> metric.unit() == Unit.BY_LABEL)
        .filter(metric -> deciding(metric).noneMatch(label -> isChosen(label, selector)))
        .filter(metric -> deciding(metric).noneMatch(query.labels().at(aggregation)::mayHave))
        .map(metric -> problem(aggregation.op(), aggregation.span(), metric));
  }

  private static Stream<String> deciding(Metric metric) {
    return metric.labels().stream().map(Label::name).filter(DECIDING::contains);
  }

  private static boolean isChosen(String label, VectorSelector selector) {
    return selector.matchers().stream()
        .filter(matcher -> matcher.label().value().equals(label))
        .anyMatch(matcher -> matcher.op() == Matcher.Op.EQUAL || matcher.op() == Matcher.Op.REGEX);
  }

  /** The least or the greatest of them is at least one of them. */
  private static Problem problem(AggregateOp op, Span span, Metric metric) {
    String labels = deciding(metric).collect(joining("' and '", "'", "'"));
    String message =
        op.symbol() + " of different units: series of " + metric.name() + " differ in " + labels;
    boolean picksOne = op == AggregateOp.MIN || op == AggregateOp.MAX;
    Problem problem = picksOne ? Problem.warning(span, message) : Problem.error(span, message);
    return problem.advise("Choose one with a matcher, or keep the label");
  }
}
