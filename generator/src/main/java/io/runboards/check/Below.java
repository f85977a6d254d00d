package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.flow.Metrics;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.VectorSelector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands in a part of a query. */
final class Below {
  private Below() {}

  /** The nodes of some parts, parents before their children. */
  static Stream<Expr> nodes(Collection<Expr> parts) {
    List<Expr> nodes = new ArrayList<>();
    Deque<Expr> open = new ArrayDeque<>(parts);
    while (!open.isEmpty()) {
      Expr node = open.pop();
      nodes.add(node);
      node.children().reversed().forEach(open::push);
    }
    return nodes.stream();
  }

  static Stream<VectorSelector> selectors(Collection<Expr> parts) {
    return nodes(parts).filter(VectorSelector.class::isInstance).map(VectorSelector.class::cast);
  }

  /** The known metrics that some parts of a query read. */
  static List<Metric> metrics(Collection<Expr> parts, Query query) {
    Map<String, Metric> byName = new LinkedHashMap<>();
    selectors(parts)
        .forEach(selector ->
            Metrics.of(selector, query.world())
                .ifPresent(metric -> byName.put(metric.name(), metric)));
    return List.copyOf(byName.values());
  }
}
