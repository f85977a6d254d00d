package io.runboards.query;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.flow.World;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Modifiers;
import io.runboards.promql.Span;
import io.runboards.promql.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The series of one metric.
 *
 * @param metric the metric
 * @param expr the selector
 */
public record Selected(Metric metric, VectorSelector expr) implements Series {

  static Selected of(Metric metric) {
    return new Selected(
        metric, new VectorSelector(Text.of(metric.name()), List.of(), Modifiers.NONE, Span.NONE));
  }

  /** Only the series for which all conditions hold. */
  public Selected where(Condition... conditions) {
    for (Condition condition : conditions) {
      demand(condition.matcher().label().value());
    }
    List<Matcher> matchers =
        Stream.concat(expr.matchers().stream(), Arrays.stream(conditions).map(Condition::matcher))
            .toList();
    return new Selected(
        metric, new VectorSelector(expr.name(), matchers, expr.modifiers(), Span.NONE));
  }

  public Selected where(List<Condition> conditions) {
    return where(conditions.toArray(Condition[]::new));
  }

  /** The same series some time ago: {@code offset("1w")}. */
  public Selected offset(String length) {
    Modifiers moved = expr.modifiers().offset(Window.length(length));
    return new Selected(metric, new VectorSelector(expr.name(), expr.matchers(), moved, Span.NONE));
  }

  /** Labels of the scrape are no part of a metric's documentation. */
  private void demand(String label) {
    if (!metric.has(label) && !World.SCRAPE_LABELS.contains(label)) {
      String others = metric.labels().stream().map(Label::name).collect(joining(", "));
      throw new WrongQuery(
          "%s has no label '%s'; it has %s"
              .formatted(metric.name(), label, others.isEmpty() ? "none" : others));
    }
  }

  @Override
  public String toString() {
    return expr.toString();
  }
}
