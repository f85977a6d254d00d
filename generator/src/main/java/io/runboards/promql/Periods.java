package io.runboards.promql;

/** Reads the lengths of time in brackets and after {@code offset}. */
final class Periods {
  private final Tokens tokens;

  Periods(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The content of brackets: a calculation, or one length greater than 0. */
  Period positive() {
    int start = tokens.start();
    Period period = calculation(BinaryOp.ADD.precedence());
    if (period instanceof Period.Number number) {
      if (number.seconds() <= 0) {
        throw tokens.errorAt(start, "a range or step must be greater than 0");
      }
      return fixed(number);
    }
    return period;
  }

  /**
   * What follows {@code offset}. It ends after one length, so that {@code x offset 5m + y} adds y
   * to the selector; only parentheses or two signs begin a calculation.
   */
  Period offset() {
    boolean signed = tokens.token() == Token.ADD || tokens.token() == Token.SUB;
    if (!signed) {
      if (tokens.token() == Token.LEFT_PAREN) {
        return calculation(BinaryOp.ADD.precedence());
      }
      Period period = primary("a duration after \"offset\"");
      return period instanceof Period.Number number ? fixed(number) : period;
    }
    boolean negative = tokens.token() == Token.SUB;
    int start = tokens.start();
    tokens.next();
    if (tokens.token() == Token.ADD || tokens.token() == Token.SUB) {
      Period rest = afterSign(negative, start, power());
      Period period = rest(rest, BinaryOp.ADD.precedence());
      return period instanceof Period.Number number ? fixed(number) : period;
    }
    Period period =
        tokens.token() == Token.LEFT_PAREN ? paren(false) : primary("a duration after \"offset\"");
    period = afterSign(negative, start, period);
    return period instanceof Period.Number number ? fixed(number) : period;
  }

  private static Period.Fixed fixed(Period.Number number) {
    return new Period.Fixed(Numbers.toNanos(number.seconds()), number.span());
  }

  private Period calculation(int weakest) {
    tokens.enter();
    Period result = rest(prefix(), weakest);
    tokens.leave();
    return result;
  }

  private Period power() {
    return calculation(BinaryOp.POW.precedence());
  }

  private Period rest(Period first, int weakest) {
    Period left = first;
    int height = 0;
    while (isArithmetic(tokens.token()) && tokens.token().binary().precedence() >= weakest) {
      tokens.enter();
      height++;
      BinaryOp op = tokens.token().binary();
      requireSwitch(left.span().start());
      tokens.next();
      Period right = calculation(op.isRightAssociative() ? op.precedence() : op.precedence() + 1);
      boolean divides = op == BinaryOp.DIV || op == BinaryOp.MOD;
      if (divides && right instanceof Period.Number number && number.seconds() == 0) {
        throw tokens.errorAt(right.span().start(), "division by zero");
      }
      left = new Period.Binary(op, left, right, new Span(left.span().start(), right.span().end()));
    }
    for (; height > 0; height--) {
      tokens.leave();
    }
    return left;
  }

  private static boolean isArithmetic(Token token) {
    return switch (token) {
      case ADD, SUB, MUL, DIV, MOD, POW -> true;
      default -> false;
    };
  }

  private Period prefix() {
    if (tokens.token() == Token.ADD || tokens.token() == Token.SUB) {
      boolean negative = tokens.token() == Token.SUB;
      int start = tokens.start();
      tokens.next();
      return afterSign(negative, start, power());
    }
    return primary("a number, a duration, step() or range()");
  }

  private Period afterSign(boolean negative, int start, Period period) {
    Span span = new Span(start, period.span().end());
    if (period instanceof Period.Number number) {
      double seconds = negative ? -number.seconds() : number.seconds();
      return new Period.Number(seconds, number.unit(), span);
    }
    return negative ? new Period.Negated(period, span) : period;
  }

  private Period primary(String expected) {
    int start = tokens.start();
    switch (tokens.token()) {
      case NUMBER, DURATION:
        boolean unit = tokens.token() == Token.DURATION;
        double seconds = tokens.takeNumber();
        if (Numbers.isTooLong(seconds)) {
          throw tokens.errorAt(start, "duration out of range");
        }
        return new Period.Number(seconds, unit, new Span(start, tokens.lastEnd()));
      case VARIABLE:
        return new Period.Chosen(tokens.name());
      case LEFT_PAREN:
        return paren(true);
      case STEP, RANGE:
        boolean step = tokens.token() == Token.STEP;
        tokens.next();
        tokens.expect(Token.LEFT_PAREN, "\"()\"");
        tokens.expect(Token.RIGHT_PAREN, "\")\"");
        requireSwitch(start);
        Span span = new Span(start, tokens.lastEnd());
        return step ? new Period.Step(span) : new Period.Range(span);
      case MAX_OF, MIN_OF:
        return extremum();
      default:
        throw tokens.unexpected(expected);
    }
  }

  private Period extremum() {
    int start = tokens.start();
    boolean max = tokens.token() == Token.MAX_OF;
    tokens.next();
    tokens.expect(Token.LEFT_PAREN, "\"(\"");
    Period left = calculation(BinaryOp.ADD.precedence());
    tokens.expect(Token.COMMA, "\",\"");
    Period right = calculation(BinaryOp.ADD.precedence());
    tokens.expect(Token.RIGHT_PAREN, "\")\"");
    requireSwitch(start);
    Span span = new Span(start, tokens.lastEnd());
    return max ? new Period.MaxOf(left, right, span) : new Period.MinOf(left, right, span);
  }

  private Period paren(boolean experimental) {
    int start = tokens.start();
    tokens.next();
    Period inner = calculation(BinaryOp.ADD.precedence());
    tokens.expect(Token.RIGHT_PAREN, "an operator or \")\"");
    if (experimental) {
      requireSwitch(start);
    }
    return new Period.Paren(inner, new Span(start, tokens.lastEnd()));
  }

  private void requireSwitch(int start) {
    if (!tokens.has(Feature.DURATION_EXPRESSIONS)) {
      throw tokens.errorAt(
          start, "calculating with durations" + Tokens.isBehind(Feature.DURATION_EXPRESSIONS));
    }
  }
}
