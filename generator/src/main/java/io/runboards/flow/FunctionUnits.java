package io.runboards.flow;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Period;
import java.util.List;
import java.util.Optional;

/** What the results of functions measure. */
final class FunctionUnits {
  private static final double NANOS = 1e9;

  private FunctionUnits() {}

  /** The unit of a call's result; {@code args} are those of its arguments. */
  static Quantity of(Call call, List<Quantity> args) {
    return switch (call.function().name()) {
      case "rate", "irate" -> perSecond(args.getFirst(), grown(args.getFirst()));
      case "deriv" -> perSecond(args.getFirst(), Interval.ANY);
      case "increase" -> difference(args.getFirst(), grown(args.getFirst()));
      case "delta", "idelta" -> difference(args.getFirst(), Interval.ANY);
      case "changes", "resets" -> Quantity.count(Interval.NOT_NEGATIVE);
      case "count_over_time" -> AggregatedUnits.count();
      case "sum_over_time" ->
          AggregatedUnits.sumOverTime(args.getFirst(), step(call.args().getFirst()));
      case "avg_over_time" -> AggregatedUnits.average(args.getFirst());
      case "quantile_over_time" -> AggregatedUnits.quantile(args.get(0), args.get(1));
      case "stddev_over_time", "mad_over_time" -> AggregatedUnits.deviation(args.getFirst());
      case "stdvar_over_time" -> AggregatedUnits.variance(args.getFirst());
      case "predict_linear", "double_exponential_smoothing" -> smoothed(args.getFirst());
      case "absent", "absent_over_time", "present_over_time" ->
          Quantity.of(Nature.FLAG, Interval.of(1));
      case "time",
          "start",
          "end",
          "timestamp",
          "start_timestamp",
          "ts_of_first_over_time",
          "ts_of_last_over_time",
          "ts_of_max_over_time",
          "ts_of_min_over_time" ->
          Quantity.instant(Interval.NOT_NEGATIVE);
      case "step", "range" -> Quantity.quantity(Measure.TIME, Interval.NOT_NEGATIVE);
      case "histogram_quantile" -> AggregatedUnits.quantile(args.get(0), observed(args.get(1)));
      case "histogram_quantiles" -> observed(args.getFirst()).within(Interval.ANY);
      case "histogram_avg" -> observed(args.getFirst());
      case "histogram_stddev" -> AggregatedUnits.deviation(observed(args.getFirst()));
      case "histogram_stdvar" -> AggregatedUnits.variance(observed(args.getFirst()));
      case "histogram_fraction" -> Quantity.quantity(Measure.SHARE, Interval.FLAG);
      case "histogram_count", "histogram_sum" -> Quantity.UNKNOWN;
      case "sqrt" -> squareRoot(args.getFirst());
      case "max_of", "min_of" -> oneOf(args.get(0), args.get(1));
      case "min_over_time",
          "max_over_time",
          "first_over_time",
          "last_over_time",
          "info",
          "label_replace",
          "label_join",
          "scalar",
          "sort",
          "sort_desc",
          "sort_by_label",
          "sort_by_label_desc",
          "vector" ->
          args.getFirst();
      default -> FunctionValues.of(call.function().name(), args);
    };
  }

  /** Counters only grow. */
  private static Interval grown(Quantity quantity) {
    return quantity.range().min() >= 0 ? Interval.NOT_NEGATIVE : Interval.ANY;
  }

  private static Quantity perSecond(Quantity quantity, Interval values) {
    return quantity.is(Nature.QUANTITY)
        ? Quantity.quantity(quantity.measure().perSecond())
            .within(values)
            .observing(quantity.observed())
        : Quantity.unknown(values).observing(quantity.observed());
  }

  private static Quantity difference(Quantity quantity, Interval values) {
    return switch (quantity.nature()) {
      case QUANTITY -> quantity.within(values);
      case INSTANT -> Quantity.quantity(quantity.measure(), values);
      case NUMBER, FLAG, INFO -> Quantity.number(values);
      default -> Quantity.unknown(values).observing(quantity.observed());
    };
  }

  private static Quantity smoothed(Quantity quantity) {
    return switch (quantity.nature()) {
      case QUANTITY, INSTANT, NUMBER -> quantity.within(Interval.ANY).observing(Optional.empty());
      default -> Quantity.UNKNOWN;
    };
  }

  private static Quantity observed(Quantity histogram) {
    return histogram.observed().orElse(Quantity.UNKNOWN);
  }

  private static Quantity squareRoot(Quantity quantity) {
    Interval values = quantity.values().toThe(Interval.of(0.5));
    Quantity root =
        switch (quantity.nature()) {
          case NUMBER -> Quantity.number(values);
          case QUANTITY -> Quantity.quantity(quantity.measure().squareRoot());
          default -> Quantity.UNKNOWN;
        };
    return root.within(values);
  }

  private static Quantity oneOf(Quantity left, Quantity right) {
    Interval values = left.values().or(right.values());
    return left.sameAs(right) ? left.within(values) : Quantity.unknown(values);
  }

  /** The seconds between two values of a subquery, if it says so. */
  private static Optional<Double> step(Expr range) {
    return switch (range) {
      case Expr.Paren paren -> step(paren.expr());
      case Expr.Subquery subquery -> seconds(subquery.step());
      default -> Optional.empty();
    };
  }

  private static Optional<Double> seconds(Period period) {
    return switch (period) {
      case Period.Fixed fixed when fixed.nanos() > 0 -> Optional.of(fixed.nanos() / NANOS);
      case Period.Number number when number.seconds() > 0 -> Optional.of(number.seconds());
      case Period.Paren paren -> seconds(paren.period());
      default -> Optional.empty();
    };
  }
}
