package io.runboards.check;

import io.runboards.promql.Span;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds {@code $name}, {@code ${name}} and {@code [[name]]} in a text. */
final class VariableNames {
  private static final Pattern USE =
      Pattern.compile("\\$(\\w+)|\\$\\{(\\w+)(?:\\.[^:}]+)?(?::[^}]+)?}|\\[\\[(\\w+)(?::\\w+)?]]");

  /** Names that a regular expression gives to its groups, as in {@code $1}. */
  private static final Pattern GROUP = Pattern.compile("\\d+");

  /**
   * A variable in a text.
   *
   * @param value its name
   * @param span where it stands, with its dollar sign and braces
   */
  record Use(String value, Span span) {}

  private VariableNames() {}

  static Stream<Use> in(String text) {
    return text.indexOf('$') < 0 && text.indexOf('[') < 0
        ? Stream.empty()
        : USE.matcher(text)
            .results()
            .map(found -> {
              String name =
                  found.group(1) != null
                      ? found.group(1)
                      : found.group(2) != null ? found.group(2) : found.group(3);
              return new Use(name, new Span(found.start(), found.end()));
            })
            .filter(use -> !GROUP.matcher(use.value()).matches());
  }

  /** Whether Grafana itself fills the variable in. */
  static boolean isGrafanas(String name) {
    return name.startsWith("__") || name.equals("timeFilter");
  }
}
