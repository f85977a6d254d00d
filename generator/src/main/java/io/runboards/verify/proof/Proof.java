package io.runboards.verify.proof;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a run showed.
 *
 * @param site the site
 * @param ground what was asked
 * @param dashboards its dashboards
 * @param rules its rules
 * @param incidents what incidents set off; none if none were tried
 * @param live which alerts a Prometheus confirmed while incidents happened; none if that was not
 *     tried
 * @param metrics what dashboards and rules read; only of a store of the user's own
 */
public record Proof(
    String site,
    Ground ground,
    List<DashboardProof> dashboards,
    List<RuleProof> rules,
    List<IncidentProof> incidents,
    List<LiveProof> live,
    List<MetricProof> metrics) {
  public Proof {
    dashboards = List.copyOf(dashboards);
    rules = List.copyOf(rules);
    incidents = List.copyOf(incidents);
    live = List.copyOf(live);
    metrics = List.copyOf(metrics);
  }

  public Proof(
      String site,
      Ground ground,
      List<DashboardProof> dashboards,
      List<RuleProof> rules,
      List<IncidentProof> incidents) {
    this(site, ground, dashboards, rules, incidents, List.of(), List.of());
  }

  /** The same with what dashboards showed. */
  public Proof withDashboards(List<DashboardProof> shown) {
    return new Proof(site, ground, shown, rules, incidents, live, metrics);
  }

  /** The same with more rules. */
  public Proof withRules(List<RuleProof> more) {
    return new Proof(
        site,
        ground,
        dashboards,
        Stream.concat(rules.stream(), more.stream()).toList(),
        incidents,
        live,
        metrics);
  }

  /** The same with what was confirmed while it happened. */
  public Proof withLive(List<LiveProof> confirmed) {
    return new Proof(site, ground, dashboards, rules, incidents, confirmed, metrics);
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
            incidents.stream().flatMap(incident -> incident.flaws().stream()),
            live.stream().flatMap(alert -> alert.flaws().stream()),
            metrics.stream().flatMap(metric -> metric.flaws().stream()))
        .flatMap(it -> it);
  }

  public Verdict verdict() {
    return Verdict.worst(flaws().map(Flaw::verdict).toList());
  }
}
