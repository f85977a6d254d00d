package io.runboards.verify.grafana;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts something in the places of {@code $node}, {@code ${node:regex}} and {@code [[node]]}. */
final class Interpolation {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\$(\\w+)"
              + "|\\[\\[(\\w+?)(?::(\\w+))?]]"
              + "|\\$\\{(\\w+)(?:\\.[^:^}]+)?(?::([^}]+))?}");

  private Interpolation() {}

  /** What stands in the place of a variable. */
  @FunctionalInterface
  interface Words {
    /**
     * The text for a variable, or nothing if there is no such variable.
     *
     * @param format what follows the colon; empty for the format of the data source
     */
    Optional<String> of(String name, String format);
  }

  /** The text with its variables replaced; names that nobody knows stay. */
  static String of(String text, Words words) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(words.of(name(found), format(found)).orElse(found.group())));
  }

  /** The names of all variables in a text. */
  static Set<String> names(String text) {
    return VARIABLE.matcher(text).results().map(Interpolation::name).collect(Collectors.toSet());
  }

  private static String name(MatchResult found) {
    return Objects.requireNonNullElseGet(
        found.group(1), () -> Objects.requireNonNullElse(found.group(2), found.group(4)));
  }

  private static String format(MatchResult found) {
    return Objects.requireNonNullElseGet(
        found.group(3), () -> Objects.requireNonNullElse(found.group(5), ""));
  }
}
