package io.runboards.rules;

import io.runboards.flow.Metrics;
import io.runboards.promql.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which rules read what others write. */
public final class RuleGraph {
  private final Map<String, List<Recording>> writers = new HashMap<>();
  private final Map<Expr, Set<String>> names = new ConcurrentHashMap<>();

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
    return names.computeIfAbsent(rule.series().expr(), Metrics::namesIn);
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
    Map<String, List<Integer>> byRecord = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      int index = i;
      groups
          .get(i)
          .recordings()
          .map(Recording::name)
          .forEach(name -> byRecord.computeIfAbsent(name, it -> new ArrayList<>()).add(index));
    }
    Set<Integer> ordered = new LinkedHashSet<>();
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      place(i, groups, byRecord, seen, ordered);
    }
    return ordered.stream().map(groups::get).toList();
  }

  private void place(
      int index,
      List<RuleGroup> groups,
      Map<String, List<Integer>> byRecord,
      Set<Integer> seen,
      Set<Integer> ordered) {
    if (!seen.add(index)) {
      return;
    }
    SortedSet<Integer> before = new TreeSet<>();
    for (Rule rule : groups.get(index).rules()) {
      reads(rule).forEach(name -> before.addAll(byRecord.getOrDefault(name, List.of())));
    }
    before.forEach(other -> place(other, groups, byRecord, seen, ordered));
    ordered.add(index);
  }

  /** Whether some rule writes the metric. */
  public boolean records(String metric) {
    return writers.containsKey(metric);
  }
}
