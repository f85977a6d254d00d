package io.runboards.promql;

import java.util.ArrayList;
import java.util.List;

/** Finds dashboard variables in text: {@code $node}, {@code ${node:regex}}, {@code [[node]]}. */
final class Variables {
  private Variables() {}

  /** Where the variable that begins at {@code from} ends, or {@code from} if none does. */
  static int end(String text, int from) {
    int length = text.length();
    if (from + 1 >= length) {
      return from;
    }
    char c = text.charAt(from);
    char d = text.charAt(from + 1);
    if (c == '$' && Lexer.isAlpha(d)) {
      return wordEnd(text, from + 1);
    }
    boolean braces = c == '$' && d == '{';
    if (!braces && !(c == '[' && d == '[')) {
      return from;
    }
    if (from + 2 >= length || !Lexer.isAlpha(text.charAt(from + 2))) {
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
    while (i < text.length() && Lexer.isAlphaNumeric(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The dashboard variables in a piece of text of the Grafana dialect. */
  static List<Variable> in(String value) {
    if (value.indexOf('$') < 0 && !value.contains("[[")) {
      return List.of();
    }
    List<Variable> variables = new ArrayList<>();
    int i = 0;
    while (i < value.length()) {
      int end = end(value, i);
      if (end == i) {
        i++;
        continue;
      }
      int nameStart = Lexer.isAlpha(value.charAt(i + 1)) ? i + 1 : i + 2;
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
}
