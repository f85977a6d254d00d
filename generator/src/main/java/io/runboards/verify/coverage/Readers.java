package io.runboards.verify.coverage;

import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.flow.Metrics;
import io.runboards.rules.Rule;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who reads which metric: the titles of dashboards and the names of rules, by the metric. */
record Readers(SortedMap<String, SortedSet<String>> byMetric) {
  Readers {
    byMetric = Collections.unmodifiableSortedMap(byMetric);
  }

  static Readers of(Workspace workspace) {
    SortedMap<String, SortedSet<String>> readers = new TreeMap<>();
    for (Examined examined : workspace.dashboards()) {
      String title = examined.dashboard().title();
      examined.queries().values().stream()
          .flatMap(query -> Metrics.namesIn(query.tree()).stream())
          .forEach(name -> add(name, title, readers));
    }
    workspace.book().rules().forEach(rule -> add(rule, workspace, readers));
    return new Readers(readers);
  }

  private static void add(
      Rule rule, Workspace workspace, SortedMap<String, SortedSet<String>> readers) {
    workspace.graph().reads(rule).forEach(name -> add(name, rule.name(), readers));
  }

  private static void add(
      String metric, String reader, SortedMap<String, SortedSet<String>> readers) {
    readers.computeIfAbsent(metric, name -> new TreeSet<>()).add(reader);
  }
}
