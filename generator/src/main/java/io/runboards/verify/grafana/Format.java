package io.runboards.verify.grafana;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The ways in which chosen values are written.
 *
 * <p>See <a
 * href="https://grafana.com/docs/grafana/latest/dashboards/variables/variable-syntax/">Grafana's
 * list</a>. Formats for other languages than PromQL are missing; a name that is not known is read
 * as {@code glob}.
 */
final class Format {
  private static final Pattern REGEX_CHARACTERS = Pattern.compile("[\\\\^$*+?.()|\\[\\]{}/]");
  private static final String JOIN = "join:";

  private Format() {}

  /** What stands for a variable in a query; without a format, as the plugin for Prometheus does. */
  static String of(Chosen chosen, String format, Escaping escaping) {
    if (format.equals("text")) {
      return text(chosen);
    }
    return switch (chosen.picked()) {
      case Picked.AllAs(String text, List<String> each) -> text;
      case Picked.One(String value) ->
          format.isEmpty() ? one(chosen, value, escaping) : one(value, format);
      case Picked.Repeated(String value) ->
          format.isEmpty() ? escaping.regex(value) : one(value, format);
      case Picked.All(List<String> each) -> several(each, format, chosen, escaping);
      case Picked.Several(List<String> values) -> several(values, format, chosen, escaping);
    };
  }

  private static String one(Chosen chosen, String value, Escaping escaping) {
    return Chosen.isRegex(chosen.variable()) ? escaping.regex(value) : escaping.plain(value);
  }

  private static String one(String value, String format) {
    return switch (format) {
      case "regex" -> regex(value);
      case "doublequote", "singlequote" -> quoted(List.of(value), format);
      default -> value;
    };
  }

  private static String several(
      List<String> values, String format, Chosen chosen, Escaping escaping) {
    return switch (format) {
      case "" -> alternatives(values.stream().map(escaping::regex).toList());
      case "regex" -> alternatives(values.stream().map(Format::regex).toList());
      case "pipe" -> String.join("|", values);
      case "csv", "raw", "join" -> String.join(",", values);
      case "doublequote", "singlequote" -> quoted(values, format);
      case "distributed" -> distributed(values, chosen.name());
      default ->
          format.startsWith(JOIN)
              ? String.join(format.substring(JOIN.length()), values)
              : glob(values);
    };
  }

  /** Nothing chosen is {@code ()}, which no value but the empty one matches. */
  private static String alternatives(List<String> values) {
    return values.size() == 1 ? values.getFirst() : "(" + String.join("|", values) + ")";
  }

  private static String glob(List<String> values) {
    String all = String.join(",", values);
    return values.size() > 1 ? "{" + all + "}" : all;
  }

  private static String regex(String value) {
    return REGEX_CHARACTERS
        .matcher(value)
        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
  }

  private static String quoted(List<String> values, String format) {
    String quote = format.equals("doublequote") ? "\"" : "'";
    return values.stream()
        .map(value -> quote + value.replace(quote, "\\" + quote) + quote)
        .collect(joining(","));
  }

  private static String distributed(List<String> values, String name) {
    return IntStream.range(0, values.size())
        .mapToObj(index -> (index == 0 ? "" : name + "=") + values.get(index))
        .collect(joining(","));
  }

  private static String text(Chosen chosen) {
    return switch (chosen.picked()) {
      case Picked.All all -> "All";
      case Picked.AllAs all -> "All";
      case Picked.One(String value) -> chosen.words(value);
      case Picked.Repeated(String value) -> chosen.words(value);
      case Picked.Several(List<String> values) ->
          values.stream().map(chosen::words).collect(joining(" + "));
    };
  }
}
