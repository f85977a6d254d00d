package io.runboards.check;

import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Matchers for one label that no value can fulfil together. */
final class NeverMatches implements QueryCheck {
  @Override
  public String id() {
    return "never-matches";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.allOf(
        query.selectors(),
        selector -> mayContradict(selector.matchers()) ? problems(selector) : List.of());
  }

  private static List<Problem> problems(VectorSelector selector) {
    return Problems.ofEach(List.copyOf(byLabel(selector).values()), NeverMatches::problem);
  }

  /** Whether there are several matchers for a label, or one that alone lets nothing through. */
  private static boolean mayContradict(List<Matcher> matchers) {
    for (int i = 0; i < matchers.size(); i++) {
      if (excludesAnything(matchers.get(i))) {
        return true;
      }
      String label = matchers.get(i).label().value();
      for (int j = 0; j < i; j++) {
        if (matchers.get(j).label().value().equals(label)) {
          return true;
        }
      }
    }
    return false;
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
    return untilContradiction(matchers)
        .map(until -> {
          Matcher last = until.getLast();
          String label = last.label().value();
          String message =
              "no value of '" + label + "' matches this and what stands before: " + said(until);
          return Problem.error(last.span(), message);
        });
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

  /** The matchers up to the one that rejects the last value which those before it let through. */
  private static Optional<List<Matcher>> untilContradiction(List<Matcher> matchers) {
    Set<String> rejected = new HashSet<>();
    Optional<Set<String>> left = Optional.empty();
    for (int i = 0; i < matchers.size(); i++) {
      Optional<Set<String>> values = listed(matchers.get(i));
      if (values.isPresent() && isNegative(matchers.get(i))) {
        rejected.addAll(values.get());
        left.ifPresent(some -> values.get().forEach(some::remove));
      } else if (values.isPresent()) {
        Set<String> both = new HashSet<>(values.get());
        left.ifPresent(both::retainAll);
        both.removeIf(rejected::contains);
        left = Optional.of(both);
      }
      if (left.filter(Set::isEmpty).isPresent()) {
        return Optional.of(matchers.subList(0, i + 1));
      }
    }
    return Optional.empty();
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
