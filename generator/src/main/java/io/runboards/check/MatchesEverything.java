package io.runboards.check;

import io.runboards.promql.Matcher;
import java.util.List;
import java.util.Set;

/** A matcher that every series fulfils. */
final class MatchesEverything implements QueryCheck {
  private static final Set<String> ANYTHING = Set.of(".*", "(.*)", "^.*$");

  @Override
  public String id() {
    return "matches-everything";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.where(
        query.matchers(),
        matcher ->
            matcher.op() == Matcher.Op.REGEX
                && matcher.value().isFixed()
                && isAnything(matcher.value().value()),
        matcher ->
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
