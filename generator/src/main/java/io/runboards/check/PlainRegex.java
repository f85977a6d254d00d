package io.runboards.check;

import io.runboards.promql.Matcher;
import java.util.List;

/** A regular expression that is plain text. */
final class PlainRegex implements QueryCheck {
  private static final String META = "\\.+*?()|[]{}^$";

  @Override
  public String id() {
    return "plain-regex";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.where(
        query.matchers(),
        matcher ->
            matcher.op().isRegex() && matcher.value().isFixed() && isPlain(matcher.value().value()),
        PlainRegex::problem);
  }

  static boolean isPlain(String regex) {
    for (int i = 0; i < regex.length(); i++) {
      if (META.indexOf(regex.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
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
