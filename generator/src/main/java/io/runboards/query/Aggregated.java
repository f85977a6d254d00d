package io.runboards.query;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.flow.LabelFlow;
import io.runboards.flow.Metrics;
import io.runboards.flow.SeriesLabels;
import io.runboards.flow.World;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Span;
import io.runboards.promql.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The series of a query that were put together: all of them, or those with the same labels. */
public record Aggregated(Aggregation expr) implements Series {

  static Aggregated of(AggregateOp op, Optional<Expr> parameter, Series input) {
    return new Aggregated(
        new Aggregation(op, false, List.of(), parameter, input.expr(), Span.NONE));
  }

  /** One result for each combination of these labels. */
  public Aggregated by(Label... labels) {
    demand(labels);
    return grouped(false, Arrays.stream(labels).map(label -> Text.of(label.name())));
  }

  public Aggregated by(List<Label> labels) {
    return by(labels.toArray(Label[]::new));
  }

  /** One result for each combination of all labels but these. */
  public Aggregated without(Label... labels) {
    return grouped(true, Arrays.stream(labels).map(label -> Text.of(label.name())));
  }

  /** One result for each value of the label that a dashboard variable names. */
  public Aggregated byChosen(String variable) {
    return grouped(false, Stream.of(Text.nameWithVariables("$" + variable)));
  }

  private Aggregated grouped(boolean without, Stream<Text> labels) {
    if (!expr.labels().isEmpty()) {
      throw new WrongQuery(expr + " is grouped already");
    }
    return new Aggregated(
        new Aggregation(
            expr.op(), without, labels.toList(), expr.parameter(), expr.expr(), Span.NONE));
  }

  private void demand(Label... labels) {
    SeriesLabels input = LabelFlow.through(expr.expr(), World.standard()).at(expr.expr());
    for (Label label : labels) {
      if (!input.mayHave(label.name())) {
        throw new WrongQuery(
            what(expr.expr()) + " no label '" + label + "'; it has " + list(input));
      }
    }
  }

  private static String what(Expr input) {
    return input instanceof VectorSelector selector
        ? Metrics.of(selector, World.standard()).map(Metric::name).orElse("the input") + " has"
        : "the input of the aggregation has";
  }

  private static String list(SeriesLabels input) {
    String names =
        input.possible().stream()
            .filter(label -> !label.equals(SeriesLabels.NAME))
            .filter(label -> !World.SCRAPE_LABELS.contains(label))
            .collect(joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  @Override
  public String toString() {
    return expr.toString();
  }
}
