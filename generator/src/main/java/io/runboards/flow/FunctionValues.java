package io.runboards.flow;

import java.util.List;
import java.util.Optional;

/** The results of functions that calculate with each value by itself. */
final class FunctionValues {
  private FunctionValues() {}

  static Quantity of(String function, List<Quantity> args) {
    return switch (function) {
      case "abs" -> plain(args.getFirst()).within(args.getFirst().values().absolute());
      case "ceil", "floor" -> plain(args.getFirst()).within(rounded(args.getFirst().values()));
      case "round" -> round(args);
      case "clamp" -> plain(args.get(0)).within(clamped(args));
      case "clamp_min" ->
          plain(args.get(0)).within(args.get(0).values().raisedTo(args.get(1).values()));
      case "clamp_max" ->
          plain(args.get(0)).within(args.get(0).values().loweredTo(args.get(1).values()));
      case "sgn" -> Quantity.number(sign(args.getFirst().values()));
      case "sin", "cos", "tanh" -> Quantity.number(new Interval(-1, 1));
      case "exp", "acos", "acosh", "cosh" -> Quantity.number(Interval.NOT_NEGATIVE);
      case "pi" -> Quantity.number(Math.PI);
      case "day_of_month" -> between(1, 31);
      case "day_of_week" -> between(0, 6);
      case "day_of_year" -> between(1, 366);
      case "days_in_month" -> between(28, 31);
      case "hour" -> between(0, 23);
      case "minute" -> between(0, 59);
      case "month" -> between(1, 12);
      case "year",
          "ln",
          "log2",
          "log10",
          "tan",
          "sinh",
          "asin",
          "asinh",
          "atan",
          "atanh",
          "deg",
          "rad" ->
          Quantity.number(Interval.ANY);
      default -> Quantity.UNKNOWN;
    };
  }

  private static Quantity plain(Quantity quantity) {
    return quantity.observing(Optional.empty());
  }

  private static Quantity between(double min, double max) {
    return Quantity.number(new Interval(min, max));
  }

  private static Interval rounded(Interval values) {
    return new Interval(Math.floor(values.min()), Math.ceil(values.max()));
  }

  /** Rounding to multiples of something moves a value by half of it at most. */
  private static Quantity round(List<Quantity> args) {
    Quantity quantity = plain(args.getFirst());
    Interval values = quantity.values();
    if (args.size() == 1) {
      return quantity.within(rounded(values));
    }
    Interval multiple = args.get(1).values();
    if (!multiple.isPoint()) {
      return quantity.within(values.min() >= 0 ? Interval.NOT_NEGATIVE : Interval.ANY);
    }
    double step = Math.abs(multiple.min());
    Interval rounded =
        new Interval(Math.floor(values.min() / step) * step, Math.ceil(values.max() / step) * step);
    return quantity.within(rounded);
  }

  private static Interval clamped(List<Quantity> args) {
    return args.get(0).values().raisedTo(args.get(1).values()).loweredTo(args.get(2).values());
  }

  private static Interval sign(Interval values) {
    return new Interval(Math.signum(values.min()), Math.signum(values.max()));
  }
}
