package io.runboards.check;

import io.runboards.promql.Matcher;
import java.util.List;

/** A regular expression where only the very same text matches. */
final class PatternAsText implements QueryCheck {
  @Override
  public String id() {
    return "pattern-as-text";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.where(
        query.matchers(),
        matcher ->
            !matcher.op().isRegex()
                && matcher.value().isFixed()
                && isPattern(matcher.value().value()),
        PatternAsText::problem);
  }

  /** Whether it has what no value has but many patterns: {@code .*}, {@code a|b}, {@code (?i)}. */
  private static boolean isPattern(String text) {
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      boolean pattern =
          switch (text.charAt(i)) {
            case '*', '+' -> before == '.';
            case '?' -> before == '(';
            case '|' -> isWord(before) && i + 1 < text.length() && isWord(text.charAt(i + 1));
            default -> false;
          };
      if (pattern) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
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
