package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Dimension;
import io.runboards.catalog.Family;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.ValueType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Values in the wrong unit, or of the wrong nature. */
final class UnitMistakes {
  /** Numbers that lead from one unit to another. */
  private static final Set<Double> FACTORS =
      Set.of(60.0, 100.0, 1000.0, 1024.0, 3600.0, 86400.0, 1e6, 3.6e6, 1e9);

  /** Labels that say in which unit a series is. */
  private static final Set<String> UNIT_LABELS = Set.of("resource", "unit", "limit_name", "limit");

  private UnitMistakes() {}

  /** {@code x / 100} without the factor. */
  static Stream<Expr> factorsDropped(Subject subject) {
    return conversions(subject).map(site -> site.with(site.node().left()));
  }

  /** {@code x * 100} instead of {@code x / 100}. */
  static Stream<Expr> factorsTurned(Subject subject) {
    return conversions(subject)
        .map(site -> {
          BinaryOp opposite = site.node().op() == BinaryOp.MUL ? BinaryOp.DIV : BinaryOp.MUL;
          return site.with(Edit.with(site.node(), opposite));
        });
  }

  private static Stream<Site<Binary>> conversions(Subject subject) {
    return subject.sites(Binary.class).filter(site -> isConversion(site.node()));
  }

  private static boolean isConversion(Binary node) {
    return (node.op() == BinaryOp.MUL || node.op() == BinaryOp.DIV)
        && node.left().type() == ValueType.VECTOR
        && node.right() instanceof NumberLiteral number
        && FACTORS.contains(number.value());
  }

  /** The sum of two values, or a comparison, in which one metric is of another unit. */
  static Stream<Expr> metricsOfAnotherUnit(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> needsOneUnit(site.node()))
        .flatMap(Site::children)
        .flatMap(UnitMistakes::values)
        .flatMap(site ->
            subject.metric(site.node()).stream()
                .flatMap(metric -> ofAnotherUnit(metric, subject))
                .map(other -> site.with(Edit.named(site.node(), other.name()))));
  }

  private static boolean needsOneUnit(Binary node) {
    boolean sum = node.op() == BinaryOp.ADD || node.op() == BinaryOp.SUB;
    return (sum || node.op().isComparison())
        && node.left().type() == ValueType.VECTOR
        && node.right().type() == ValueType.VECTOR;
  }

  /** The selectors whose values a part has, just as they are. */
  private static Stream<Site<VectorSelector>> values(Site<?> site) {
    return switch (site.node()) {
      case VectorSelector selector -> site.as(VectorSelector.class);
      case Expr.Paren paren -> values(site.child(0));
      case Aggregation aggregation when keepsUnit(aggregation.op()) -> values(site.child(0));
      case Binary binary when binary.op().isComparison() && !binary.bool() -> values(site.child(0));
      case Call call when call.function().name().equals("clamp_min") -> values(site.child(0));
      default -> Stream.empty();
    };
  }

  private static boolean keepsUnit(AggregateOp op) {
    return switch (op) {
      case SUM, MIN, MAX, AVG -> true;
      default -> false;
    };
  }

  /** Metrics of the same source with the same labels that measure something else. */
  private static Stream<Metric> ofAnotherUnit(Metric metric, Subject subject) {
    return subject.world().catalog().familyOf(metric.name()).stream()
        .map(Family::metrics)
        .flatMap(metrics -> metrics.stream())
        .filter(other -> other.kind() == metric.kind())
        .filter(other -> Set.copyOf(other.labels()).equals(Set.copyOf(metric.labels())))
        .filter(other -> other.history().existsIn(ClusterVersion.V2_17))
        .filter(other -> isMeasured(metric) && isMeasured(other))
        .filter(other -> other.unit().dimension() != metric.unit().dimension());
  }

  private static boolean isMeasured(Metric metric) {
    Dimension dimension = metric.unit().dimension();
    return dimension != Dimension.NONE && dimension != Dimension.NUMBER;
  }

  /** A metric with series in several units, of which none is chosen. */
  static Stream<Expr> unitsNotChosen(Subject subject) {
    return subject
        .sites(VectorSelector.class)
        .filter(site -> isOfManyUnits(site.node(), subject))
        .filter(site -> site.node().matchers().stream().anyMatch(UnitMistakes::choosesUnit))
        .map(site -> {
          List<Matcher> others =
              site.node().matchers().stream().filter(matcher -> !choosesUnit(matcher)).toList();
          return site.with(Edit.matching(site.node(), others));
        });
  }

  private static boolean isOfManyUnits(VectorSelector selector, Subject subject) {
    return subject.metric(selector).filter(it -> it.unit() == Unit.BY_LABEL).isPresent();
  }

  private static boolean choosesUnit(Matcher matcher) {
    return UNIT_LABELS.contains(matcher.label().value());
  }

  /** A sum of values of which nobody knows how many there are. */
  static Stream<Expr> stepsDropped(Subject subject) {
    return subject
        .sites(Call.class)
        .filter(site -> site.node().function().name().equals("sum_over_time"))
        .flatMap(site -> site.child(0).as(Subquery.class))
        .map(site -> site.with(Edit.overTime(site.node().expr(), site.node().range())));
  }

  /** The sum or average of numbers that only name something, and the sum of moments. */
  static Stream<Expr> sumsOfNames(Subject subject) {
    return subject
        .sites(Aggregation.class)
        .filter(site -> site.node().parameter().isEmpty())
        .flatMap(site ->
            values(site.child(0))
                .flatMap(value -> subject.metric(value.node()).stream())
                .flatMap(metric -> wrongAggregations(metric.unit()))
                .filter(op -> op != site.node().op())
                .map(op -> site.with(Edit.by(op, site.node()))));
  }

  private static Stream<AggregateOp> wrongAggregations(Unit unit) {
    return switch (unit) {
      case CODE -> Stream.of(AggregateOp.SUM, AggregateOp.AVG);
      case UNIX_SECONDS, INFO -> Stream.of(AggregateOp.SUM);
      default -> Stream.empty();
    };
  }

  /** The average of quotients instead of the quotient of sums. */
  static Stream<Expr> averagesOfRatios(Subject subject) {
    return subject
        .sites(Binary.class)
        .filter(site -> site.node().op() == BinaryOp.DIV)
        .flatMap(site ->
            site.node().left() instanceof Aggregation left
                    && site.node().right() instanceof Aggregation right
                    && left.op() == AggregateOp.SUM
                    && right.op() == AggregateOp.SUM
                    && left.labels().equals(right.labels())
                ? Stream.of(site.with(averageOfRatios(left, right)))
                : Stream.empty());
  }

  private static Expr averageOfRatios(Aggregation left, Aggregation right) {
    return Edit.by(AggregateOp.AVG, Edit.over(left, Edit.divided(left.expr(), right.expr())));
  }
}
