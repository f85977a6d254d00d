package io.runboards.verify.grafana;

import io.runboards.dashboard.Variable.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list of a variable, made of what its query results in. */
final class Options {
  private static final String NAME = "__name__";
  private static final Pattern LISTED = Pattern.compile("\\s*(.+)\\s:\\s(.+)");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private Options() {}

  /** An entry of a list of its own: {@code words : value}, or words that are the value. */
  static Option listed(String entry) {
    Matcher both = LISTED.matcher(entry);
    return both.matches()
        ? new Option(both.group(1).strip(), both.group(2).strip())
        : Option.of(entry.strip());
  }

  /** A series as a regular expression finds it: {@code {node="a"} 1 1700000000000}. */
  static String line(SortedMap<String, String> labels, Instant at) {
    return labels.getOrDefault(NAME, "")
        + labels.entrySet().stream()
            .filter(label -> !label.getKey().equals(NAME))
            .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
            .collect(Collectors.joining(",", "{", "}"))
        + " 1 "
        + at.toEpochMilli();
  }

  /**
   * What can be chosen: each value once.
   *
   * @param regex {@code /.../} with a group {@code value} and, for the words, {@code text}; empty
   *     if the results are the values
   */
  static List<Option> of(List<String> results, String regex) {
    List<Option> options = new ArrayList<>();
    Set<String> values = new HashSet<>();
    for (String result : results) {
      option(result, regex).filter(it -> values.add(it.value())).ifPresent(options::add);
    }
    return options;
  }

  private static Optional<Option> option(String result, String regex) {
    if (regex.isEmpty()) {
      return Optional.of(Option.of(result));
    }
    Matcher found = Pattern.compile(regex.substring(1, regex.length() - 1)).matcher(result);
    if (!found.find()) {
      return Optional.empty();
    }
    String value = found.group("value");
    boolean worded = found.namedGroups().containsKey("text");
    return Optional.of(new Option(worded ? found.group("text") : value, value));
  }

  /** Alphabetical means by characters, numerical by the first number in the words. */
  static List<Option> sorted(List<Option> options, Order order) {
    return switch (order) {
      case AS_THEY_COME -> options;
      case ALPHABETICAL -> options.stream().sorted(Comparator.comparing(Option::words)).toList();
      case NUMERICAL ->
          options.stream()
              .sorted(Comparator.comparingDouble((Option it) -> number(it.words())))
              .toList();
    };
  }

  private static double number(String words) {
    Matcher digits = DIGITS.matcher(words);
    return digits.find() ? Double.parseDouble(digits.group()) : -1;
  }
}
