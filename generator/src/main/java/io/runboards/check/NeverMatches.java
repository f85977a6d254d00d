package io.runboards.check;

import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Matchers for one label that no value can fulfil together. */
final class NeverMatches implements QueryCheck {
  @Override
  public String id() {
    return "never-matches";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return query
        .all(VectorSelector.class)
        .flatMap(selector -> byLabel(selector).values().stream())
        .flatMap(matchers -> problem(matchers).stream());
  }

  /** The matchers of each label whose values are known, as they are written. */
  private static Map<String, List<Matcher>> byLabel(VectorSelector selector) {
    return selector.matchers().stream()
        .filter(matcher -> matcher.label().isFixed() && matcher.value().isFixed())
        .sorted(Comparator.comparingInt(matcher -> matcher.span().start()))
        .collect(
            Collectors.groupingBy(
                matcher -> matcher.label().value(), LinkedHashMap::new, Collectors.toList()));
  }

  private static Optional<Problem> problem(List<Matcher> matchers) {
    Optional<Matcher> nothing =
        matchers.stream().filter(NeverMatches::excludesAnything).findFirst();
    if (nothing.isPresent()) {
      String message = "no value matches: the pattern excludes every text";
      return Optional.of(Problem.error(nothing.get().span(), message));
    }
    for (int i = 1; i < matchers.size(); i++) {
      List<Matcher> until = matchers.subList(0, i + 1);
      if (contradict(until)) {
        String label = matchers.get(i).label().value();
        String message =
            "no value of '" + label + "' matches this and what stands before: " + said(until);
        return Optional.of(Problem.error(matchers.get(i).span(), message));
      }
    }
    return Optional.empty();
  }

  private static String said(List<Matcher> matchers) {
    return matchers.subList(0, matchers.size() - 1).stream()
        .map(Matcher::toString)
        .collect(Collectors.joining(", "));
  }

  private static boolean excludesAnything(Matcher matcher) {
    return matcher.op() == Matcher.Op.NOT_REGEX
        && MatchesEverything.isAnything(matcher.value().value());
  }

  /** Whether one matcher lists its values, and each of them fails another matcher. */
  private static boolean contradict(List<Matcher> matchers) {
    return matchers.stream()
        .filter(matcher -> !isNegative(matcher))
        .map(NeverMatches::listed)
        .flatMap(Optional::stream)
        .findFirst()
        .filter(values ->
            values.stream()
                .allMatch(value -> matchers.stream().anyMatch(other -> rejects(other, value))))
        .isPresent();
  }

  private static boolean rejects(Matcher matcher, String value) {
    return listed(matcher)
        .filter(values -> values.contains(value) == isNegative(matcher))
        .isPresent();
  }

  private static boolean isNegative(Matcher matcher) {
    return matcher.op() == Matcher.Op.NOT_EQUAL || matcher.op() == Matcher.Op.NOT_REGEX;
  }

  /** The values that a matcher names, if it has no other pattern than a choice of them. */
  private static Optional<Set<String>> listed(Matcher matcher) {
    String text = matcher.value().value();
    if (!matcher.op().isRegex()) {
      return Optional.of(Set.of(text));
    }
    List<String> choices = List.of(text.split("\\|", -1));
    return choices.stream().allMatch(PlainRegex::isPlain)
        ? Optional.of(Set.copyOf(choices))
        : Optional.empty();
  }
}
