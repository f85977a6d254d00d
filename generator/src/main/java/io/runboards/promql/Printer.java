package io.runboards.promql;

import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.Unary;
import io.runboards.promql.Expr.VariableRef;
import io.runboards.promql.Expr.VectorSelector;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes trees in canonical form: the text that Prometheus itself prints for them. */
final class Printer {
  private final StringBuilder out = new StringBuilder();
  private final Map<Expr, Span> places;
  private final Levels levels;

  private Printer(Levels levels) {
    this(levels, null);
  }

  private Printer(Levels levels, Map<Expr, Span> places) {
    this.levels = levels;
    this.places = places;
  }

  static String print(Expr expr) {
    return printed(printer -> printer.expr(expr));
  }

  /** Prints the tree and remembers where in the text each of its nodes stands. */
  static String print(Expr expr, IdentityHashMap<Expr, Span> places) {
    return Levels.walk(levels -> {
      Printer printer = new Printer(levels, places);
      printer.expr(expr);
      return printer.out.toString();
    });
  }

  static String print(Period period) {
    return printed(printer -> printer.period(period));
  }

  static String print(Matcher matcher) {
    return printed(printer -> printer.matcher(matcher));
  }

  private static String printed(Consumer<Printer> part) {
    return Levels.walk(levels -> {
      Printer printer = new Printer(levels);
      part.accept(printer);
      return printer.out.toString();
    });
  }

  /** What stands before the bracket of an aggregation: {@code sum by (node) }. */
  static String head(Aggregation aggregation) {
    return printed(printer -> printer.aggregationHead(aggregation));
  }

  /** What stands between the sides of a binary expression: {@code * on (node)}. */
  static String operator(Binary binary) {
    return printed(printer -> printer.binaryOperator(binary));
  }

  /** What follows the expression of a subquery: {@code [1h:1m] offset 5m}. */
  static String suffix(Subquery subquery) {
    return printed(printer -> printer.subquerySuffix(subquery));
  }

  private void expr(Expr expr) {
    int start = out.length();
    levels.down();
    write(expr);
    levels.up();
    if (places != null) {
      places.put(expr, new Span(start, out.length()));
    }
  }

  private void write(Expr expr) {
    switch (expr) {
      case NumberLiteral number -> number(number);
      case StringLiteral string -> string(string.text());
      case VariableRef variable -> out.append(variable.text().value());
      case VectorSelector selector -> {
        selector(selector);
        if (selector.name().isOneVariable()
            && selector.matchers().isEmpty()
            && selector.modifiers().equals(Modifiers.NONE)) {
          // Without braces it would be a variable in the place of any expression.
          out.append("{}");
        }
        at(selector.modifiers());
        out.append(selector.modifiers().extension().suffix());
        offset(selector.modifiers());
      }
      case RangeSelector range -> {
        selector(range.vector());
        out.append('[');
        period(range.range());
        out.append(']').append(range.vector().modifiers().extension().suffix());
        at(range.vector().modifiers());
        offset(range.vector().modifiers());
      }
      case Subquery subquery -> {
        expr(subquery.expr());
        subquerySuffix(subquery);
      }
      case Aggregation aggregation -> {
        aggregationHead(aggregation);
        out.append('(');
        aggregation
            .parameter()
            .ifPresent(parameter -> {
              expr(parameter);
              out.append(", ");
            });
        expr(aggregation.expr());
        out.append(')');
      }
      case Call call -> {
        out.append(call.function().name()).append('(');
        for (int i = 0; i < call.args().size(); i++) {
          out.append(i == 0 ? "" : ", ");
          expr(call.args().get(i));
        }
        out.append(')');
      }
      case Paren paren -> {
        out.append('(');
        expr(paren.expr());
        out.append(')');
      }
      case Unary unary -> {
        out.append(unary.negative() ? '-' : '+');
        expr(unary.expr());
      }
      case Binary binary -> {
        expr(binary.left());
        out.append(' ');
        binaryOperator(binary);
        out.append(' ');
        expr(binary.right());
      }
    }
  }

  private void number(NumberLiteral number) {
    if (number.duration()) {
      Numbers.printDurationNumber(number.value(), out);
    } else {
      Numbers.printNumber(number.value(), out);
    }
  }

  private void selector(VectorSelector selector) {
    out.append(selector.name().value());
    List<Matcher> matchers = selector.matchers();
    if (matchers.isEmpty()) {
      return;
    }
    for (int i = 0; i < matchers.size(); i++) {
      out.append(i == 0 ? '{' : ',');
      matcher(matchers.get(i));
    }
    out.append('}');
  }

  private void matcher(Matcher matcher) {
    name(matcher.label());
    out.append(matcher.op().symbol());
    string(matcher.value());
  }

  private void string(Text text) {
    if (text.isFixed()) {
      Quoting.quote(text.value(), out);
    } else {
      out.append(text.literal());
    }
  }

  private void at(Modifiers modifiers) {
    switch (modifiers.at()) {
      case Modifiers.At.Now now -> {}
      case Modifiers.At.Start start -> out.append(" @ start()");
      case Modifiers.At.End end -> out.append(" @ end()");
      case Modifiers.At.Chosen chosen -> out.append(" @ ").append(chosen.variable().value());
      case Modifiers.At.Time time -> {
        out.append(" @ ");
        Numbers.printTimestamp(time.millis(), out);
      }
    }
  }

  private void offset(Modifiers modifiers) {
    if (!modifiers.hasOffset()) {
      return;
    }
    out.append(" offset ");
    if (modifiers.offset() instanceof Period.Fixed fixed && fixed.nanos() < 0) {
      out.append('-');
      Numbers.printDuration(-fixed.nanos(), out);
    } else {
      period(modifiers.offset());
    }
  }

  private void subquerySuffix(Subquery subquery) {
    out.append('[');
    period(subquery.range());
    out.append(':');
    if (!subquery.step().equals(Period.ZERO)) {
      period(subquery.step());
    }
    out.append(']');
    at(subquery.modifiers());
    offset(subquery.modifiers());
  }

  private void aggregationHead(Aggregation aggregation) {
    out.append(aggregation.op().symbol());
    if (aggregation.without() || !aggregation.labels().isEmpty()) {
      out.append(aggregation.without() ? " without (" : " by (");
      names(aggregation.labels());
      out.append(") ");
    }
  }

  private void binaryOperator(Binary binary) {
    out.append(binary.op().symbol()).append(binary.bool() ? " bool" : "");
    Matching matching = binary.matching();
    if (!matching.labels().isEmpty() || matching.on() || matching.group() != Matching.Group.NONE) {
      out.append(matching.on() ? " on (" : " ignoring (");
      names(matching.labels());
      out.append(')');
    }
    if (matching.group() != Matching.Group.NONE) {
      out.append(matching.group() == Matching.Group.LEFT ? " group_left (" : " group_right (");
      names(matching.include());
      out.append(')');
    }
    boolean both = matching.fillLeft().isPresent() && matching.fillRight().isPresent();
    if (both && matching.fillLeft().getAsDouble() == matching.fillRight().getAsDouble()) {
      fill("fill", matching.fillLeft().getAsDouble());
    } else {
      matching.fillLeft().ifPresent(value -> fill("fill_left", value));
      matching.fillRight().ifPresent(value -> fill("fill_right", value));
    }
  }

  private void fill(String modifier, double value) {
    out.append(' ').append(modifier).append(" (");
    Numbers.printFill(value, out);
    out.append(')');
  }

  private void names(List<Text> names) {
    for (int i = 0; i < names.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      name(names.get(i));
    }
  }

  private void name(Text name) {
    if (name.isFixed() && isPlainName(name.value())) {
      out.append(name.value());
    } else {
      string(name);
    }
  }

  static boolean isPlainName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private void period(Period period) {
    levels.down();
    write(period);
    levels.up();
  }

  private void write(Period period) {
    switch (period) {
      case Period.Fixed fixed -> Numbers.printDuration(fixed.nanos(), out);
      case Period.Number number -> {
        if (number.unit()) {
          Numbers.printDurationNumber(number.seconds(), out);
        } else {
          Numbers.printNumber(number.seconds(), out);
        }
      }
      case Period.Step step -> out.append("step()");
      case Period.Range range -> out.append("range()");
      case Period.MaxOf max -> pair("max_of(", max.left(), max.right());
      case Period.MinOf min -> pair("min_of(", min.left(), min.right());
      case Period.Negated negated -> {
        out.append('-');
        period(negated.period());
      }
      case Period.Binary binary -> {
        period(binary.left());
        out.append(' ').append(binary.op().symbol()).append(' ');
        period(binary.right());
      }
      case Period.Paren paren -> {
        out.append('(');
        period(paren.period());
        out.append(')');
      }
      case Period.Chosen chosen -> out.append(chosen.text().value());
    }
  }

  private void pair(String function, Period left, Period right) {
    out.append(function);
    period(left);
    out.append(", ");
    period(right);
    out.append(')');
  }
}
