package io.runboards.verify.report;

import io.runboards.dashboard.Origin;
import io.runboards.finding.Severity;
import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.LiveProof;
import io.runboards.verify.proof.MetricProof;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.QueryProof;
import io.runboards.verify.proof.RuleProof;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A flaw, and what has it.
 *
 * @param flaw what is wrong
 * @param subject what has it, in words, such as the titles of a dashboard and a panel
 * @param key what has it, for programs, such as {@code fleet/12/A}
 * @param kind what that is: {@code dashboard}, {@code query}, {@code rule} or {@code incident}
 * @param promql the query; empty if there is none
 * @param origin the line that wrote it, if one did
 */
record Complaint(
    Flaw flaw, String subject, String key, String kind, String promql, Optional<Origin> origin) {

  /** All flaws of a proof, in its order. */
  static List<Complaint> of(Proof proof) {
    return Stream.of(
            proof.metrics().stream().flatMap(Complaint::of),
            proof.dashboards().stream().flatMap(Complaint::of),
            proof.rules().stream().flatMap(Complaint::of),
            proof.incidents().stream().flatMap(Complaint::of),
            proof.live().stream().flatMap(Complaint::of))
        .flatMap(it -> it)
        .toList();
  }

  /** The errors and warnings of a proof, in its order. */
  static List<Complaint> serious(Proof proof) {
    return of(proof).stream().filter(it -> it.flaw().severity() != Severity.INFO).toList();
  }

  private static Stream<Complaint> of(DashboardProof dashboard) {
    Stream<Complaint> ofVariables =
        dashboard.flaws().stream()
            .map(flaw ->
                new Complaint(
                    flaw,
                    dashboard.title(),
                    dashboard.uid(),
                    "dashboard",
                    "",
                    Optional.of(dashboard.origin())));
    Stream<Complaint> ofPanels =
        dashboard.panels().stream()
            .flatMap(
                panel -> panel.queries().stream().flatMap(query -> of(dashboard, panel, query)));
    return Stream.concat(ofVariables, ofPanels);
  }

  private static Stream<Complaint> of(
      DashboardProof dashboard, PanelProof panel, QueryProof query) {
    return query.flaws().stream()
        .map(flaw ->
            new Complaint(
                flaw,
                dashboard.title() + " / " + panel.title(),
                "%s/%s/%s".formatted(dashboard.uid(), panel.id(), query.ref()),
                "query",
                query.promql(),
                Optional.of(query.origin())));
  }

  private static Stream<Complaint> of(RuleProof rule) {
    return rule.flaws().stream()
        .map(flaw ->
            new Complaint(
                flaw,
                rule.kind().label() + " " + rule.name(),
                "%s/%s/%s".formatted(rule.file(), rule.group(), rule.name()),
                "rule",
                rule.promql(),
                Optional.of(rule.origin())));
  }

  private static Stream<Complaint> of(IncidentProof incident) {
    return incident.flaws().stream()
        .map(flaw ->
            new Complaint(
                flaw,
                "incident " + incident.name(),
                "incident/" + incident.name(),
                "incident",
                "",
                Optional.empty()));
  }

  private static Stream<Complaint> of(LiveProof alert) {
    return alert.flaws().stream()
        .map(flaw ->
            new Complaint(
                flaw,
                "alert %s while it happens".formatted(alert.alert()),
                "live/" + alert.alert(),
                "alert",
                "",
                Optional.empty()));
  }

  private static Stream<Complaint> of(MetricProof metric) {
    return metric.flaws().stream()
        .map(flaw ->
            new Complaint(
                flaw,
                "metric " + metric.name(),
                "metric/" + metric.name(),
                "metric",
                "",
                Optional.empty()));
  }
}
