package io.runboards.dashboards.faults;

import io.runboards.catalog.Kind;
import io.runboards.check.Edit;
import io.runboards.check.Site;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matching;
import io.runboards.promql.Matching.Group;
import io.runboards.promql.Period;
import io.runboards.promql.Span;
import io.runboards.promql.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Wrong functions, windows, factors, operators and joins in queries. */
final class CalculationSlips {
  private static final Set<Double> FACTORS =
      Set.of(60.0, 100.0, 1000.0, 1024.0, 3600.0, 86400.0, 1e6, 3.6e6, 1e9);

  private static final Map<AggregateOp, AggregateOp> AGGREGATIONS =
      Map.of(
          AggregateOp.SUM, AggregateOp.AVG,
          AggregateOp.AVG, AggregateOp.SUM,
          AggregateOp.MAX, AggregateOp.MIN,
          AggregateOp.MIN, AggregateOp.MAX,
          AggregateOp.COUNT, AggregateOp.SUM);

  private static final Map<BinaryOp, BinaryOp> TURNED =
      Map.of(
          BinaryOp.GT, BinaryOp.LT,
          BinaryOp.LT, BinaryOp.GT,
          BinaryOp.GE, BinaryOp.LE,
          BinaryOp.LE, BinaryOp.GE,
          BinaryOp.EQ, BinaryOp.NE,
          BinaryOp.NE, BinaryOp.EQ);

  private static final Map<BinaryOp, List<BinaryOp>> OTHER_SETS =
      Map.of(
          BinaryOp.AND, List.of(BinaryOp.OR, BinaryOp.UNLESS),
          BinaryOp.UNLESS, List.of(BinaryOp.AND),
          BinaryOp.OR, List.of(BinaryOp.AND));

  private CalculationSlips() {}

  static Stream<Expr> ratesDropped(Subject subject) {
    return subject
        .sites(Call.class)
        .filter(site -> Set.of("rate", "increase").contains(site.node().function().name()))
        .filter(site -> site.node().args().getFirst() instanceof RangeSelector)
        .map(site -> site.with(((RangeSelector) site.node().args().getFirst()).vector()));
  }

  static Stream<Expr> ratesOfGauges(Subject subject) {
    return subject
        .sites(VectorSelector.class)
        .filter(site -> isAtOnce(site) && isGauge(site.node(), subject))
        .map(site -> site.with(Edit.call("rate", Edit.overFiveMinutes(site.node()))));
  }

  private static boolean isAtOnce(Site<?> site) {
    return site.ancestors().findFirst().filter(RangeSelector.class::isInstance).isEmpty();
  }

  private static boolean isGauge(VectorSelector selector, Subject subject) {
    return subject.metric(selector).filter(it -> it.kind() == Kind.GAUGE).isPresent();
  }

  /** A window with one sample in it, or none. */
  static Stream<Expr> windowsTooShort(Subject subject) {
    return windows(subject, Duration.ofSeconds(30));
  }

  /** {@code [5d]} instead of {@code [5m]}. */
  static Stream<Expr> windowsTooLong(Subject subject) {
    return windows(subject, Duration.ofDays(5));
  }

  private static Stream<Expr> windows(Subject subject, Duration length) {
    return subject
        .sites(RangeSelector.class)
        .map(site ->
            site.with(new RangeSelector(site.node().vector(), Period.of(length), Span.NONE)));
  }

  static Stream<Expr> fractionsTurned(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> site.node().op() == BinaryOp.DIV)
        .filter(site -> isVector(site.node().left()) && isVector(site.node().right()))
        .map(site -> site.with(sides(site.node(), site.node().right(), site.node().left())));
  }

  private static boolean isVector(Expr expr) {
    return expr.type() == ValueType.VECTOR;
  }

  private static Binary sides(Binary node, Expr left, Expr right) {
    Matching matching = node.matching();
    Group group =
        switch (matching.group()) {
          case NONE -> Group.NONE;
          case LEFT -> Group.RIGHT;
          case RIGHT -> Group.LEFT;
        };
    return new Binary(
        node.op(),
        left,
        right,
        node.bool(),
        Edit.grouped(matching, group, matching.include()),
        Span.NONE);
  }

  static Stream<Expr> factorsDropped(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> Set.of(BinaryOp.MUL, BinaryOp.DIV).contains(site.node().op()))
        .filter(site -> isVector(site.node().left()))
        .filter(site ->
            site.node().right() instanceof NumberLiteral number && FACTORS.contains(number.value()))
        .map(site -> site.with(site.node().left()));
  }

  /** What is shown, recorded or compared is multiplied or divided by what was not asked for. */
  static Stream<Expr> factorsAdded(Subject subject) {
    Site<?> values = values(Site.in(subject.tree()).findFirst().orElseThrow());
    return isVector(values.node())
        ? Stream.of(
            values.with(scaled(BinaryOp.MUL, values.node(), 100)),
            values.with(scaled(BinaryOp.DIV, values.node(), 1024)),
            values.with(scaled(BinaryOp.MUL, values.node(), 1000)))
        : Stream.empty();
  }

  /** The values, below the comparison that decides about an alert. */
  private static Site<?> values(Site<?> site) {
    return switch (site.node()) {
      case Paren paren -> values(site.child(0));
      case Binary binary when binary.op().isComparison() || binary.op().isSet() ->
          values(site.child(0));
      default -> site;
    };
  }

  private static Expr scaled(BinaryOp op, Expr values, double factor) {
    return new Binary(op, values, Edit.number(factor), false, Matching.ALL_LABELS, Span.NONE);
  }

  static Stream<Expr> otherAggregations(Subject subject) {
    return subject
        .sites(Aggregation.class)
        .filter(site -> AGGREGATIONS.containsKey(site.node().op()))
        .map(site -> site.with(Edit.by(AGGREGATIONS.get(site.node().op()), site.node())));
  }

  static Stream<Expr> comparisonsTurned(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> TURNED.containsKey(site.node().op()))
        .map(site -> site.with(Edit.with(site.node(), TURNED.get(site.node().op()))));
  }

  static Stream<Expr> onDropped(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> site.node().matching().on())
        .map(site -> site.with(Edit.pairedBy(site.node(), Matching.ALL_LABELS)));
  }

  static Stream<Expr> groupsDropped(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> site.node().matching().group() != Group.NONE)
        .map(site ->
            site.with(
                Edit.pairedBy(
                    site.node(), Edit.grouped(site.node().matching(), Group.NONE, List.of()))));
  }

  static Stream<Expr> otherSets(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> site.node().op().isSet())
        .flatMap(site ->
            OTHER_SETS.get(site.node().op()).stream()
                .map(op -> site.with(Edit.with(site.node(), op))));
  }
}
