package io.runboards.flow;

import io.runboards.promql.Expr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What is known of each node of a query. Among few nodes, looking at all of them is fastest. */
final class ByNode<T> {
  private static final int FEW = 24;

  private final List<Expr> nodes = new ArrayList<>();
  private final List<T> values = new ArrayList<>();
  private final Map<Expr, T> ofMany = new IdentityHashMap<>(0);

  /** Says what is known of one more node. */
  void add(Expr node, T value) {
    if (nodes.size() < FEW) {
      nodes.add(node);
      values.add(value);
    } else {
      ofMany.put(node, value);
    }
  }

  /** What is known of a node, or null. */
  T get(Expr node) {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (nodes.get(i) == node) {
        return values.get(i);
      }
    }
    return ofMany.isEmpty() ? null : ofMany.get(node);
  }
}
