package io.runboards.promql;

/** Finds the end of a number such as {@code 1e3} or {@code 0x1F}, or of a duration. */
final class NumberScanner {
  private static final int EOF = -1;
  private static final String DECIMAL = "0123456789";
  private static final String HEXADECIMAL = "0123456789abcdefABCDEF";

  private final String text;
  private int pos;

  NumberScanner(String text, int start) {
    this.text = text;
    this.pos = start;
  }

  /** The kind of token that stands here, or null; {@link #end()} tells how far was read. */
  Token token() {
    return scanNumber() ? Token.NUMBER : scanDurationUnits() ? Token.DURATION : null;
  }

  int end() {
    return pos;
  }

  /**
   * Whether a number stands here; if not, the position stays where the number went wrong, and a
   * duration may go on from there. What is accepted may still be no number: {@link Numbers}
   * decides.
   */
  private boolean scanNumber() {
    boolean hexadecimal = accept('0') && (accept('x') || accept('X'));
    if (hexadecimal) {
      accept('_');
    }
    String digits = hexadecimal ? HEXADECIMAL : DECIMAL;
    accept('.');
    acceptOne(digits);
    boolean dot = false;
    boolean exponent = false;
    while (true) {
      int c = peek();
      if (c == '.') {
        pos++;
        if (dot || peek() == '_' || peek() == '.' || hexadecimal) {
          return false;
        }
        dot = true;
      } else if (c == 'e' || c == 'E') {
        pos++;
        if (exponent) {
          return false;
        }
        exponent = true;
        acceptOne("+-");
        if (!mayFollowExponent()) {
          return false;
        }
      } else if (c == '_') {
        pos++;
        if (!mayFollowExponent()) {
          return false;
        }
      } else if (acceptOne(digits)) {
        while (acceptOne(digits)) {
          // A run of hexadecimal digits may contain an e that is no exponent.
        }
      } else {
        return !Lexer.isAlphaNumeric(c);
      }
    }
  }

  private boolean mayFollowExponent() {
    int c = peek();
    return c != EOF && "._eE".indexOf(c) < 0;
  }

  private boolean scanDurationUnits() {
    if (!acceptOne("smhdwy")) {
      return false;
    }
    accept('s');
    while (acceptOne(DECIMAL)) {
      while (acceptOne(DECIMAL)) {
        // All digits belong to the number before the next unit.
      }
      if (!acceptOne("smhdw")) {
        return false;
      }
      accept('s');
    }
    return !Lexer.isAlphaNumeric(peek());
  }

  private int peek() {
    return pos < text.length() ? text.charAt(pos) : EOF;
  }

  private boolean accept(char wanted) {
    boolean found = pos < text.length() && text.charAt(pos) == wanted;
    if (found) {
      pos++;
    }
    return found;
  }

  private boolean acceptOne(String wanted) {
    boolean found = pos < text.length() && wanted.indexOf(text.charAt(pos)) >= 0;
    if (found) {
      pos++;
    }
    return found;
  }
}
