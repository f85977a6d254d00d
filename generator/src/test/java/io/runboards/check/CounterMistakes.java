package io.runboards.check;

import io.runboards.catalog.Kind;
import io.runboards.catalog.Metric;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.VectorSelector;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Gauges taken for counters, and counters for gauges. */
final class CounterMistakes {
  private static final List<String> FOR_COUNTERS = List.of("rate", "increase", "irate");

  private CounterMistakes() {}

  /** A function for counters over what is none. */
  static Stream<Expr> ratesAdded(Subject subject) {
    Stream<Expr> ofSelectors =
        subject
            .sites(VectorSelector.class)
            .filter(site ->
                site.ancestors().findFirst().filter(RangeSelector.class::isInstance).isEmpty())
            .filter(site -> reads(site.node(), subject, CounterMistakes::isNoCounter))
            .flatMap(site ->
                FOR_COUNTERS.stream()
                    .map(function -> Edit.call(function, Edit.overFiveMinutes(site.node())))
                    .map(site::with));
    Stream<Expr> ofRanges =
        ranges(subject)
            .filter(site -> reads(range(site).vector(), subject, CounterMistakes::isNoCounter))
            .flatMap(site -> renamed(site, "rate", "increase"));
    return Stream.concat(ofSelectors, ofRanges);
  }

  /** A counter as it is. */
  static Stream<Expr> ratesRemoved(Subject subject) {
    return ratesOfCounters(subject).map(site -> site.with(range(site).vector()));
  }

  /** A function for gauges over a counter. */
  static Stream<Expr> functionsForGauges(Subject subject) {
    return ratesOfCounters(subject)
        .flatMap(site -> {
          boolean perSecond = !site.node().function().name().equals("increase");
          return renamed(site, perSecond ? "deriv" : "delta", "avg_over_time");
        });
  }

  /** {@code rate(sum(x)[5m:])} instead of {@code sum(rate(x[5m]))}. */
  static Stream<Expr> sumsBeforeRates(Subject subject) {
    return subject
        .sites(Aggregation.class)
        .filter(sum -> sum.node().op() == AggregateOp.SUM)
        .flatMap(sum ->
            ratesOfCounters(subject)
                .filter(rate -> rate.node() == sum.node().expr())
                .map(rate -> sum.with(turned(sum.node(), rate))));
  }

  private static Expr turned(Aggregation sum, Site<Call> rate) {
    RangeSelector range = range(rate);
    Expr raw = Edit.over(sum, range.vector());
    return Edit.call(rate.node().function().name(), Edit.overTime(raw, range.range()));
  }

  private static Stream<Site<Call>> ratesOfCounters(Subject subject) {
    return ranges(subject)
        .filter(site -> FOR_COUNTERS.contains(site.node().function().name()))
        .filter(site -> reads(range(site).vector(), subject, CounterMistakes::isCounter));
  }

  /** Calls with one argument, a range of a metric. */
  private static Stream<Site<Call>> ranges(Subject subject) {
    return subject
        .sites(Call.class)
        .filter(site -> site.node().args().size() == 1)
        .filter(site -> site.node().args().getFirst() instanceof RangeSelector);
  }

  private static RangeSelector range(Site<Call> site) {
    return (RangeSelector) site.node().args().getFirst();
  }

  private static Stream<Expr> renamed(Site<Call> site, String... functions) {
    return Stream.of(functions).map(function -> site.with(Edit.renamed(site.node(), function)));
  }

  private static boolean reads(VectorSelector node, Subject subject, Predicate<Metric> kind) {
    return subject.metric(node).filter(kind).isPresent();
  }

  private static boolean isCounter(Metric metric) {
    return metric.kind() == Kind.COUNTER;
  }

  private static boolean isNoCounter(Metric metric) {
    return metric.kind() != Kind.COUNTER && metric.kind() != Kind.HISTOGRAM;
  }
}
