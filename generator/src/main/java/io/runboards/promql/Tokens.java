package io.runboards.promql;

import io.runboards.promql.Syntax.Dialect;

/** The tokens of a query, one at a time, and what all readers of tokens share. */
final class Tokens {
  /** Deeper trees are refused. */
  static final int MAX_DEPTH = 2000;

  private final String text;
  private final Syntax syntax;
  private final Lexer lexer;
  private final Levels levels;

  private Token token;
  private int lastStart;
  private int lastEnd;

  /** Stops at the first token. */
  Tokens(String text, Syntax syntax, Levels levels) {
    this.text = text;
    this.syntax = syntax;
    this.lexer = new Lexer(text, syntax.dialect());
    this.levels = levels;
    next();
  }

  /** What was read from {@code start} on. */
  Span spanFrom(int start) {
    return new Span(start, lastEnd);
  }

  /** What the last number stands on. */
  Span lastNumber() {
    return new Span(lastStart, lastEnd);
  }

  boolean isNumber() {
    return token == Token.NUMBER || token == Token.DURATION;
  }

  /** Whether the token is a variable and nothing else. */
  boolean isLoneVariable() {
    return lexer.isLoneVariable();
  }

  Token token() {
    return token;
  }

  /** Where the current token begins. */
  int start() {
    return lexer.start();
  }

  /** Where the token before the current one ends. */
  int lastEnd() {
    return lastEnd;
  }

  void next() {
    lastEnd = lexer.end();
    token = lexer.next();
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

  /** The current token as a string; moves on. */
  Text string() {
    String literal = lexer.tokenText();
    return text(Quoting.unquote(literal), literal);
  }

  /** The current token as a name; moves on. */
  Text name() {
    String name = lexer.tokenText();
    return text(name, name);
  }

  private Text text(String value, String literal) {
    Span span = new Span(start(), lexer.end());
    next();
    return syntax.dialect() == Dialect.GRAFANA
        ? Text.of(value, literal, span)
        : Text.of(value, span);
  }

  boolean has(Feature feature) {
    return syntax.has(feature);
  }

  static String isBehind(Feature feature) {
    return " is experimental and must be switched on with --enable-feature=" + feature.flag();
  }

  void enter() {
    if (levels.down() > MAX_DEPTH) {
      throw tooDeep();
    }
  }

  void leave() {
    levels.up();
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

  ParseException errorAt(Span span, String message) {
    return new ParseException(message, text, span.start(), span.end());
  }

  ParseException deprecatedFunction(Span span, String message) {
    return ParseException.deprecatedFunction(message, text, span);
  }

  ParseException tooDeep() {
    return errorHere("the expression nests more than " + MAX_DEPTH + " levels deep");
  }
}
