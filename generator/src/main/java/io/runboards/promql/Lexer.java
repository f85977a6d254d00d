package io.runboards.promql;

import io.runboards.promql.Syntax.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a query into tokens, with the same rules about context as Prometheus has: keywords are names
 * inside braces, and within brackets only durations are read.
 *
 * <p>{@link #next()} moves on; the other methods tell about the token it stopped at.
 */
final class Lexer {
  private static final int EOF = -1;
  private static final String DECIMAL = "0123456789";
  private static final String HEXADECIMAL = "0123456789abcdefABCDEF";

  private final String text;
  private final boolean grafana;

  private int pos;
  private int start;
  private Token kind = Token.END;

  private int parenDepth;
  private boolean inBraces;
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
        parenDepth++;
        return Token.LEFT_PAREN;
      case ')':
        return rightParen();
      case ',':
        return Token.COMMA;
      case '{':
        inBraces = true;
        return Token.LEFT_BRACE;
      case '[':
        return leftBracket();
      case ']':
        return rightBracket();
      case '"', '\'', '`':
        return string(c);
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
      throw error("unclosed left parenthesis");
    }
    if (inBrackets) {
      throw error("unclosed left bracket");
    }
    return Token.END;
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
        parenDepth++;
        return Token.LEFT_PAREN;
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
        throw error("unclosed left bracket, expected a duration");
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
        return string(c);
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
        throw error("unclosed left brace");
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

  /** Where the variable that begins at {@code from} ends, or {@code from} if none does. */
  private int variableEnd(int from) {
    return variableEnd(text, from);
  }

  private static int variableEnd(String text, int from) {
    int length = text.length();
    if (from + 1 >= length) {
      return from;
    }
    char c = text.charAt(from);
    char d = text.charAt(from + 1);
    if (c == '$' && isAlpha(d)) {
      return wordEnd(text, from + 1);
    }
    boolean braces = c == '$' && d == '{';
    if (!braces && !(c == '[' && d == '[')) {
      return from;
    }
    if (from + 2 >= length || !isAlpha(text.charAt(from + 2))) {
      return from;
    }
    int i = wordEnd(text, from + 2);
    char close = braces ? '}' : ']';
    while (i < length && text.charAt(i) != close && text.charAt(i) != '"') {
      if (i == wordEnd(text, from + 2) && ":.".indexOf(text.charAt(i)) < 0) {
        return from;
      }
      i++;
    }
    int end = braces ? i + 1 : i + 2;
    boolean closed = end <= length && text.charAt(i) == close && text.charAt(end - 1) == close;
    return closed ? end : from;
  }

  private static int wordEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isAlphaNumeric(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The dashboard variables in a piece of text of the Grafana dialect. */
  static List<Variable> variablesIn(String value) {
    if (value.indexOf('$') < 0 && !value.contains("[[")) {
      return List.of();
    }
    List<Variable> variables = new ArrayList<>();
    int i = 0;
    while (i < value.length()) {
      int end = variableEnd(value, i);
      if (end == i) {
        i++;
        continue;
      }
      int nameStart = isAlpha(value.charAt(i + 1)) ? i + 1 : i + 2;
      int nameEnd = wordEnd(value, nameStart);
      int colon = value.indexOf(':', nameEnd);
      int close = value.charAt(i) == '[' ? end - 2 : end - 1;
      String format =
          nameStart == i + 2 && colon >= 0 && colon < close
              ? value.substring(colon + 1, close)
              : "";
      variables.add(new Variable(value.substring(nameStart, nameEnd), format, i, end));
      i = end;
    }
    return variables;
  }

  private Token string(int quote) {
    while (true) {
      int c = read();
      if (c == quote) {
        return Token.STRING;
      }
      if (c == EOF || c == '\n' && quote != '`') {
        throw error("unterminated string");
      }
      if (c == '\\' && quote != '`') {
        escape(quote);
      } else if (c == 0xFFFD || Character.isSurrogate((char) c)) {
        checkSurrogates(c);
      }
    }
  }

  private void checkSurrogates(int c) {
    if (Character.isHighSurrogate((char) c) && Character.isLowSurrogate((char) peek())) {
      pos++;
    } else {
      start = pos - 1;
      throw error("invalid UTF-8 in string");
    }
  }

  private void escape(int quote) {
    int from = pos - 1;
    int c = read();
    switch (c) {
      case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\':
        return;
      case '0', '1', '2', '3', '4', '5', '6', '7':
        pos--;
        escapedNumber(from, 3, 8, 255);
        return;
      case 'x':
        escapedNumber(from, 2, 16, 255);
        return;
      case 'u':
        escapedNumber(from, 4, 16, Character.MAX_CODE_POINT);
        return;
      case 'U':
        escapedNumber(from, 8, 16, Character.MAX_CODE_POINT);
        return;
      default:
        if (c != quote) {
          start = from;
          throw error(c == EOF ? "unterminated string" : "unknown escape sequence \\" + plain(c));
        }
    }
  }

  private void escapedNumber(int from, int digits, int radix, int max) {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int c = read();
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        start = from;
        throw error(
            c == EOF
                ? "unterminated string"
                : "illegal character " + describe(c) + " in escape sequence");
      }
      value = value * radix + digit;
    }
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    if (value > max || surrogate) {
      start = from;
      throw error("escape sequence is no valid Unicode code point");
    }
  }

  private Token numberOrDuration() {
    pos = start;
    Token found = scanNumber() ? Token.NUMBER : scanDurationUnits() ? Token.DURATION : null;
    if (found != null) {
      return grafana && variableEnd(pos) > pos ? variableWord() : found;
    }
    throw error("bad number or duration \"" + tokenText() + "\"");
  }

  /**
   * Whether a number stands here; if not, the position stays where the number went wrong, and a
   * duration may go on from there. What is accepted may still be no number: {@link Numbers}
   * decides.
   */
  private boolean scanNumber() {
    String digits = DECIMAL;
    if (accept('0') && (accept('x') || accept('X'))) {
      accept('_');
      digits = HEXADECIMAL;
    }
    accept('.');
    acceptOne(digits);
    boolean dot = false;
    boolean exponent = false;
    while (true) {
      int c = peek();
      if (c == '.') {
        pos++;
        if (dot || peek() == '_' || peek() == '.' || digits == HEXADECIMAL) {
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
        return !isAlphaNumeric(c);
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
    return !isAlphaNumeric(peek());
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

  private boolean acceptOne(String wanted) {
    boolean found = pos < text.length() && wanted.indexOf(text.charAt(pos)) >= 0;
    if (found) {
      pos++;
    }
    return found;
  }

  private String describe(int c) {
    return c == EOF ? "end of input" : "'" + plain(c) + "'";
  }

  /** The character at which {@code c} begins, even if it takes two UTF-16 units. */
  private String plain(int c) {
    if (Character.isHighSurrogate((char) c) && Character.isLowSurrogate((char) peek())) {
      return Character.toString(Character.toCodePoint((char) c, (char) peek()));
    }
    return Character.isSurrogate((char) c) ? "\uFFFD" : Character.toString(c);
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

  private static boolean isAlpha(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isAlphaNumeric(int c) {
    return isAlpha(c) || isDigit(c);
  }
}
