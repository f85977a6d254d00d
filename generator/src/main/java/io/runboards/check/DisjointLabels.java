package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import java.util.List;
import java.util.stream.Stream;

/** A join on a label that one side has and the other never had: nothing matches. */
final class DisjointLabels implements QueryCheck {
  @Override
  public String id() {
    return "disjoint-labels";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return LabelUse.in(query)
        .filter(use -> use.role() == LabelUse.Role.ON)
        .filter(use -> !(use.node() instanceof Binary binary && binary.op() == BinaryOp.OR))
        .flatMap(use -> problem(use, query));
  }

  private static Stream<Problem> problem(LabelUse use, Query query) {
    String label = use.label();
    boolean thereOnOneSide =
        use.operands().stream().anyMatch(side -> query.labels().at(side).mayHave(label));
    if (!thereOnOneSide) {
      return Stream.empty();
    }
    return use.operands().stream()
        .filter(side -> !query.ever().had(label, side))
        .map(side ->
            Problem.error(
                use.text().span(),
                name(side, use, query) + " has no label '" + label + "', so nothing matches"));
  }

  private static String name(Expr side, LabelUse use, Query query) {
    List<Metric> metrics = Below.metrics(List.of(side), query);
    if (metrics.size() == 1) {
      return metrics.getFirst().name();
    }
    return side == use.operands().getFirst() ? "the left side" : "the right side";
  }
}
