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
import io.runboards.promql.Modifiers.At;
import io.runboards.promql.Modifiers.Extension;
import io.runboards.promql.Syntax.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads tokens into a tree: recursive descent, with precedence climbing between operators. */
final class Parser {
  /** Deeper trees are refused, so that whoever walks one never runs out of stack. */
  static final int MAX_DEPTH = 2000;

  private static final int WEAKEST = 1;

  private final String text;
  private final Syntax syntax;
  private final Lexer lexer;
  private final Periods periods;

  private Token token;
  private int lastEnd;
  private int depth;

  /** The height of the tree that was read last. */
  private int height;

  Parser(String text, Syntax syntax) {
    this.text = text;
    this.syntax = syntax;
    this.lexer = new Lexer(text, syntax.dialect());
    this.periods = new Periods(this);
  }

  Expr parse() {
    next();
    if (token == Token.END) {
      throw errorHere("no expression found in input");
    }
    Expr expr = expression(WEAKEST);
    if (token != Token.END) {
      throw unexpected("end of input");
    }
    new TypeCheck(text).check(expr);
    return expr;
  }

  Token token() {
    return token;
  }

  int start() {
    return lexer.start();
  }

  int lastEnd() {
    return lastEnd;
  }

  void next() {
    lastEnd = lexer.end();
    token = lexer.next();
  }

  boolean has(Feature feature) {
    return syntax.has(feature);
  }

  private Expr expression(int weakest) {
    enter();
    Expr left = prefix();
    int leftHeight = height;
    while (token.binary() != null && token.binary().precedence() >= weakest) {
      BinaryOp op = token.binary();
      next();
      boolean bool = take(Token.BOOL);
      Matching matching = matching();
      Expr right = expression(op.isRightAssociative() ? op.precedence() : op.precedence() + 1);
      Span span = new Span(left.span().start(), right.span().end());
      left = new Binary(op, left, right, bool, effective(matching, left, right), span);
      leftHeight = grow(Math.max(leftHeight, height));
    }
    height = leftHeight;
    leave();
    return left;
  }

  /** Between scalars nothing is matched: {@code 1 + on () x} says no more than {@code 1 + x}. */
  private static Matching effective(Matching matching, Expr left, Expr right) {
    boolean idle = matching.labels().isEmpty() && !matching.fills();
    return idle
            && matching != Matching.ALL_LABELS
            && (left.type() == ValueType.SCALAR || right.type() == ValueType.SCALAR)
        ? Matching.ALL_LABELS
        : matching;
  }

  private Expr prefix() {
    if (token != Token.ADD && token != Token.SUB) {
      return postfix(primary());
    }
    boolean negative = token == Token.SUB;
    int start = start();
    next();
    Expr operand = expression(BinaryOp.POW.precedence());
    Span span = new Span(start, operand.span().end());
    if (operand instanceof NumberLiteral number) {
      double value = negative ? -number.value() : number.value();
      return new NumberLiteral(value, number.duration(), span);
    }
    height = grow(height);
    return new Unary(negative, operand, span);
  }

  private Expr primary() {
    height = 1;
    switch (token) {
      case NUMBER, DURATION:
        return number();
      case STRING:
        return new StringLiteral(string());
      case VARIABLE:
        return variable();
      case LEFT_PAREN:
        return paren();
      case LEFT_BRACE:
        return selector(Text.NONE, start());
      case IDENTIFIER, METRIC_IDENTIFIER:
        return selectorOrCall(token == Token.IDENTIFIER);
      default:
        if (token.aggregate().isPresent()) {
          return selectorOrAggregation();
        }
        if (token.canNameMetric()) {
          return selectorOrCall(token.canNameFunction());
        }
        throw unexpected("an expression");
    }
  }

  private NumberLiteral number() {
    boolean duration = token == Token.DURATION;
    double value = takeNumber();
    return new NumberLiteral(value, duration, new Span(lastStart, lastEnd));
  }

  private int lastStart;

  /** The value of a number, or the seconds of a duration. */
  double takeNumber() {
    lastStart = start();
    String digits = lexer.tokenText();
    try {
      double value =
          token == Token.DURATION
              ? Numbers.toSeconds(Numbers.parseDuration(digits))
              : Numbers.parseNumber(digits);
      next();
      return value;
    } catch (NumberFormatException e) {
      throw errorHere("bad number \"" + digits + "\": " + e.getMessage());
    }
  }

  private Text string() {
    Text value = text(Quoting.unquote(lexer.tokenText()), true);
    next();
    return value;
  }

  /** A text at the current token, with the variables that stand in it. */
  private Text text(String value, boolean quoted) {
    Span span = new Span(start(), lexer.end());
    return syntax.dialect() == Dialect.GRAFANA
        ? new Text(value, Lexer.variablesIn(value), quoted, span)
        : Text.of(value, span);
  }

  /** The current token as a name; moves on. */
  Text name() {
    Text name =
        token == Token.VARIABLE
            ? text(lexer.tokenText(), false)
            : Text.of(lexer.tokenText(), new Span(start(), lexer.end()));
    next();
    return name;
  }

  private Expr variable() {
    boolean lone = lexer.isLoneVariable();
    Text name = name();
    if (token == Token.LEFT_PAREN) {
      throw new ParseException(
          "a dashboard variable cannot be the name of a function or aggregation",
          text,
          name.span().start(),
          name.span().end());
    }
    boolean selects =
        token == Token.LEFT_BRACE
            || token == Token.LEFT_BRACKET
            || token == Token.OFFSET
            || token == Token.AT;
    boolean number = Character.isDigit(name.value().charAt(0));
    return (lone || number) && !selects
        ? new VariableRef(name)
        : selector(name, name.span().start());
  }

  private Expr paren() {
    int start = start();
    next();
    Expr inner = expression(WEAKEST);
    expect(Token.RIGHT_PAREN, "an operator or \")\"");
    height = grow(height);
    return new Paren(inner, new Span(start, lastEnd));
  }

  private Expr selectorOrCall(boolean canCall) {
    int start = start();
    Text name = name();
    if (token != Token.LEFT_PAREN || !canCall) {
      return selector(name, start);
    }
    Function function = function(name);
    List<Expr> args = arguments();
    return new Call(function, args, new Span(start, lastEnd));
  }

  private Function function(Text name) {
    Span span = name.span();
    Optional<Function> known = Function.named(name.value());
    if (known.isEmpty()) {
      throw new ParseException(
          "unknown function \"" + name.value() + "\"", text, span.start(), span.end());
    }
    if (known.get().experimental() && !has(Feature.EXPERIMENTAL_FUNCTIONS)) {
      throw new ParseException(
          "function \"" + name.value() + "\"" + isBehind(Feature.EXPERIMENTAL_FUNCTIONS),
          text,
          span.start(),
          span.end());
    }
    return known.get();
  }

  static String isBehind(Feature feature) {
    return " is experimental and must be switched on with --enable-feature=" + feature.flag();
  }

  private List<Expr> arguments() {
    next();
    if (take(Token.RIGHT_PAREN)) {
      return List.of();
    }
    List<Expr> args = new ArrayList<>(2);
    int highest = 0;
    do {
      if (token == Token.RIGHT_PAREN) {
        throw errorHere("trailing commas are not allowed between arguments");
      }
      args.add(expression(WEAKEST));
      highest = Math.max(highest, height);
    } while (take(Token.COMMA));
    expect(Token.RIGHT_PAREN, "\",\" or \")\"");
    height = grow(highest);
    return args;
  }

  private Expr selectorOrAggregation() {
    int start = start();
    AggregateOp op = token.aggregate().orElseThrow();
    Text name = name();
    if (token != Token.LEFT_PAREN && token != Token.BY && token != Token.WITHOUT) {
      return selector(name, start);
    }
    boolean modified = token != Token.LEFT_PAREN;
    boolean without = token == Token.WITHOUT;
    List<Text> labels = List.of();
    if (modified) {
      next();
      labels = labels();
      if (token != Token.LEFT_PAREN) {
        throw unexpected("\"(\"");
      }
    }
    List<Expr> args = arguments();
    if (!modified && (token == Token.BY || token == Token.WITHOUT)) {
      without = token == Token.WITHOUT;
      next();
      labels = labels();
    }
    Span span = new Span(start, lastEnd);
    return aggregation(op, without, labels, args, span);
  }

  private Expr aggregation(
      AggregateOp op, boolean without, List<Text> labels, List<Expr> args, Span span) {
    if (op.isExperimental() && !has(Feature.EXPERIMENTAL_FUNCTIONS)) {
      throw new ParseException(
          op.symbol() + "()" + isBehind(Feature.EXPERIMENTAL_FUNCTIONS),
          text,
          span.start(),
          span.end());
    }
    int wanted = op.parameter().isPresent() ? 2 : 1;
    if (args.size() != wanted) {
      throw new ParseException(
          "%s takes %d argument%s, got %d"
              .formatted(op.symbol(), wanted, wanted == 1 ? "" : "s", args.size()),
          text,
          span.start(),
          span.end());
    }
    Optional<Expr> parameter = wanted == 2 ? Optional.of(args.getFirst()) : Optional.empty();
    return new Aggregation(op, without, labels, parameter, args.getLast(), span);
  }

  private Matching matching() {
    boolean on = token == Token.ON;
    List<Text> labels = List.of();
    Matching.Group group = Matching.Group.NONE;
    List<Text> include = List.of();
    boolean matches = on || token == Token.IGNORING;
    if (matches) {
      next();
      labels = labels();
      if (token == Token.GROUP_LEFT || token == Token.GROUP_RIGHT) {
        group = token == Token.GROUP_LEFT ? Matching.Group.LEFT : Matching.Group.RIGHT;
        next();
        include = token == Token.LEFT_PAREN ? labels() : List.of();
      }
    } else if (token == Token.GROUP_LEFT || token == Token.GROUP_RIGHT) {
      throw unexpected("\"on\" or \"ignoring\" before it");
    }
    OptionalDouble left = OptionalDouble.empty();
    OptionalDouble right = OptionalDouble.empty();
    int start = start();
    if (take(Token.FILL)) {
      left = OptionalDouble.of(fillValue());
      right = left;
    } else if (take(Token.FILL_LEFT)) {
      left = OptionalDouble.of(fillValue());
      right = take(Token.FILL_RIGHT) ? OptionalDouble.of(fillValue()) : right;
    } else if (take(Token.FILL_RIGHT)) {
      right = OptionalDouble.of(fillValue());
      left = take(Token.FILL_LEFT) ? OptionalDouble.of(fillValue()) : left;
    }
    boolean fills = left.isPresent() || right.isPresent();
    if (fills && !has(Feature.BINOP_FILL_MODIFIERS)) {
      throw new ParseException(
          "filling in missing series" + isBehind(Feature.BINOP_FILL_MODIFIERS),
          text,
          start,
          lastEnd);
    }
    return matches || fills
        ? new Matching(on, labels, group, include, left, right)
        : Matching.ALL_LABELS;
  }

  private double fillValue() {
    expect(Token.LEFT_PAREN, "\"(\"");
    boolean negative = token == Token.SUB;
    if (negative || token == Token.ADD) {
      next();
    }
    if (token != Token.NUMBER && token != Token.DURATION) {
      throw unexpected("a number");
    }
    double value = takeNumber();
    expect(Token.RIGHT_PAREN, "\")\"");
    return negative ? -value : value;
  }

  private List<Text> labels() {
    expect(Token.LEFT_PAREN, "\"(\" before the labels");
    List<Text> labels = new ArrayList<>(4);
    while (token != Token.RIGHT_PAREN) {
      labels.add(label());
      if (token != Token.RIGHT_PAREN) {
        expect(Token.COMMA, "\",\" or \")\"");
      }
    }
    next();
    return labels;
  }

  private Text label() {
    if (token == Token.STRING) {
      int start = start();
      Text label = string();
      if (label.isEmpty() || Quoting.hasInvalidBytes(label.value())) {
        throw new ParseException("this is no valid label name", text, start, lastEnd);
      }
      return label;
    }
    boolean isName =
        token == Token.IDENTIFIER
            || token == Token.METRIC_IDENTIFIER
            || token == Token.VARIABLE
            || token.canNameLabel();
    if (!isName) {
      throw unexpected("a label");
    }
    return name();
  }

  private VectorSelector selector(Text name, int start) {
    height = 1;
    List<Matcher> matchers = token == Token.LEFT_BRACE ? matchers() : List.of();
    return new VectorSelector(name, matchers, Modifiers.NONE, new Span(start, lastEnd));
  }

  private List<Matcher> matchers() {
    next();
    List<Matcher> matchers = new ArrayList<>(4);
    while (token != Token.RIGHT_BRACE) {
      matchers.add(matcher());
      if (token != Token.RIGHT_BRACE) {
        expect(Token.COMMA, "\",\" or \"}\"");
      }
    }
    next();
    return matchers;
  }

  private Matcher matcher() {
    int start = start();
    boolean quoted = token == Token.STRING;
    if (!quoted && token != Token.IDENTIFIER && token != Token.VARIABLE) {
      throw unexpected("a label name or \"}\"");
    }
    Text label = quoted ? string() : name();
    Matcher.Op op =
        switch (token) {
          case EQUAL -> Matcher.Op.EQUAL;
          case NE -> Matcher.Op.NOT_EQUAL;
          case REGEX -> Matcher.Op.REGEX;
          case NOT_REGEX -> Matcher.Op.NOT_REGEX;
          default -> null;
        };
    if (op == null) {
      if (quoted) {
        return new Matcher(METRIC_NAME, Matcher.Op.EQUAL, label, new Span(start, lastEnd));
      }
      throw unexpected("one of = != =~ !~");
    }
    next();
    if (token != Token.STRING) {
      throw unexpected("a string");
    }
    Text value = string();
    if (op.isRegex()) {
      Optional<String> problem = Regexes.problemOf(value);
      if (problem.isPresent()) {
        Span span = value.span();
        throw new ParseException(
            "bad regular expression: " + problem.get(), text, span.start(), span.end());
      }
    }
    return new Matcher(label, op, value, new Span(start, lastEnd));
  }

  private static final Text METRIC_NAME = Text.of("__name__");

  private Expr postfix(Expr expr) {
    Expr result = expr;
    while (true) {
      switch (token) {
        case LEFT_BRACKET -> result = range(result);
        case OFFSET -> result = offset(result);
        case AT -> result = at(result);
        case ANCHORED -> result = extended(result, Extension.ANCHORED);
        case SMOOTHED -> result = extended(result, Extension.SMOOTHED);
        default -> {
          return result;
        }
      }
    }
  }

  private Expr range(Expr expr) {
    int bracket = start();
    next();
    Period range = periods.positive();
    if (take(Token.COLON)) {
      Period step = token == Token.RIGHT_BRACKET ? Period.ZERO : periods.positive();
      expect(Token.RIGHT_BRACKET, "\"]\"");
      height = grow(height);
      return new Subquery(
          expr, range, step, Modifiers.NONE, new Span(expr.span().start(), lastEnd));
    }
    expect(Token.RIGHT_BRACKET, "\":\" or \"]\"");
    if (!(expr instanceof VectorSelector vector)) {
      throw new ParseException(
          "only a selector can have a range; a subquery is written [1h:1m]",
          text,
          bracket,
          lastEnd);
    }
    if (vector.modifiers().hasOffset() || vector.modifiers().hasAt()) {
      throw new ParseException(
          "\"offset\" and \"@\" stand after the range", text, bracket, lastEnd);
    }
    height = grow(height);
    return new RangeSelector(vector, range, new Span(expr.span().start(), lastEnd));
  }

  private Expr offset(Expr expr) {
    next();
    Period offset = periods.offset();
    Modifiers modifiers = modifiersOf(expr, "\"offset\"");
    if (modifiers.hasOffset()) {
      throw errorAt(expr, "\"offset\" may not be set twice");
    }
    return modified(expr, modifiers.offset(offset));
  }

  private Expr at(Expr expr) {
    next();
    At moment = moment();
    Modifiers modifiers = modifiersOf(expr, "\"@\"");
    if (modifiers.hasAt()) {
      throw errorAt(expr, "\"@\" may not be set twice");
    }
    return modified(expr, modifiers.at(moment));
  }

  private At moment() {
    if (token == Token.VARIABLE) {
      return new At.Chosen(name());
    }
    if (token == Token.START || token == Token.END_OF_RANGE) {
      At edge = token == Token.START ? new At.Start() : new At.End();
      next();
      expect(Token.LEFT_PAREN, "\"()\"");
      expect(Token.RIGHT_PAREN, "\")\"");
      return edge;
    }
    boolean negative = token == Token.SUB;
    int start = start();
    if (negative || token == Token.ADD) {
      next();
    }
    if (token != Token.NUMBER && token != Token.DURATION) {
      throw unexpected("a timestamp, start() or end()");
    }
    double seconds = takeNumber();
    if (!(seconds < 0x1p63)) {
      throw new ParseException("timestamp out of range", text, start, lastEnd);
    }
    return new At.Time(Numbers.toMillis(negative ? -seconds : seconds));
  }

  private Expr extended(Expr expr, Extension extension) {
    next();
    String name = extension.suffix().strip();
    if (!has(Feature.EXTENDED_RANGE_SELECTORS)) {
      throw errorAt(expr, name + isBehind(Feature.EXTENDED_RANGE_SELECTORS));
    }
    if (!(expr instanceof VectorSelector) && !(expr instanceof RangeSelector)) {
      throw errorAt(expr, name + " can only follow a selector");
    }
    Modifiers modifiers = modifiersOf(expr, name);
    if (modifiers.extension() != Extension.NONE && modifiers.extension() != extension) {
      throw errorAt(expr, "anchored and smoothed cannot be used together");
    }
    return modified(expr, modifiers.extended(extension));
  }

  private Modifiers modifiersOf(Expr expr, String what) {
    return switch (expr) {
      case VectorSelector vector -> vector.modifiers();
      case RangeSelector range -> range.vector().modifiers();
      case Subquery subquery -> subquery.modifiers();
      default -> throw errorAt(expr, what + " can only follow a selector or a subquery");
    };
  }

  private Expr modified(Expr expr, Modifiers modifiers) {
    Span span = new Span(expr.span().start(), lastEnd);
    return switch (expr) {
      case VectorSelector v -> new VectorSelector(v.name(), v.matchers(), modifiers, span);
      case RangeSelector r ->
          new RangeSelector(
              new VectorSelector(
                  r.vector().name(), r.vector().matchers(), modifiers, r.vector().span()),
              r.range(),
              span);
      case Subquery s -> new Subquery(s.expr(), s.range(), s.step(), modifiers, span);
      default -> throw new IllegalStateException("no modifiers on " + expr);
    };
  }

  boolean take(Token wanted) {
    if (token != wanted) {
      return false;
    }
    next();
    return true;
  }

  void expect(Token wanted, String description) {
    if (token != wanted) {
      throw unexpected(description);
    }
    next();
  }

  ParseException unexpected(String expected) {
    String found =
        switch (token) {
          case END -> "end of input";
          case IDENTIFIER, METRIC_IDENTIFIER, NUMBER, DURATION, VARIABLE ->
              token.description() + " \"" + lexer.tokenText() + "\"";
          default -> token.description();
        };
    return errorHere("unexpected " + found + ", expected " + expected);
  }

  ParseException errorHere(String message) {
    return new ParseException(message, text, start(), lexer.end());
  }

  ParseException errorAt(int start, String message) {
    return new ParseException(message, text, start, lastEnd);
  }

  private ParseException errorAt(Expr expr, String message) {
    return new ParseException(message, text, expr.span().start(), expr.span().end());
  }

  private int grow(int childHeight) {
    if (childHeight >= MAX_DEPTH) {
      throw tooDeep();
    }
    return childHeight + 1;
  }

  void enter() {
    depth++;
    if (depth > MAX_DEPTH) {
      throw tooDeep();
    }
  }

  void leave() {
    depth--;
  }

  private ParseException tooDeep() {
    return errorHere("the expression nests more than " + MAX_DEPTH + " levels deep");
  }
}
