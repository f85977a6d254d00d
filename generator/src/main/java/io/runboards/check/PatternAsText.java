package io.runboards.check;

import io.runboards.promql.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A regular expression where only the very same text matches. */
final class PatternAsText implements QueryCheck {
  /** What no value has but many patterns: {@code .*}, {@code .+}, {@code a|b}, {@code (?i)}. */
  private static final Pattern PATTERN = Pattern.compile("\\.[*+]|\\w\\|\\w|\\(\\?");

  @Override
  public String id() {
    return "pattern-as-text";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return query
        .selectors()
        .flatMap(selector -> selector.matchers().stream())
        .filter(matcher -> !matcher.op().isRegex() && matcher.value().isFixed())
        .filter(matcher -> PATTERN.matcher(matcher.value().value()).find())
        .map(PatternAsText::problem);
  }

  private static Problem problem(Matcher matcher) {
    boolean equal = matcher.op() == Matcher.Op.EQUAL;
    return Problem.warning(
            matcher.span(),
            "'"
                + matcher.value().value()
                + "' looks like a pattern, but "
                + matcher.op().symbol()
                + " compares with it letter by letter")
        .advise(
            "Write "
                + (equal ? Matcher.Op.REGEX : Matcher.Op.NOT_REGEX).symbol()
                + " instead of "
                + matcher.op().symbol());
  }
}
