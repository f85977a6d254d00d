package io.runboards.rules;

import io.runboards.flow.Metrics;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.VectorSelector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rules read what others write. */
public final class RuleGraph {
  private final Map<String, List<Recording>> writers = new HashMap<>();
  private final Map<Expr, Set<String>> names = new HashMap<>();

  private RuleGraph() {}

  public static RuleGraph of(RuleBook book) {
    RuleGraph graph = new RuleGraph();
    book.recordings()
        .forEach(rule ->
            graph.writers.computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(rule));
    return graph;
  }

  /** The names of all metrics that a rule reads. */
  public Set<String> reads(Rule rule) {
    return names.computeIfAbsent(rule.series().expr(), RuleGraph::metrics);
  }

  /** The rules that write what a rule reads. */
  public List<Recording> writers(Rule reader) {
    return reads(reader).stream()
        .flatMap(name -> writers.getOrDefault(name, List.of()).stream())
        .toList();
  }

  /** The rules that write what a rule reads, and what those read, and so on. */
  public Set<Recording> below(Rule reader) {
    Set<Recording> below = new LinkedHashSet<>();
    Deque<Rule> open = new ArrayDeque<>(List.of(reader));
    while (!open.isEmpty()) {
      for (Recording writer : writers(open.pop())) {
        if (below.add(writer)) {
          open.push(writer);
        }
      }
    }
    return below;
  }

  /** The same groups, each after those that write what it reads; circles stay as they are. */
  public List<RuleGroup> inOrder(List<RuleGroup> groups) {
    List<RuleGroup> ordered = new ArrayList<>();
    Set<RuleGroup> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    groups.forEach(group -> place(group, groups, seen, ordered));
    return ordered;
  }

  private void place(
      RuleGroup group, List<RuleGroup> groups, Set<RuleGroup> seen, List<RuleGroup> ordered) {
    if (!seen.add(group)) {
      return;
    }
    Set<String> read = new HashSet<>();
    group.rules().forEach(rule -> read.addAll(reads(rule)));
    for (RuleGroup other : groups) {
      if (other.recordings().anyMatch(rule -> read.contains(rule.name()))) {
        place(other, groups, seen, ordered);
      }
    }
    ordered.add(group);
  }

  /** Whether some rule writes the metric. */
  public boolean records(String metric) {
    return writers.containsKey(metric);
  }

  private static Set<String> metrics(Expr expr) {
    Set<String> names = new HashSet<>();
    Deque<Expr> open = new ArrayDeque<>(List.of(expr));
    while (!open.isEmpty()) {
      Expr next = open.pop();
      if (next instanceof VectorSelector selector) {
        Metrics.nameOf(selector).ifPresent(names::add);
      }
      next.children().forEach(open::push);
    }
    return names;
  }
}
