package io.runboards.verify.sign;

import io.runboards.flow.Metrics;
import io.runboards.promql.Expr;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleGraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which metrics of sources a query reads in the end, also by way of recording rules. */
public final class Relations {
  private final RuleGraph graph;
  private final Map<String, Recording> recordings = new HashMap<>();

  public Relations(RuleBook book, RuleGraph graph) {
    this.graph = graph;
    book.recordings().forEach(rule -> recordings.putIfAbsent(rule.name(), rule));
  }

  public Set<String> of(Rule rule) {
    return of(rule.series().expr());
  }

  public Set<String> of(Expr query) {
    Set<String> sources = new HashSet<>();
    Metrics.namesIn(query).forEach(name -> add(name, sources));
    return sources;
  }

  private void add(String name, Set<String> sources) {
    Recording recording = recordings.get(name);
    if (recording == null) {
      sources.add(name);
      return;
    }
    graph.reads(recording).forEach(sources::add);
    graph.below(recording).forEach(below -> sources.addAll(graph.reads(below)));
    sources.removeIf(recordings::containsKey);
  }
}
