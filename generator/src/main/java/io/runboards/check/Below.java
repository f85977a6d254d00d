package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.flow.Metrics;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.VectorSelector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands in a part of a query. */
final class Below {
  private Below() {}

  /** The nodes of some parts, parents before their children. */
  static List<Expr> nodes(List<Expr> parts) {
    List<Expr> nodes = new ArrayList<>();
    List<Expr> open = new ArrayList<>(parts.reversed());
    while (!open.isEmpty()) {
      Expr node = open.removeLast();
      nodes.add(node);
      List<Expr> children = node.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.add(children.get(i));
      }
    }
    return nodes;
  }

  static Stream<VectorSelector> selectors(List<Expr> parts) {
    return nodes(parts).stream()
        .filter(VectorSelector.class::isInstance)
        .map(VectorSelector.class::cast);
  }

  /** The known metrics that some parts of a query read. */
  static List<Metric> metrics(List<Expr> parts, Query query) {
    Map<String, Metric> byName = new LinkedHashMap<>();
    for (Expr node : nodes(parts)) {
      if (node instanceof VectorSelector selector) {
        Metrics.of(selector, query.world()).ifPresent(metric -> byName.put(metric.name(), metric));
      }
    }
    return List.copyOf(byName.values());
  }
}
