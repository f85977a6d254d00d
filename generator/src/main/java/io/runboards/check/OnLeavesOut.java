package io.runboards.check;

import io.runboards.flow.SeriesLabels;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A label that tells the series of the right side of {@code and}, {@code or} or {@code unless}
 * apart, which the left side has as well, but which {@code on} does not name.
 */
final class OnLeavesOut implements QueryCheck {
  @Override
  public String id() {
    return "on-leaves-out";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(
        query.binaries(),
        binary ->
            binary.op().isSet() && namesLabels(binary) && choosesByValue(binary.right())
                ? problem(binary, query)
                : Optional.empty());
  }

  private static Optional<Problem> problem(Binary binary, Query query) {
    return binary.matching().on()
        ? leftOut(binary, query)
        : allIgnored(binary, new SameSeries(query), query);
  }

  /** {@code on ()} says clearly that none must agree. */
  private static boolean namesLabels(Binary binary) {
    List<Text> labels = binary.matching().labels();
    return !labels.isEmpty() && labels.stream().allMatch(Text::isFixed);
  }

  /** Whether the values of its series matter: where they do not, any partner is as good. */
  private static boolean choosesByValue(Expr part) {
    return switch (part) {
      case Expr.Aggregation aggregation -> true;
      case Binary binary when binary.op().isComparison() -> true;
      case Expr.Paren paren -> choosesByValue(paren.expr());
      case Binary binary -> choosesByValue(binary.left()) || choosesByValue(binary.right());
      default -> false;
    };
  }

  private static Optional<Problem> leftOut(Binary binary, Query query) {
    List<String> on = names(binary);
    SeriesLabels right = query.labels().atOneMoment(binary.right());
    List<Set<String>> leftOut =
        right.keys().stream()
            .map(key -> leftOut(key, on, query.labels().at(binary.left()).certain()))
            .toList();
    if (leftOut.isEmpty() || leftOut.stream().anyMatch(Set::isEmpty)) {
      return Optional.empty();
    }
    String labels =
        leftOut.getFirst().stream()
            .map(label -> "'" + label + "'")
            .collect(Collectors.joining(" and "));
    return Optional.of(
        Problem.warning(
                binary.right().span(),
                "on (%s) leaves out %s, which both sides of %s have"
                    .formatted(String.join(", ", on), labels, binary.op().symbol()))
            .advise("Name all labels that must agree, or aggregate this side by those of on"));
  }

  /** Whoever writes ignoring for on mostly names all the labels that there are. */
  private static Optional<Problem> allIgnored(Binary binary, SameSeries same, Query query) {
    List<String> ignored = names(binary);
    boolean all =
        binary.children().stream().allMatch(side -> isIgnored(side, ignored, same, query));
    return all
        ? Optional.of(
            Problem.warning(
                    binary.right().span(),
                    "ignoring (%s) leaves no label that must agree"
                        .formatted(String.join(", ", ignored)))
                .advise("Write on instead, or on () if any partner will do"))
        : Optional.empty();
  }

  private static boolean isIgnored(Expr side, List<String> ignored, SameSeries same, Query query) {
    Set<String> others = new HashSet<>(query.labels().at(side).possible());
    others.removeAll(same.labelsOfTheScrape(side));
    others.remove(SeriesLabels.NAME);
    return !query.labels().at(side).open() && ignored.containsAll(others);
  }

  private static List<String> names(Binary binary) {
    return binary.matching().labels().stream().map(Text::value).toList();
  }

  /** The labels of a key that the left side has, but that need not agree. */
  private static Set<String> leftOut(Set<String> key, List<String> on, Set<String> left) {
    Set<String> labels = new TreeSet<>(key);
    labels.retainAll(left);
    on.forEach(labels::remove);
    labels.remove(SeriesLabels.NAME);
    return labels;
  }
}
