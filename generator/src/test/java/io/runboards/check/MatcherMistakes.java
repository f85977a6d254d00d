package io.runboards.check;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Matcher.Op;
import io.runboards.promql.Span;
import io.runboards.promql.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Matchers that find nothing, or everything. */
final class MatcherMistakes {
  private static final Pattern SOME_PATTERN = Pattern.compile(".*[|()?*+].*");

  private MatcherMistakes() {}

  /** A second value for a label that can have only one. */
  static Stream<Expr> contradictions(Subject subject) {
    return changed(
        subject,
        matcher ->
            matcher.op() == Op.EQUAL && matcher.value().isFixed()
                ? List.of(matcher, matcher(matcher, Op.EQUAL, Text.of("another")))
                : List.of(matcher));
  }

  /** {@code =} with a regular expression. */
  static Stream<Expr> patternsAsTexts(Subject subject) {
    return changed(
        subject,
        matcher ->
            isPattern(matcher)
                ? List.of(matcher(matcher, asText(matcher.op()), matcher.value()))
                : List.of(matcher));
  }

  private static boolean isPattern(Matcher matcher) {
    return matcher.op().isRegex()
        && matcher.value().isFixed()
        && SOME_PATTERN.matcher(matcher.value().value()).matches();
  }

  private static Op asText(Op op) {
    return op == Op.REGEX ? Op.EQUAL : Op.NOT_EQUAL;
  }

  private static Matcher matcher(Matcher old, Op op, Text value) {
    return new Matcher(old.label(), op, value, Span.NONE);
  }

  /** The query with one matcher changed, for each of them. */
  private static Stream<Expr> changed(Subject subject, Function<Matcher, List<Matcher>> change) {
    return subject
        .sites(VectorSelector.class)
        .flatMap(site -> {
          List<Matcher> matchers = site.node().matchers();
          return IntStream.range(0, matchers.size())
              .mapToObj(i -> Edit.matching(site.node(), changed(matchers, i, change)))
              .map(site::with);
        });
  }

  private static List<Matcher> changed(
      List<Matcher> matchers, int index, Function<Matcher, List<Matcher>> change) {
    List<Matcher> changed = new ArrayList<>(Edit.without(matchers, index));
    changed.addAll(change.apply(matchers.get(index)));
    return changed;
  }
}
