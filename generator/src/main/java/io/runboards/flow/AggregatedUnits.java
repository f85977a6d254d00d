package io.runboards.flow;

import io.runboards.catalog.ValueRange;
import io.runboards.promql.AggregateOp;
import java.util.Optional;

/** What values of many series, or of one series over time, measure together. */
final class AggregatedUnits {
  private static final Interval ONE_OR_MORE = new Interval(1, Double.POSITIVE_INFINITY);

  private AggregatedUnits() {}

  static Quantity of(AggregateOp op, Optional<Quantity> parameter, Quantity values) {
    return switch (op) {
      case SUM -> sum(values);
      case AVG -> average(values);
      case MIN, MAX, TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> values;
      case QUANTILE -> quantile(parameter.orElse(Quantity.UNKNOWN), values);
      case COUNT, COUNT_VALUES -> count();
      case GROUP -> Quantity.of(Nature.INFO, Interval.of(1));
      case STDDEV -> deviation(values);
      case STDVAR -> variance(values);
    };
  }

  /** Of what there is at least one. */
  static Quantity count() {
    return Quantity.count(ONE_OR_MORE);
  }

  /** Shares add up to a number of wholes: ten GPUs that are half busy are five busy ones. */
  private static Quantity sum(Quantity values) {
    Interval total = values.values().summed();
    return switch (values.nature()) {
      case FLAG, INFO -> Quantity.count(total);
      case NUMBER -> Quantity.number(total);
      case QUANTITY -> sumOfQuantities(values).within(total);
      default -> Quantity.unknown(total);
    };
  }

  private static Quantity sumOfQuantities(Quantity values) {
    Measure measure = values.measure();
    if (measure.exponents().containsKey(Base.TEMPERATURE)) {
      return Quantity.UNKNOWN;
    }
    return measure.isShare() ? Quantity.quantity(measure.times(Measure.COUNT)) : values;
  }

  /** How often a flag is set is a share. */
  static Quantity average(Quantity values) {
    return switch (values.nature()) {
      case FLAG -> Quantity.quantity(Measure.SHARE, values.values());
      case CODE -> Quantity.unknown(values.values());
      default -> values;
    };
  }

  /** A quantile may lie between two values. */
  static Quantity quantile(Quantity portion, Quantity values) {
    ValueRange asked = portion.range();
    boolean inside = asked.min() >= 0 && asked.max() <= 1;
    Interval range = inside ? values.values() : Interval.ANY;
    return switch (values.nature()) {
      case FLAG, INFO -> Quantity.number(range);
      case CODE -> Quantity.unknown(range);
      default -> values.within(range);
    };
  }

  static Quantity deviation(Quantity values) {
    Interval spread = values.values().spread();
    return switch (values.nature()) {
      case QUANTITY, INSTANT -> Quantity.quantity(values.measure(), spread);
      case NUMBER, FLAG, INFO -> Quantity.number(spread);
      default -> Quantity.unknown(spread);
    };
  }

  static Quantity variance(Quantity values) {
    Interval square = values.values().spread().toThe(Interval.of(2));
    return switch (values.nature()) {
      case QUANTITY, INSTANT -> Quantity.quantity(values.measure().toThe(2)).within(square);
      case NUMBER, FLAG, INFO -> Quantity.number(square);
      default -> Quantity.unknown(square);
    };
  }

  /** The sum over time: each value counts for one step, if the steps are known. */
  static Quantity sumOverTime(Quantity values, Optional<Double> step) {
    Interval total = values.values().summed();
    if (values.is(Nature.NUMBER)) {
      return Quantity.number(total);
    }
    boolean flag = values.is(Nature.FLAG) || values.is(Nature.INFO);
    if (step.isEmpty()) {
      return flag ? Quantity.count(total) : Quantity.unknown(total);
    }
    boolean quantity =
        values.is(Nature.QUANTITY) && !values.measure().exponents().containsKey(Base.TEMPERATURE);
    if (!flag && !quantity) {
      return Quantity.unknown(total);
    }
    Measure time = new Measure(Measure.TIME.exponents(), step.get());
    return Quantity.quantity(values.measure().times(time)).within(total);
  }
}
