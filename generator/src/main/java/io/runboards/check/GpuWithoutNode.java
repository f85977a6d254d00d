package io.runboards.check;

import io.runboards.flow.SeriesLabels;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A grouping by the index of a GPU, which says nothing without its node. */
final class GpuWithoutNode implements QueryCheck {
  private static final String GPU = "gpu";

  /** Labels that name the node of a GPU. */
  private static final Set<String> NODES = Set.of("node", "Hostname", "hostname");

  /** Labels that tell GPUs of different nodes apart. */
  private static final Set<String> TELLING =
      Set.of("node", "Hostname", "hostname", "instance", "UUID", "pod", "pod_name", "pod_uuid");

  @Override
  public String id() {
    return "gpu-without-node";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return query
        .aggregations()
        .filter(aggregation -> !aggregation.without())
        .filter(aggregation -> aggregation.labels().stream().allMatch(Text::isFixed))
        .filter(aggregation ->
            aggregation.labels().stream().map(Text::value).noneMatch(TELLING::contains))
        .filter(aggregation -> mixesNodes(aggregation, query))
        .flatMap(aggregation -> aggregation.labels().stream())
        .filter(label -> label.value().equals(GPU))
        .map(label ->
            Problem.warning(
                label.span(),
                "'gpu' is an index that each node has: this mixes GPUs of different nodes"));
  }

  private static boolean mixesNodes(Aggregation aggregation, Query query) {
    SeriesLabels input = query.labels().at(aggregation.expr());
    return input.possible().contains(GPU)
        && NODES.stream().anyMatch(input.possible()::contains)
        && Below.selectors(List.of(aggregation.expr())).noneMatch(GpuWithoutNode::isOfOneNode);
  }

  private static boolean isOfOneNode(VectorSelector selector) {
    return selector.matchers().stream()
        .anyMatch(matcher ->
            matcher.op() == Matcher.Op.EQUAL
                && NODES.contains(matcher.label().value())
                && !matcher.value().isEmpty());
  }
}
