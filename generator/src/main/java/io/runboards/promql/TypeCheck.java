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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules about types and selectors that a grammar cannot express. */
final class TypeCheck {
  private final String text;
  private final Levels levels;

  TypeCheck(String text, Levels levels) {
    this.text = text;
    this.levels = levels;
  }

  /** The type of the expression; the first broken rule is thrown. */
  ValueType check(Expr expr) {
    levels.down();
    ValueType type = typeOf(expr);
    levels.up();
    return type;
  }

  private ValueType typeOf(Expr expr) {
    return switch (expr) {
      case NumberLiteral number -> ValueType.SCALAR;
      case StringLiteral string -> ValueType.STRING;
      case VariableRef variable -> ValueType.VARIABLE;
      case VectorSelector selector -> selector(selector);
      case RangeSelector range -> {
        selector(range.vector());
        yield ValueType.MATRIX;
      }
      case Subquery subquery -> {
        ValueType type = check(subquery.expr());
        if (!type.fits(ValueType.VECTOR)) {
          throw error(
              subquery.expr(), "a subquery needs an instant vector, got a " + type.description());
        }
        yield ValueType.MATRIX;
      }
      case Aggregation aggregation -> {
        ValueType type = check(aggregation.expr());
        if (!type.fits(ValueType.VECTOR)) {
          throw mismatch(aggregation.expr(), ValueType.VECTOR, type, aggregation.op().symbol());
        }
        aggregation.parameter().ifPresent(parameter -> parameter(aggregation.op(), parameter));
        yield ValueType.VECTOR;
      }
      case Call call -> call(call);
      case Paren paren -> check(paren.expr());
      case Unary unary -> {
        ValueType type = check(unary.expr());
        if (!type.fits(ValueType.SCALAR) && !type.fits(ValueType.VECTOR)) {
          throw error(
              unary,
              "a sign can only stand before a scalar or an instant vector, got a "
                  + type.description());
        }
        yield type;
      }
      case Binary binary -> binary(binary);
    };
  }

  private ValueType selector(VectorSelector selector) {
    if (!selector.name().isEmpty()) {
      for (Matcher matcher : selector.matchers()) {
        if (matcher.label().value().equals("__name__")) {
          throw error(
              matcher.span(), "the metric's name is set twice: it is already " + selector.name());
        }
      }
    } else if (selector.matchers().stream().allMatch(Matcher::matchesEmpty)) {
      throw error(
          selector,
          "a selector needs a metric's name or a matcher that does not match the empty string");
    }
    return ValueType.VECTOR;
  }

  private ValueType call(Call call) {
    Function function = call.function();
    int count = call.args().size();
    if (count < function.minArgs() || count > function.maxArgs()) {
      throw error(call, function.name() + " takes " + arity(function) + ", got " + count);
    }
    boolean info = function.name().equals("info");
    for (int i = 0; i < count; i++) {
      Expr arg = call.args().get(i);
      if (info && i == 1) {
        infoSelector(arg);
      } else {
        argument(function, i, arg);
      }
    }
    return function.returns();
  }

  private static String arity(Function function) {
    int min = function.minArgs();
    int max = function.maxArgs();
    String count =
        max == Integer.MAX_VALUE ? min + " or more" : min == max ? "" + min : min + " to " + max;
    return count + (count.equals("1") ? " argument" : " arguments");
  }

  /** The second argument of info() only names labels, so it may match everything. */
  private void infoSelector(Expr arg) {
    boolean onlyLabels = arg instanceof VectorSelector selector && selector.name().isEmpty();
    if (!onlyLabels) {
      throw error(arg, "argument 2 of info must be label matchers in braces and nothing else");
    }
  }

  private ValueType binary(Binary binary) {
    ValueType left = check(binary.left());
    ValueType right = check(binary.right());
    BinaryOp op = binary.op();
    Matching matching = binary.matching();
    boolean scalars = left == ValueType.SCALAR && right == ValueType.SCALAR;
    if (binary.bool() && !op.isComparison()) {
      throw error(operator(binary), "\"bool\" can only follow a comparison");
    }
    if (op.isComparison() && !binary.bool() && scalars) {
      throw error(operator(binary), "a comparison between scalars needs \"bool\"");
    }
    Set<Text> matched = matching.on() ? new HashSet<>(matching.labels()) : Set.of();
    for (Text label : matching.include()) {
      if (matched.contains(label)) {
        throw error(label.span(), "label \"" + label + "\" is in \"on\" already");
      }
    }
    operand(binary.left(), left);
    operand(binary.right(), right);
    boolean mayMatch = left.fits(ValueType.VECTOR) && right.fits(ValueType.VECTOR);
    if (!mayMatch && !matching.labels().isEmpty()) {
      throw error(operator(binary), "only instant vectors can be matched by labels");
    }
    if (!mayMatch && matching.fills()) {
      throw error(operator(binary), "only between instant vectors can missing series be filled in");
    }
    if (op.isSet()) {
      setOperator(binary, left, right);
    }
    return binary.type();
  }

  private void setOperator(Binary binary, ValueType left, ValueType right) {
    String symbol = "\"" + binary.op().symbol() + "\"";
    if (left == ValueType.SCALAR || right == ValueType.SCALAR) {
      throw error(operator(binary), symbol + " only works between instant vectors");
    }
    if (binary.matching().group() != Matching.Group.NONE) {
      throw error(operator(binary), "no grouping is allowed with " + symbol);
    }
    if (binary.matching().fills()) {
      throw error(operator(binary), "missing series cannot be filled in with " + symbol);
    }
  }

  private void operand(Expr operand, ValueType type) {
    if (!type.fits(ValueType.SCALAR) && !type.fits(ValueType.VECTOR)) {
      throw error(
          operand, "an operator works on scalars and instant vectors, got a " + type.description());
    }
  }

  private void parameter(AggregateOp op, Expr parameter) {
    ValueType wanted = op.parameter().orElseThrow();
    ValueType type = check(parameter);
    if (!type.fits(wanted)) {
      throw mismatch(parameter, wanted, type, "the parameter of " + op.symbol());
    }
  }

  private void argument(Function function, int index, Expr arg) {
    List<ValueType> parameters = function.parameters();
    ValueType wanted = parameters.get(Math.min(index, parameters.size() - 1));
    ValueType type = check(arg);
    if (!type.fits(wanted)) {
      throw mismatch(arg, wanted, type, "argument " + (index + 1) + " of " + function.name());
    }
  }

  private ParseException mismatch(Expr expr, ValueType wanted, ValueType type, String where) {
    return error(
        expr,
        "%s must be %s %s, got %s %s"
            .formatted(
                where, article(wanted), wanted.description(), article(type), type.description()));
  }

  private static String article(ValueType type) {
    return type == ValueType.VECTOR ? "an" : "a";
  }

  /** What stands between the two sides. */
  private Span operator(Binary binary) {
    int from = binary.left().span().end();
    int to = binary.right().span().start();
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }

  private ParseException error(Expr expr, String message) {
    return error(expr.span(), message);
  }

  private ParseException error(Span span, String message) {
    return new ParseException(message, text, span.start(), span.end());
  }
}
