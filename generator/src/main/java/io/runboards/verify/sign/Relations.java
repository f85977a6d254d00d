package io.runboards.verify.sign;

import io.runboards.flow.Metrics;
import io.runboards.promql.Expr;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which metrics of sources a query reads in the end, also by way of recording rules. */
public final class Relations {
  private final RuleGraph graph;
  private final Map<String, List<Recording>> recordings;

  public Relations(RuleBook book, RuleGraph graph) {
    this.graph = graph;
    this.recordings = book.recordings().collect(Collectors.groupingBy(Recording::name));
  }

  public Set<String> of(Rule rule) {
    return of(rule.series().expr());
  }

  public Set<String> of(Expr query) {
    Set<String> sources = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Metrics.namesIn(query).forEach(name -> follow(name, seen, sources));
    return sources;
  }

  private void follow(String name, Set<String> seen, Set<String> sources) {
    if (!seen.add(name)) {
      return;
    }
    if (!recordings.containsKey(name)) {
      sources.add(name);
      return;
    }
    for (Recording recording : recordings.get(name)) {
      graph.reads(recording).forEach(below -> follow(below, seen, sources));
    }
  }
}
