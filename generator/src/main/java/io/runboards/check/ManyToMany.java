package io.runboards.check;

import static java.util.stream.Collectors.toSet;

import io.runboards.catalog.Metric;
import io.runboards.flow.SeriesLabels;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Matching;
import io.runboards.promql.Text;
import io.runboards.promql.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A join in which several series can match where there must be one. */
final class ManyToMany implements QueryCheck {
  @Override
  public String id() {
    return "many-to-many";
  }

  @Override
  public List<Problem> problems(Query query) {
    SameSeries same = new SameSeries(query);
    return Problems.allOf(
        query.binaries(),
        binary ->
            pairsBySomeLabels(binary)
                ? Problems.ofEach(sidesOfOne(binary), side -> problem(side, binary, same, query))
                : List.of());
  }

  private static boolean pairsBySomeLabels(Binary binary) {
    Matching matching = binary.matching();
    return !binary.op().isSet()
        && binary.left().type() == ValueType.VECTOR
        && binary.right().type() == ValueType.VECTOR
        && (matching.on() || !matching.labels().isEmpty())
        && matching.labels().stream().allMatch(Text::isFixed);
  }

  /** The sides of which one series at most may match. */
  private static List<Expr> sidesOfOne(Binary binary) {
    return switch (binary.matching().group()) {
      case NONE -> binary.children();
      case LEFT -> List.of(binary.right());
      case RIGHT -> List.of(binary.left());
    };
  }

  private static Optional<Problem> problem(Expr side, Binary binary, SameSeries same, Query query) {
    SeriesLabels labels = query.labels().at(side);
    Set<String> matched = matched(labels, binary.matching());
    if (labels.open() || same.ifAlikeIn(matched, side)) {
      return Optional.empty();
    }
    String what =
        matched.isEmpty()
            ? " match, since no label must agree"
            : " have the same " + String.join(", ", matched);
    return Optional.of(
        Problem.error(side.span(), "several series of " + name(side, query) + " can" + what)
            .advise("Aggregate this side by the labels that must agree, or name more of them."));
  }

  private static Set<String> matched(SeriesLabels labels, Matching matching) {
    Set<String> named = matching.labels().stream().map(Text::value).collect(toSet());
    if (matching.on()) {
      return new TreeSet<>(named);
    }
    Set<String> others = new TreeSet<>(labels.possible());
    others.removeAll(named);
    others.remove(SeriesLabels.NAME);
    return others;
  }

  private static String name(Expr side, Query query) {
    List<Metric> metrics = Below.metrics(List.of(side), query);
    return metrics.size() == 1 ? metrics.getFirst().name() : "this side";
  }
}
