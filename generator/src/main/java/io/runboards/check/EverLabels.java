package io.runboards.check;

import io.runboards.catalog.Label;
import io.runboards.flow.LabelFlow;
import io.runboards.flow.Metrics;
import io.runboards.flow.SeriesLabels;
import io.runboards.flow.World;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.VectorSelector;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The labels that series had at a node or anywhere below it, before something dropped them. */
final class EverLabels {
  private final Map<Expr, Set<String>> labels = new IdentityHashMap<>();
  private final Set<Expr> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private EverLabels() {}

  /**
   * Collects them from the leaves up.
   *
   * @param nodes all nodes of a query, parents before their children
   */
  static EverLabels in(List<Expr> nodes, LabelFlow flow, World world) {
    EverLabels ever = new EverLabels();
    nodes.reversed().forEach(node -> ever.add(node, flow.at(node), world));
    return ever;
  }

  private void add(Expr node, SeriesLabels now, World world) {
    Set<String> had = new HashSet<>(now.possible());
    if (node instanceof VectorSelector selector) {
      Metrics.of(selector, world).stream()
          .flatMap(metric -> metric.labels().stream())
          .map(Label::name)
          .forEach(had::add);
    }
    boolean any = now.open();
    for (Expr child : node.children()) {
      had.addAll(labels.get(child));
      any |= open.contains(child);
    }
    labels.put(node, had);
    if (any) {
      open.add(node);
    }
  }

  /** Whether a series may have had the label at this node or anywhere below. */
  boolean had(String label, Expr node) {
    return open.contains(node) || labels.get(node).contains(label);
  }
}
