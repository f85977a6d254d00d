package io.runboards.promql;

import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Modifiers.At;
import io.runboards.promql.Modifiers.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads selectors, and what follows them and subqueries: ranges, offsets and moments. */
final class Selectors {
  private static final Text METRIC_NAME = Text.of("__name__");

  private final Tokens tokens;
  private final Periods periods;

  Selectors(Tokens tokens) {
    this.tokens = tokens;
    this.periods = new Periods(tokens);
  }

  VectorSelector selector(Text name, int start) {
    List<Matcher> matchers = tokens.token() == Token.LEFT_BRACE ? matchers() : List.of();
    return new VectorSelector(name, matchers, Modifiers.NONE, tokens.spanFrom(start));
  }

  private List<Matcher> matchers() {
    tokens.next();
    List<Matcher> matchers = new ArrayList<>(4);
    while (tokens.token() != Token.RIGHT_BRACE) {
      matchers.add(matcher());
      if (tokens.token() != Token.RIGHT_BRACE) {
        tokens.expect(Token.COMMA, "\",\" or \"}\"");
      }
    }
    tokens.next();
    return matchers;
  }

  private Matcher matcher() {
    int start = tokens.start();
    boolean quoted = tokens.token() == Token.STRING;
    if (!quoted && tokens.token() != Token.IDENTIFIER && tokens.token() != Token.VARIABLE) {
      throw tokens.unexpected("a label name or \"}\"");
    }
    Text label = quoted ? tokens.string() : tokens.name();
    Matcher.Op op =
        switch (tokens.token()) {
          case EQUAL -> Matcher.Op.EQUAL;
          case NE -> Matcher.Op.NOT_EQUAL;
          case REGEX -> Matcher.Op.REGEX;
          case NOT_REGEX -> Matcher.Op.NOT_REGEX;
          default -> null;
        };
    if (op == null) {
      if (quoted) {
        return new Matcher(METRIC_NAME, Matcher.Op.EQUAL, label, tokens.spanFrom(start));
      }
      throw tokens.unexpected("one of = != =~ !~");
    }
    tokens.next();
    if (tokens.token() != Token.STRING && tokens.token() != Token.VARIABLE) {
      throw tokens.unexpected("a string");
    }
    // Grafana can put in a string with its quotes: ${node:doublequote}.
    Text value = tokens.token() == Token.STRING ? tokens.string() : tokens.name();
    if (op.isRegex()) {
      Optional<String> problem = Regexes.problemOf(value);
      if (problem.isPresent()) {
        throw tokens.errorAt(value.span(), "bad regular expression: " + problem.get());
      }
    }
    return new Matcher(label, op, value, tokens.spanFrom(start));
  }

  Expr range(Expr expr) {
    int bracket = tokens.start();
    tokens.next();
    Period range = periods.positive();
    if (tokens.take(Token.COLON)) {
      Period step = tokens.token() == Token.RIGHT_BRACKET ? Period.ZERO : periods.positive();
      tokens.expect(Token.RIGHT_BRACKET, "\"]\"");
      return new Subquery(expr, range, step, Modifiers.NONE, tokens.spanFrom(expr.span().start()));
    }
    tokens.expect(Token.RIGHT_BRACKET, "\":\" or \"]\"");
    if (!(expr instanceof VectorSelector vector)) {
      throw tokens.errorAt(
          bracket, "only a selector can have a range; a subquery is written [1h:1m]");
    }
    if (vector.modifiers().hasOffset() || vector.modifiers().hasAt()) {
      throw tokens.errorAt(bracket, "\"offset\" and \"@\" stand after the range");
    }
    return new RangeSelector(vector, range, tokens.spanFrom(expr.span().start()));
  }

  Expr offset(Expr expr) {
    tokens.next();
    Period offset = periods.offset();
    Modifiers modifiers = modifiersOf(expr, "\"offset\"");
    if (modifiers.hasOffset()) {
      throw tokens.errorAt(expr.span(), "\"offset\" may not be set twice");
    }
    return modified(expr, modifiers.offset(offset));
  }

  Expr at(Expr expr) {
    tokens.next();
    At moment = moment();
    Modifiers modifiers = modifiersOf(expr, "\"@\"");
    if (modifiers.hasAt()) {
      throw tokens.errorAt(expr.span(), "\"@\" may not be set twice");
    }
    return modified(expr, modifiers.at(moment));
  }

  private At moment() {
    if (tokens.token() == Token.VARIABLE) {
      return new At.Chosen(tokens.name());
    }
    if (tokens.token() == Token.START || tokens.token() == Token.END_OF_RANGE) {
      At edge = tokens.token() == Token.START ? new At.Start() : new At.End();
      tokens.next();
      tokens.expect(Token.LEFT_PAREN, "\"()\"");
      tokens.expect(Token.RIGHT_PAREN, "\")\"");
      return edge;
    }
    boolean negative = tokens.token() == Token.SUB;
    int start = tokens.start();
    if (negative || tokens.token() == Token.ADD) {
      tokens.next();
    }
    if (tokens.token() != Token.NUMBER && tokens.token() != Token.DURATION) {
      throw tokens.unexpected("a timestamp, start() or end()");
    }
    double seconds = tokens.takeNumber();
    if (!(seconds < 0x1p63)) {
      throw tokens.errorAt(start, "timestamp out of range");
    }
    return new At.Time(Numbers.toMillis(negative ? -seconds : seconds));
  }

  Expr extended(Expr expr, Extension extension) {
    tokens.next();
    String name = extension.suffix().strip();
    if (!tokens.has(Feature.EXTENDED_RANGE_SELECTORS)) {
      throw tokens.errorAt(expr.span(), name + Tokens.isBehind(Feature.EXTENDED_RANGE_SELECTORS));
    }
    if (!(expr instanceof VectorSelector) && !(expr instanceof RangeSelector)) {
      throw tokens.errorAt(expr.span(), name + " can only follow a selector");
    }
    Modifiers modifiers = modifiersOf(expr, name);
    if (modifiers.extension() != Extension.NONE && modifiers.extension() != extension) {
      throw tokens.errorAt(expr.span(), "anchored and smoothed cannot be used together");
    }
    return modified(expr, modifiers.extended(extension));
  }

  private Modifiers modifiersOf(Expr expr, String what) {
    return switch (expr) {
      case VectorSelector vector -> vector.modifiers();
      case RangeSelector range -> range.vector().modifiers();
      case Subquery subquery -> subquery.modifiers();
      default ->
          throw tokens.errorAt(expr.span(), what + " can only follow a selector or a subquery");
    };
  }

  private Expr modified(Expr expr, Modifiers modifiers) {
    Span span = tokens.spanFrom(expr.span().start());
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
}
