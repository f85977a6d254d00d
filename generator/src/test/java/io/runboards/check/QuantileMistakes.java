package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Quantiles of the wrong series, or in the wrong scale. */
final class QuantileMistakes {
  private static final double WHOLE = 100;
  private static final String BOUND = "le";
  private static final String BUCKET = "_bucket";
  private static final Set<String> QUANTILES = Set.of("histogram_quantile", "quantile_over_time");

  private QuantileMistakes() {}

  /** A share in percent where a quantile takes a ratio. */
  static Stream<Expr> quantilesInPercent(Subject subject) {
    return Site.in(subject.tree())
        .filter(site -> takesQuantile(site.node()))
        .flatMap(site -> site.child(0).as(NumberLiteral.class))
        .map(site -> site.with(Edit.number(site.node().value() * WHOLE)));
  }

  private static boolean takesQuantile(Expr node) {
    return switch (node) {
      case Call call -> QUANTILES.contains(call.function().name());
      case Aggregation aggregation -> aggregation.op() == AggregateOp.QUANTILE;
      default -> false;
    };
  }

  /** Not the buckets of a histogram, or buckets without their bounds. */
  static Stream<Expr> bucketsLost(Subject subject) {
    Stream<Expr> withoutBounds =
        subject
            .sites(Aggregation.class)
            .filter(site -> hasBound(site.node()))
            .map(site -> site.with(Edit.grouped(site.node(), withoutBound(site.node()))));
    Stream<Expr> otherSeries =
        subject
            .sites(VectorSelector.class)
            .flatMap(site ->
                subject.metric(site.node()).stream()
                    .flatMap(QuantileMistakes::instead)
                    .map(name -> site.with(Edit.named(site.node(), name))));
    return Stream.concat(withoutBounds, otherSeries);
  }

  private static boolean hasBound(Aggregation node) {
    return withoutBound(node).size() < node.labels().size();
  }

  private static List<Text> withoutBound(Aggregation node) {
    return node.labels().stream().filter(label -> !label.value().equals(BOUND)).toList();
  }

  /** The histogram as a whole, its sum and its count. */
  private static Stream<String> instead(Metric buckets) {
    String name = buckets.name();
    String histogram = name.substring(0, Math.max(0, name.length() - BUCKET.length()));
    return name.endsWith(BUCKET)
        ? Stream.of(histogram, histogram + "_sum", histogram + "_count")
        : Stream.empty();
  }
}
