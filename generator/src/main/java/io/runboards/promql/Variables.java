package io.runboards.promql;

import java.util.ArrayList;
import java.util.List;

/** Finds dashboard variables in text: {@code $node}, {@code ${node:regex}}, {@code [[node]]}. */
final class Variables {
  /** What cannot stand in a variable's format: another variable, or the end of the string. */
  private static final String NOT_IN_FORMAT = "${}[]\"'`\n";

  private Variables() {}

  /** Where the variable that begins at {@code from} ends, or {@code from} if none does. */
  static int end(String text, int from) {
    int nameStart = nameStart(text, from);
    if (nameStart == from) {
      return from;
    }
    int nameEnd = nameEnd(text, nameStart);
    if (nameStart == from + 1) {
      return nameEnd;
    }
    int close = nameEnd;
    if (close < text.length() && (text.charAt(close) == ':' || text.charAt(close) == '.')) {
      while (close < text.length() && NOT_IN_FORMAT.indexOf(text.charAt(close)) < 0) {
        close++;
      }
    }
    String closing = text.charAt(from) == '$' ? "}" : "]]";
    return text.startsWith(closing, close) ? close + closing.length() : from;
  }

  /** Where the name begins in what may be a variable, or {@code from} if it cannot be one. */
  private static int nameStart(String text, int from) {
    int start =
        text.startsWith("${", from) || text.startsWith("[[", from)
            ? from + 2
            : text.startsWith("$", from) ? from + 1 : from;
    boolean named = start > from && start < text.length() && Lexer.isAlpha(text.charAt(start));
    return named ? start : from;
  }

  private static int nameEnd(String text, int from) {
    int i = from;
    while (i < text.length() && Lexer.isAlphaNumeric(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The variables in a piece of text, in order. */
  static List<Variable> in(String value) {
    if (value.indexOf('$') < 0 && !value.contains("[[")) {
      return List.of();
    }
    List<Variable> variables = new ArrayList<>();
    int i = 0;
    while (i < value.length()) {
      int end = end(value, i);
      if (end > i) {
        variables.add(variable(value, i, end));
      }
      i = Math.max(end, i + 1);
    }
    return variables;
  }

  private static Variable variable(String value, int start, int end) {
    int nameStart = nameStart(value, start);
    int nameEnd = nameEnd(value, nameStart);
    String rest = value.substring(nameEnd, end).replaceAll("[}\\]]+$", "");
    int colon = rest.indexOf(':');
    return new Variable(
        value.substring(nameStart, nameEnd),
        colon < 0 ? "" : rest.substring(colon + 1),
        start,
        end);
  }
}
