package io.runboards.check;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.flow.Metrics;
import io.runboards.flow.SeriesLabels;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import java.util.stream.Stream;

/** A matcher for a label that the metric does not have. */
final class UnknownLabel implements QueryCheck {
  @Override
  public String id() {
    return "unknown-label";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return query
        .all(VectorSelector.class)
        .flatMap(selector ->
            Metrics.of(selector, query.world()).stream()
                .flatMap(metric -> inMatchers(selector, metric, query)));
  }

  private static Stream<Problem> inMatchers(VectorSelector selector, Metric metric, Query query) {
    return selector.matchers().stream()
        .filter(matcher -> matcher.label().isFixed())
        .filter(matcher -> !isKnown(matcher, metric, query))
        .map(matcher ->
            Problem.error(
                matcher.label().span(),
                "'%s' is not a label of %s; it has %s"
                    .formatted(
                        matcher.label().value(),
                        metric.name(),
                        metric.labels().stream().map(Label::name).collect(joining(", ")))));
  }

  private static boolean isKnown(Matcher matcher, Metric metric, Query query) {
    String label = matcher.label().value();
    return label.equals(SeriesLabels.NAME)
        || metric.has(label)
        || query.world().extraLabels().contains(label);
  }
}
