package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.promql.Expr;
import java.util.List;
import java.util.stream.Stream;

/** A join on a label that one side has and the other never had: no series finds a partner. */
final class DisjointLabels implements QueryCheck {
  @Override
  public String id() {
    return "disjoint-labels";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return query
        .uses()
        .filter(use -> use.role() == LabelUse.Role.ON)
        .filter(use -> use.isOfOr() ? use.isCertain(query) : use.isPossible(query))
        .flatMap(use -> problems(use, query));
  }

  private static Stream<Problem> problems(LabelUse use, Query query) {
    return use.operands().stream()
        .filter(side -> !query.ever().had(use.label(), side))
        .map(side -> problem(use, name(side, use, query) + " has no label '" + use.label() + "'"));
  }

  private static Problem problem(LabelUse use, String why) {
    return use.isOfOr()
        ? Problem.warning(use.text().span(), why + ", so or takes both sides whole")
        : Problem.error(use.text().span(), why + ", so nothing matches");
  }

  private static String name(Expr side, LabelUse use, Query query) {
    List<Metric> metrics = Below.metrics(List.of(side), query);
    if (metrics.size() == 1) {
      return metrics.getFirst().name();
    }
    return side == use.operands().getFirst() ? "the left side" : "the right side";
  }
}
