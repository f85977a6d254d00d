package io.runboards.promql;

import io.runboards.promql.RegexSyntax.BadRegex;
import java.util.List;
import java.util.Optional;

/**
 * The regular expressions of matchers: RE2 syntax, anchored at both ends.
 *
 * <p>What a dashboard variable brings is not known: an expression is wrong only if it is wrong
 * whatever stands in the variable's place.
 */
final class Regexes {
  /** An ordinary word, and what makes sense in a range, in an escape, in flags or as a class. */
  private static final List<String> STAND_INS = List.of("x", "z", "d", "i", "L", "1");

  private static final String META = "\\.+*?()|[]{}^$";

  private Regexes() {}

  /** What is wrong with the regular expression, or nothing. */
  static Optional<String> problemOf(Text text) {
    Optional<String> first = Optional.empty();
    for (String word : text.isFixed() ? List.of("") : STAND_INS) {
      Optional<String> problem = problemOf(withoutVariables(text, word));
      if (problem.isEmpty()) {
        return problem;
      }
      first = first.isEmpty() ? problem : first;
    }
    return first;
  }

  private static Optional<String> problemOf(String regex) {
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
    String regex =
        (text.isFixed() ? List.of("") : STAND_INS)
            .stream()
                .map(word -> withoutVariables(text, word))
                .filter(candidate -> problemOf(candidate).isEmpty())
                .findFirst()
                .orElseThrow(
                    () -> new IllegalArgumentException(text + " is no regular expression"));
    if (isAlternativesOfLiterals(regex)) {
      return List.of(regex.split("\\|", -1)).contains("");
    }
    try {
      return RegexSyntax.matchesEmpty(regex);
    } catch (BadRegex e) {
      throw new IllegalStateException(e);
    }
  }

  private static String withoutVariables(Text text, String standIn) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Variable variable : text.variables()) {
      out.append(text.value(), from, variable.start()).append(standIn);
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
