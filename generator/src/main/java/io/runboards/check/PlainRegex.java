package io.runboards.check;

import io.runboards.promql.Matcher;
import java.util.stream.Stream;

/** A regular expression that is plain text. */
final class PlainRegex implements QueryCheck {
  private static final String META = "\\.+*?()|[]{}^$";

  @Override
  public String id() {
    return "plain-regex";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return query
        .selectors()
        .flatMap(selector -> selector.matchers().stream())
        .filter(matcher -> matcher.op().isRegex() && matcher.value().isFixed())
        .filter(matcher -> isPlain(matcher.value().value()))
        .map(PlainRegex::problem);
  }

  static boolean isPlain(String regex) {
    return regex.chars().noneMatch(c -> META.indexOf(c) >= 0);
  }

  private static Problem problem(Matcher matcher) {
    boolean regex = matcher.op() == Matcher.Op.REGEX;
    return Problem.warning(
            matcher.span(), "'" + matcher.value().value() + "' is plain text, no pattern")
        .advise(
            "Write "
                + (regex ? Matcher.Op.EQUAL : Matcher.Op.NOT_EQUAL).symbol()
                + " instead of "
                + matcher.op().symbol());
  }
}
