package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.finding.Finding;
import io.runboards.finding.Severity;
import io.runboards.flow.World;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the checks what they have against queries for clusters of version 2.17. */
final class Examiner {
  private final World world;
  private final Map<Original, Set<String>> before = new HashMap<>();

  Examiner(World world) {
    this.world = world;
  }

  /** The errors and the warnings; an info is no objection. */
  List<Finding> objections(String query) {
    return QueryChecks.check(
            "query",
            query,
            Promql.parse(query, Syntax.GRAFANA),
            world,
            Optional.of(ClusterVersion.V2_17))
        .stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .toList();
  }

  /** Whether there is an objection to the mutant that there is not to the original. */
  boolean finds(Mutant mutant) {
    Set<String> known =
        before.computeIfAbsent(mutant.original(), original -> said(original.text()));
    return !known.containsAll(said(mutant.text()));
  }

  /** What the objections say, wherever they say it. */
  private Set<String> said(String query) {
    return objections(query).stream()
        .map(finding -> finding.id() + ": " + finding.message())
        .collect(Collectors.toSet());
  }
}
