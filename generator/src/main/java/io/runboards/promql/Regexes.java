package io.runboards.promql;

import io.runboards.promql.RegexSyntax.BadRegex;
import java.util.List;
import java.util.Optional;

/**
 * The regular expressions of matchers: RE2 syntax, anchored at both ends.
 *
 * <p>Dashboard variables in them stand for some ordinary word.
 */
final class Regexes {
  private static final String META = "\\.+*?()|[]{}^$";

  private Regexes() {}

  /** What is wrong with the regular expression, or nothing. */
  static Optional<String> problemOf(Text text) {
    String regex = withoutVariables(text);
    if (isAlternativesOfLiterals(regex)) {
      return Optional.empty();
    }
    if (Quoting.hasInvalidBytes(regex)) {
      return Optional.of("invalid UTF-8");
    }
    try {
      RegexSyntax.matchesEmpty(regex);
      return Optional.empty();
    } catch (BadRegex e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Whether a valid regular expression matches the empty string. */
  static boolean matchesEmpty(Text text) {
    String regex = withoutVariables(text);
    if (isAlternativesOfLiterals(regex)) {
      return List.of(regex.split("\\|", -1)).contains("");
    }
    try {
      return RegexSyntax.matchesEmpty(regex);
    } catch (BadRegex e) {
      throw new IllegalArgumentException("\"" + regex + "\" is no regular expression", e);
    }
  }

  private static String withoutVariables(Text text) {
    if (text.isFixed()) {
      return text.value();
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Variable variable : text.variables()) {
      out.append(text.value(), from, variable.start()).append('x');
      from = variable.end();
    }
    return out.append(text.value(), from, text.value().length()).toString();
  }

  /** Prometheus never parses such an expression, so it may even hold bytes that are no UTF-8. */
  private static boolean isAlternativesOfLiterals(String regex) {
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c != '|' && META.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }
}
