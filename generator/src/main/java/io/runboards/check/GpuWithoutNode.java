package io.runboards.check;

import io.runboards.flow.SeriesLabels;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Text;
import java.util.List;
import java.util.Set;

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
  public List<Problem> problems(Query query) {
    return Problems.allOf(
        query.aggregations(),
        aggregation ->
            mixesNodes(aggregation, query)
                ? Problems.where(
                    aggregation.labels(),
                    GpuWithoutNode::isGpu,
                    label ->
                        Problem.warning(
                            label.span(),
                            "'gpu' is an index that each node has: this mixes GPUs of different"
                                + " nodes"))
                : List.of());
  }

  private static boolean isGpu(Text label) {
    return label.value().equals(GPU);
  }

  private static boolean groupsByIndex(Aggregation aggregation) {
    boolean gpu = false;
    for (Text label : aggregation.labels()) {
      if (!label.isFixed() || TELLING.contains(label.value())) {
        return false;
      }
      gpu |= isGpu(label);
    }
    return gpu && !aggregation.without();
  }

  private static boolean mixesNodes(Aggregation aggregation, Query query) {
    if (!groupsByIndex(aggregation)) {
      return false;
    }
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
