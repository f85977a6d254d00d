package io.runboards.check;

import io.runboards.promql.Matcher;
import java.util.Set;
import java.util.stream.Stream;

/** A matcher that every series fulfils. */
final class MatchesEverything implements QueryCheck {
  private static final Set<String> ANYTHING = Set.of(".*", "(.*)", "^.*$");

  @Override
  public String id() {
    return "matches-everything";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return query
        .selectors()
        .flatMap(selector -> selector.matchers().stream())
        .filter(matcher -> matcher.op() == Matcher.Op.REGEX)
        .filter(matcher -> matcher.value().isFixed())
        .filter(matcher -> isAnything(matcher.value().value()))
        .map(matcher ->
            Problem.warning(
                    matcher.span(), "every series matches, also one without " + labelOf(matcher))
                .advise("Leave it out, or use .+ for a value that is there"));
  }

  /** Whether a pattern matches every text. */
  static boolean isAnything(String regex) {
    return ANYTHING.contains(regex);
  }

  private static String labelOf(Matcher matcher) {
    return "'" + matcher.label().value() + "'";
  }
}
