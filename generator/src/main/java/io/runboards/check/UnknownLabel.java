package io.runboards.check;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.flow.Metrics;
import io.runboards.flow.SeriesLabels;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import java.util.List;
import java.util.stream.Stream;

/** A label that no metric at this place has: in a matcher, a grouping or a join. */
final class UnknownLabel implements QueryCheck {
  @Override
  public String id() {
    return "unknown-label";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    Stream<Problem> inMatchers =
        query
            .selectors()
            .flatMap(selector ->
                Metrics.of(selector, query.world()).stream()
                    .flatMap(metric -> inMatchers(selector, metric, query)));
    Stream<Problem> inOperations =
        query
            .uses()
            .filter(use -> use.role() != LabelUse.Role.TARGET)
            .filter(use ->
                use.operands().stream()
                    .noneMatch(operand -> query.ever().had(use.label(), operand)))
            .map(use -> problem(use, query));
    return Stream.concat(inMatchers, inOperations);
  }

  private static Stream<Problem> inMatchers(VectorSelector selector, Metric metric, Query query) {
    return selector.matchers().stream()
        .filter(matcher -> matcher.label().isFixed())
        .filter(matcher -> !isKnown(matcher, metric, query))
        .map(matcher ->
            Problem.error(matcher.label().span(), message(matcher.label().value(), metric)));
  }

  private static boolean isKnown(Matcher matcher, Metric metric, Query query) {
    String label = matcher.label().value();
    return label.equals(SeriesLabels.NAME)
        || metric.has(label)
        || query.world().extraLabels().contains(label);
  }

  private static Problem problem(LabelUse use, Query query) {
    List<Metric> metrics = Below.metrics(use.operands(), query);
    String message =
        metrics.size() == 1
            ? message(use.label(), metrics.getFirst())
            : "'" + use.label() + "' is not a label of any metric here";
    return use.drops()
        ? Problem.warning(use.text().span(), message)
        : Problem.error(use.text().span(), message);
  }

  private static String message(String label, Metric metric) {
    String others = metric.labels().stream().map(Label::name).collect(joining(", "));
    return "'%s' is not a label of %s; %s"
        .formatted(label, metric.name(), others.isEmpty() ? "it has none" : "it has " + others);
  }
}
