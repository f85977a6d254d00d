package io.runboards.query;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.ParseException;
import io.runboards.promql.Period;
import io.runboards.promql.Promql;
import io.runboards.promql.Span;
import io.runboards.promql.Syntax;

/** Lengths of time as they stand in brackets: {@code 5m}, {@code 1h:1m}, {@code $__range:1m}. */
final class Window {
  private Window() {}

  /** The series as they were during a window. */
  static Expr over(Expr input, String window) {
    return switch (parse(window)) {
      case RangeSelector range when input instanceof VectorSelector selector ->
          new RangeSelector(selector, range.range(), Span.NONE);
      case RangeSelector range ->
          throw new WrongQuery("a window over a calculation needs a step: \"" + window + ":1m\"");
      case Subquery subquery ->
          new Subquery(
              grouped(input), subquery.range(), subquery.step(), subquery.modifiers(), Span.NONE);
      default -> throw new WrongQuery("\"" + window + "\" is no window");
    };
  }

  /** A length without a step. */
  static Period length(String text) {
    if (parse(text) instanceof RangeSelector range) {
      return range.range();
    }
    throw new WrongQuery("\"" + text + "\" is no length of time");
  }

  private static Expr grouped(Expr input) {
    return input instanceof Expr.Binary ? new Paren(input, Span.NONE) : input;
  }

  private static Expr parse(String window) {
    try {
      return Promql.parse("x[" + window + "]", Syntax.GRAFANA);
    } catch (ParseException e) {
      throw new WrongQuery("\"" + window + "\" is no window such as \"5m\": " + e.getMessage());
    }
  }
}
