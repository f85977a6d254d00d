package io.runboards.verify.proof;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a run showed.
 *
 * @param site the site
 * @param ground what was asked
 * @param dashboards its dashboards
 * @param rules its rules; none on a store of the user's own
 * @param incidents what incidents set off; none if none were tried
 */
public record Proof(
    String site,
    Ground ground,
    List<DashboardProof> dashboards,
    List<RuleProof> rules,
    List<IncidentProof> incidents) {
  public Proof {
    dashboards = List.copyOf(dashboards);
    rules = List.copyOf(rules);
    incidents = List.copyOf(incidents);
  }

  public Stream<PanelProof> panels() {
    return dashboards.stream().flatMap(dashboard -> dashboard.panels().stream());
  }

  public Stream<QueryProof> queries() {
    return panels().flatMap(panel -> panel.queries().stream());
  }

  /** All that is wrong, or only explains. */
  public Stream<Flaw> flaws() {
    return Stream.of(
            dashboards.stream().flatMap(dashboard -> dashboard.flaws().stream()),
            queries().flatMap(query -> query.flaws().stream()),
            rules.stream().flatMap(rule -> rule.flaws().stream()),
            incidents.stream().flatMap(incident -> incident.flaws().stream()))
        .flatMap(it -> it);
  }

  public Verdict verdict() {
    return Verdict.worst(flaws().map(Flaw::verdict).toList());
  }
}
