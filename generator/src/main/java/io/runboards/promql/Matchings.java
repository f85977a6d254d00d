package io.runboards.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reads what says how series are paired, and the lists of labels in brackets. */
final class Matchings {
  private final Tokens tokens;

  Matchings(Tokens tokens) {
    this.tokens = tokens;
  }

  /** What follows an operator before its right side. */
  Matching matching() {
    boolean on = tokens.token() == Token.ON;
    List<Text> labels = List.of();
    Matching.Group group = Matching.Group.NONE;
    List<Text> include = List.of();
    boolean matches = on || tokens.token() == Token.IGNORING;
    if (matches) {
      tokens.next();
      labels = labels();
      if (tokens.token() == Token.GROUP_LEFT || tokens.token() == Token.GROUP_RIGHT) {
        group = tokens.token() == Token.GROUP_LEFT ? Matching.Group.LEFT : Matching.Group.RIGHT;
        tokens.next();
        include = tokens.token() == Token.LEFT_PAREN ? labels() : List.of();
      }
    } else if (tokens.token() == Token.GROUP_LEFT || tokens.token() == Token.GROUP_RIGHT) {
      throw tokens.unexpected("\"on\" or \"ignoring\" before it");
    }
    OptionalDouble left = OptionalDouble.empty();
    OptionalDouble right = OptionalDouble.empty();
    int start = tokens.start();
    if (tokens.take(Token.FILL)) {
      left = OptionalDouble.of(fillValue());
      right = left;
    } else if (tokens.take(Token.FILL_LEFT)) {
      left = OptionalDouble.of(fillValue());
      right = tokens.take(Token.FILL_RIGHT) ? OptionalDouble.of(fillValue()) : right;
    } else if (tokens.take(Token.FILL_RIGHT)) {
      right = OptionalDouble.of(fillValue());
      left = tokens.take(Token.FILL_LEFT) ? OptionalDouble.of(fillValue()) : left;
    }
    boolean fills = left.isPresent() || right.isPresent();
    if (fills && !tokens.has(Feature.BINOP_FILL_MODIFIERS)) {
      throw tokens.errorAt(
          start, "filling in missing series" + Tokens.isBehind(Feature.BINOP_FILL_MODIFIERS));
    }
    return matches || fills
        ? new Matching(on, labels, group, include, left, right)
        : Matching.ALL_LABELS;
  }

  private double fillValue() {
    tokens.expect(Token.LEFT_PAREN, "\"(\"");
    boolean negative = tokens.token() == Token.SUB;
    if (negative || tokens.token() == Token.ADD) {
      tokens.next();
    }
    if (tokens.token() != Token.NUMBER && tokens.token() != Token.DURATION) {
      throw tokens.unexpected("a number");
    }
    double value = tokens.takeNumber();
    tokens.expect(Token.RIGHT_PAREN, "\")\"");
    return negative ? -value : value;
  }

  /** {@code (a, b)} */
  List<Text> labels() {
    tokens.expect(Token.LEFT_PAREN, "\"(\" before the labels");
    List<Text> labels = new ArrayList<>(4);
    while (tokens.token() != Token.RIGHT_PAREN) {
      labels.add(label());
      if (tokens.token() != Token.RIGHT_PAREN) {
        tokens.expect(Token.COMMA, "\",\" or \")\"");
      }
    }
    tokens.next();
    return labels;
  }

  private Text label() {
    if (tokens.token() == Token.STRING) {
      int start = tokens.start();
      Text label = tokens.string();
      if (label.isEmpty() || Quoting.hasInvalidBytes(label.value())) {
        throw tokens.errorAt(start, "this is no valid label name");
      }
      return label;
    }
    boolean isName =
        tokens.token() == Token.IDENTIFIER
            || tokens.token() == Token.METRIC_IDENTIFIER
            || tokens.token() == Token.VARIABLE
            || tokens.token().canNameLabel();
    if (!isName) {
      throw tokens.unexpected("a label");
    }
    return tokens.name();
  }
}
