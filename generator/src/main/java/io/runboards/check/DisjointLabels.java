package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.promql.Expr;
import java.util.List;

/** A join on a label that one side has and the other never had: no series finds a partner. */
final class DisjointLabels implements QueryCheck {
  @Override
  public String id() {
    return "disjoint-labels";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.allOf(
        query.uses(), use -> isJoin(use, query) ? problems(use, query) : List.of());
  }

  /** Whether pairs of series are wanted in which both have the label. */
  private static boolean isJoin(LabelUse use, Query query) {
    return use.role() == LabelUse.Role.ON
        && (use.isOfOr() ? use.isCertain(query) : use.isPossible(query));
  }

  private static List<Problem> problems(LabelUse use, Query query) {
    return Problems.where(
        use.operands(),
        side -> !query.everHad(use.label(), side),
        side -> problem(use, name(side, use, query) + " has no label '" + use.label() + "'"));
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
