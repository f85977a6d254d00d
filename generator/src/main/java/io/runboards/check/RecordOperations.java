package io.runboards.check;

import io.runboards.catalog.Dimension;
import io.runboards.catalog.Unit;
import io.runboards.check.Operations.Operation;
import io.runboards.rules.Length;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the last part of a recorded metric's name names what was done: {@code sum}, {@code avg10m},
 * {@code ratio_rate5m}.
 */
final class RecordOperations {
  private static final Pattern OPERATION =
      Pattern.compile("(p\\d{2}|[a-z]+|p\\d+)((?:\\d+(?:ms|[smhdwy]))*)");
  private static final Set<String> OF_A_MOMENT =
      Set.of(
          "sum", "avg", "min", "max", "count", "group", "stddev", "stdvar", "topk", "bottomk",
          "absent", "ratio");
  private static final Set<String> OVER_TIME =
      Set.of(
          "sum",
          "avg",
          "min",
          "max",
          "count",
          "stddev",
          "stdvar",
          "last",
          "present",
          "rate",
          "irate",
          "increase",
          "delta",
          "idelta",
          "deriv",
          "changes",
          "resets",
          "predict");

  /** Operations that go without saying when another one is named. */
  private static final Set<String> NEEDLESS = Set.of("sum", "max", "min", "group");

  private RecordOperations() {}

  /** Why the words do not name the operations of a query; empty if they do. */
  static Optional<String> problem(
      String words, List<Operation> done, Unit unit, boolean ofAnObjective) {
    List<Operation> named = new ArrayList<>();
    for (String word : words.split("_", -1)) {
      Matcher operation = OPERATION.matcher(word);
      if (!operation.matches() || !isKnown(operation.group(1), operation.group(2))) {
        return Optional.of(
            "'%s' is no operation such as sum, avg10m, rate5m, ratio or p99".formatted(word));
      }
      named.add(new Operation(operation.group(1), canonical(operation.group(2))));
    }
    boolean isShare = unit.dimension() == Dimension.FRACTION;
    boolean isRatio = named.getFirst().word().equals("ratio") && isShare;
    List<Operation> rest = isRatio ? named.subList(1, named.size()) : named;
    boolean anyInWindow = isRatio || ofAnObjective;
    return missing(rest, done, anyInWindow)
        .or(() -> anyInWindow || done.isEmpty() ? Optional.empty() : outermost(named, done));
  }

  private static boolean isKnown(String word, String window) {
    if (word.matches("p\\d+")) {
      return true;
    }
    return (window.isEmpty() ? OF_A_MOMENT : OVER_TIME).contains(word);
  }

  private static String canonical(String window) {
    return window.isEmpty() ? "" : Length.of(window).toString();
  }

  /** The first operation that is named but not done after those named before it. */
  private static Optional<String> missing(
      List<Operation> named, List<Operation> done, boolean anyInWindow) {
    int next = 0;
    for (Operation operation : named) {
      int found = next;
      while (found < done.size() && !says(operation, done.get(found), anyInWindow)) {
        found++;
      }
      if (found == done.size()) {
        return done.isEmpty() && operation.window().isEmpty()
            ? Optional.empty()
            : Optional.of(why(operation, done, anyInWindow));
      }
      next = found + 1;
    }
    return Optional.empty();
  }

  private static String why(Operation operation, List<Operation> done, boolean anyInWindow) {
    boolean elsewhere = done.stream().anyMatch(it -> says(operation, it, anyInWindow));
    String all =
        done.stream().map(Operation::toString).distinct().collect(Collectors.joining(", "));
    return elsewhere
        ? "the operations of the query, the outer ones first, are %s".formatted(all)
        : "the query has no '%s'; %s"
            .formatted(operation, all.isEmpty() ? "it has no operation" : "it has " + all);
  }

  /** About objectives and shares, {@code rate5m} tells the window, whatever is done in it. */
  private static boolean says(Operation named, Operation done, boolean anyInWindow) {
    return named.equals(done)
        || anyInWindow && named.word().equals("rate") && named.window().equals(done.window());
  }

  private static Optional<String> outermost(List<Operation> named, List<Operation> done) {
    Operation first = done.getFirst();
    boolean mayBeLeftOut = NEEDLESS.contains(first.word()) || first.word().equals("ratio");
    return named.getFirst().word().equals(first.word()) || mayBeLeftOut
        ? Optional.empty()
        : Optional.of("the outermost operation of the query is '%s'".formatted(first));
  }

  /** Words that name the operations. */
  static Optional<String> of(List<Operation> done, Unit unit) {
    boolean isShare = unit.dimension() == Dimension.FRACTION;
    List<Operation> telling = new ArrayList<>();
    for (Operation operation : done) {
      boolean known =
          isKnown(operation.word(), operation.window())
              && (isShare || !operation.word().equals("ratio"));
      if (known && !telling.contains(operation)) {
        telling.add(operation);
      }
    }
    List<Operation> needed =
        telling.stream().filter(operation -> !goesWithoutSaying(operation, telling)).toList();
    return telling.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (needed.isEmpty() ? telling : needed)
                .stream()
                    .limit(needed.isEmpty() ? 1 : 2)
                    .map(Operation::toString)
                    .collect(Collectors.joining("_")));
  }

  /** Whether another operation says as much: {@code avg10m} says that it is an average. */
  private static boolean goesWithoutSaying(Operation operation, List<Operation> all) {
    return operation.window().isEmpty()
        && (NEEDLESS.contains(operation.word())
            || all.stream()
                .anyMatch(
                    other -> other.word().equals(operation.word()) && !other.window().isEmpty()));
  }
}
