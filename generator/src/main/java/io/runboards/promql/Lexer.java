package io.runboards.promql;

import io.runboards.promql.Syntax.Dialect;
import java.util.Arrays;

/**
 * Cuts a query into tokens, with the same rules about context as Prometheus has: keywords are names
 * inside braces, and within brackets only durations are read.
 *
 * <p>{@link #next()} moves on; the other methods tell about the token it stopped at.
 */
final class Lexer {
  private static final int EOF = -1;

  private final String text;
  private final boolean grafana;

  private int pos;
  private int start;
  private Token kind = Token.END;

  private int[] openParens = new int[8];
  private int parenDepth;
  private int openBrace;
  private boolean inBraces;
  private int openBracket;
  private boolean inBrackets;
  private boolean beforeFirstDuration;
  private boolean sawColon;
  private boolean sawDuration;

  Lexer(String text, Dialect dialect) {
    this.text = text;
    this.grafana = dialect == Dialect.GRAFANA;
  }

  Token kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int end() {
    return pos;
  }

  String tokenText() {
    return text.substring(start, pos);
  }

  /** Whether the token is a variable and nothing else: it may be a whole expression. */
  boolean isLoneVariable() {
    return kind == Token.VARIABLE && variableEnd(start) == pos;
  }

  Token next() {
    kind = inBraces ? insideBraces() : beforeFirstDuration ? duration() : statement();
    return kind;
  }

  private Token statement() {
    skipSpacesAndComments();
    start = pos;
    int c = read();
    if (isAlpha(c) || c == ':') {
      return inBrackets ? wordInBrackets(c) : word();
    }
    if (isDigit(c) || c == '.' && isDigit(peek())) {
      return numberOrDuration();
    }
    switch (c) {
      case '(':
        return leftParen();
      case ')':
        return rightParen();
      case ',':
        return Token.COMMA;
      case '{':
        openBrace = start;
        inBraces = true;
        return Token.LEFT_BRACE;
      case '[':
        return leftBracket();
      case ']':
        return rightBracket();
      case '"', '\'', '`':
        return string();
      case '=':
        if (peek() == '~') {
          throw error("\"=~\" compares labels and belongs inside braces");
        }
        return accept('=') ? Token.EQ : Token.EQUAL;
      case '!':
        if (accept('=')) {
          return Token.NE;
        }
        throw error("unexpected character " + describe(peek()) + " after '!', expected '='");
      case '<':
        return accept('=') ? Token.LE : accept('/') ? Token.TRIM_UPPER : Token.LT;
      case '>':
        return accept('=') ? Token.GE : accept('/') ? Token.TRIM_LOWER : Token.GT;
      case '@':
        return Token.AT;
      case EOF:
        return endOfInput();
      default:
        return operatorOr(c);
    }
  }

  /** What may stand outside of brackets as well as in them: arithmetic and variables. */
  private Token operatorOr(int c) {
    switch (c) {
      case '+':
        return Token.ADD;
      case '-':
        return Token.SUB;
      case '*':
        return Token.MUL;
      case '/':
        return Token.DIV;
      case '%':
        return Token.MOD;
      case '^':
        return Token.POW;
      default:
        if (grafana && variableEnd(start) > start) {
          pos = start;
          return variableWord();
        }
        throw error("unexpected character " + describe(c));
    }
  }

  private Token endOfInput() {
    if (parenDepth != 0) {
      throw unclosed("parenthesis", openParens[parenDepth - 1]);
    }
    if (inBrackets) {
      throw unclosed("bracket", openBracket);
    }
    return Token.END;
  }

  private Token leftParen() {
    if (parenDepth == openParens.length) {
      openParens = Arrays.copyOf(openParens, parenDepth * 2);
    }
    openParens[parenDepth++] = start;
    return Token.LEFT_PAREN;
  }

  private Token rightParen() {
    parenDepth--;
    if (parenDepth < 0) {
      throw error("unexpected right parenthesis: none is open");
    }
    return Token.RIGHT_PAREN;
  }

  private Token leftBracket() {
    if (grafana && variableEnd(start) > start) {
      pos = start;
      return variableWord();
    }
    if (inBrackets) {
      throw error("unexpected left bracket inside brackets");
    }
    sawColon = false;
    openBracket = start;
    inBrackets = true;
    beforeFirstDuration = true;
    return Token.LEFT_BRACKET;
  }

  private Token rightBracket() {
    if (!inBrackets) {
      throw error("unexpected right bracket: none is open");
    }
    inBrackets = false;
    beforeFirstDuration = false;
    return Token.RIGHT_BRACKET;
  }

  /** Between a left bracket and its first number; after that the usual rules hold again. */
  private Token duration() {
    while (isSpace(peek())) {
      pos++;
    }
    start = pos;
    int c = read();
    if (isDigit(c) || c == '.' && isDigit(peek())) {
      sawDuration = true;
      beforeFirstDuration = false;
      return numberOrDuration();
    }
    if (isAlpha(c)) {
      return durationKeyword();
    }
    switch (c) {
      case '(':
        return leftParen();
      case ')':
        return rightParen();
      case ']':
        sawColon = false;
        return rightBracket();
      case ',':
        return Token.COMMA;
      case ':':
        if (!sawDuration) {
          throw error("unexpected colon, expected a duration before it");
        }
        return colon();
      case EOF:
        throw unclosed("bracket", openBracket);
      default:
        if (grafana && variableEnd(start) > start) {
          sawDuration = true;
          beforeFirstDuration = false;
        }
        return operatorOr(c);
    }
  }

  private Token wordInBrackets(int first) {
    if (first == ':') {
      return colon();
    }
    return durationKeyword();
  }

  private Token colon() {
    if (sawColon) {
      throw error("unexpected second colon inside brackets");
    }
    sawColon = true;
    return Token.COLON;
  }

  private Token durationKeyword() {
    while (isAlpha(peek())) {
      pos++;
    }
    Token keyword = Token.keyword(text, start, pos);
    if (keyword == Token.STEP
        || keyword == Token.RANGE
        || keyword == Token.MAX_OF
        || keyword == Token.MIN_OF) {
      return keyword;
    }
    throw error("unexpected \"" + tokenText() + "\" inside brackets, expected a duration");
  }

  private Token insideBraces() {
    skipSpacesAndComments();
    start = pos;
    int c = read();
    if (isAlpha(c)) {
      while (isAlphaNumeric(peek())) {
        pos++;
      }
      return grafana && variableEnd(pos) > pos ? variableWord() : Token.IDENTIFIER;
    }
    switch (c) {
      case ',':
        return Token.COMMA;
      case '"', '\'', '`':
        return string();
      case '=':
        return accept('~') ? Token.REGEX : Token.EQUAL;
      case '!':
        if (accept('~')) {
          return Token.NOT_REGEX;
        }
        if (accept('=')) {
          return Token.NE;
        }
        throw error("unexpected character " + describe(peek()) + " after '!', expected '=' or '~'");
      case '}':
        inBraces = false;
        return Token.RIGHT_BRACE;
      case EOF:
        throw unclosed("brace", openBrace);
      default:
        if (grafana && variableEnd(start) > start) {
          pos = start;
          return variableWord();
        }
        throw error("unexpected character " + describe(c) + " inside braces");
    }
  }

  private Token word() {
    while (isAlphaNumeric(peek()) || peek() == ':') {
      pos++;
    }
    if (grafana && variableEnd(pos) > pos) {
      return variableWord();
    }
    Token keyword = Token.keyword(text, start, pos);
    if (keyword == null) {
      return text.indexOf(':', start) >= 0 && text.indexOf(':', start) < pos
          ? Token.METRIC_IDENTIFIER
          : Token.IDENTIFIER;
    }
    boolean isFill =
        keyword == Token.FILL || keyword == Token.FILL_LEFT || keyword == Token.FILL_RIGHT;
    return isFill && !isLeftParenNext() ? Token.IDENTIFIER : keyword;
  }

  private boolean isLeftParenNext() {
    int i = pos;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '(';
  }

  /** The rest of a name, number or duration that has variables in it. */
  private Token variableWord() {
    while (true) {
      int variable = variableEnd(pos);
      if (variable > pos) {
        pos = variable;
      } else if (isAlphaNumeric(peek()) || peek() == ':' && !inBrackets) {
        pos++;
      } else {
        return Token.VARIABLE;
      }
    }
  }

  private int variableEnd(int from) {
    return Variables.end(text, from);
  }

  private Token string() {
    pos = new StringScanner(text, start).end();
    return Token.STRING;
  }

  private Token numberOrDuration() {
    NumberScanner scanner = new NumberScanner(text, start);
    Token found = scanner.token();
    pos = scanner.end();
    if (found != null) {
      return grafana && variableEnd(pos) > pos ? variableWord() : found;
    }
    while (isAlphaNumeric(peek()) || peek() == '.') {
      pos++;
    }
    throw error("bad number or duration \"" + tokenText() + "\"");
  }

  private void skipSpacesAndComments() {
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == '#') {
        while (pos < text.length() && text.charAt(pos) != '\n' && text.charAt(pos) != '\r') {
          pos++;
        }
      } else if (isSpace(c)) {
        pos++;
      } else {
        return;
      }
    }
  }

  private int read() {
    int c = peek();
    if (c != EOF) {
      pos++;
    }
    return c;
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

  private String describe(int c) {
    return describe(text, pos, c);
  }

  /** The character {@code c} for a message; {@code next} is where the text goes on after it. */
  static String describe(String text, int next, int c) {
    if (c == EOF) {
      return "end of input";
    }
    char low = next < text.length() ? text.charAt(next) : 0;
    if (Character.isSurrogatePair((char) c, low)) {
      return "'" + Character.toString(Character.toCodePoint((char) c, low)) + "'";
    }
    return Character.isSurrogate((char) c) ? "'\uFFFD'" : "'" + (char) c + "'";
  }

  private ParseException unclosed(String what, int opening) {
    return new ParseException("this " + what + " is never closed", text, opening, opening + 1);
  }

  private ParseException error(String message) {
    return new ParseException(message, text, start, Math.max(pos, start + 1));
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAlpha(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  static boolean isAlphaNumeric(int c) {
    return isAlpha(c) || isDigit(c);
  }
}
