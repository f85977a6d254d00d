package io.runboards.promql;

/** Finds the end of a string literal, and what is wrong inside of it. */
final class StringScanner {
  private static final int EOF = -1;

  private final String text;
  private final int start;
  private int pos;

  /** The literal begins with its quote at {@code start}. */
  StringScanner(String text, int start) {
    this.text = text;
    this.start = start;
    this.pos = start + 1;
  }

  /** Where the literal ends, its quote included. */
  int end() {
    int quote = text.charAt(start);
    while (true) {
      int c = read();
      if (c == quote) {
        return pos;
      }
      if (c == EOF || c == '\n' && quote != '`') {
        throw unterminated();
      }
      if (c == '\\' && quote != '`') {
        escape(quote);
      } else if (c == 0xFFFD || Character.isSurrogate((char) c)) {
        pair(c);
      }
    }
  }

  private void pair(int c) {
    boolean paired = pos < text.length() && Character.isSurrogatePair((char) c, text.charAt(pos));
    if (!paired) {
      throw error(pos - 1, "invalid UTF-8 in string");
    }
    pos++;
  }

  private void escape(int quote) {
    int from = pos - 1;
    int c = read();
    switch (c) {
      case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\' -> {}
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        pos--;
        number(from, 3, 8, 255);
      }
      case 'x' -> number(from, 2, 16, 255);
      case 'u' -> number(from, 4, 16, Character.MAX_CODE_POINT);
      case 'U' -> number(from, 8, 16, Character.MAX_CODE_POINT);
      case EOF -> throw unterminated();
      default -> {
        if (c != quote) {
          throw error(from, "unknown escape sequence: a backslash before " + describe(c));
        }
      }
    }
  }

  private void number(int from, int digits, int radix, int max) {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int c = read();
      if (c == EOF) {
        throw unterminated();
      }
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        throw error(from, "illegal character " + describe(c) + " in escape sequence");
      }
      value = value * radix + digit;
    }
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    if (value > max || surrogate) {
      throw error(from, "escape sequence is no valid Unicode code point");
    }
  }

  private int read() {
    return pos < text.length() ? text.charAt(pos++) : EOF;
  }

  private String describe(int c) {
    return Lexer.describe(text, pos, c);
  }

  private ParseException unterminated() {
    return error(start, "unterminated string");
  }

  private ParseException error(int from, String message) {
    return new ParseException(message, text, from, pos);
  }
}
