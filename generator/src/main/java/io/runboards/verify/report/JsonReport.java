package io.runboards.verify.report;

import io.runboards.json.JsonWriter;
import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.LiveProof;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.proof.MetricProof;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.QueryProof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.report.Tally.Part;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A report for programs: all of a proof but the curves.
 *
 * <p>Fields keep their names and meanings; new ones may come. What has no value is {@code null}.
 * {@code docs/verify-report.md} lists them.
 */
public final class JsonReport {
  private JsonReport() {}

  public static void print(Proof proof, PrintWriter out) {
    JsonWriter.pretty(
        out,
        json -> {
          json.field("site", proof.site());
          json.field("verdict", proof.verdict().id());
          json.object("ground", it -> ground(it, proof));
          json.object("counts", it -> counts(it, proof, Tally.of(proof)));
          json.objects("dashboards", proof.dashboards(), JsonReport::dashboard);
          json.objects("rules", proof.rules(), JsonReport::rule);
          json.objects("incidents", proof.incidents(), JsonReport::incident);
          json.objects("live", proof.live(), JsonReport::live);
          json.objects("metrics", proof.metrics(), JsonReport::metric);
        });
  }

  private static void ground(JsonWriter json, Proof proof) {
    json.field("store", proof.ground().store());
    json.field("series", proof.ground().series());
    json.field("from", proof.ground().from().toString());
    json.field("until", proof.ground().until().toString());
    json.field("samples", (double) proof.ground().samples());
  }

  private static void counts(JsonWriter json, Proof proof, Tally tally) {
    json.field("dashboards", tally.dashboards());
    json.field("panels", tally.panels());
    json.field("queries", tally.queries());
    json.field("queriesShown", tally.shown());
    json.field("queriesRefused", tally.refused());
    json.field("queriesEmpty", tally.empty());
    json.field("queriesEmptyAllowed", tally.emptyAllowed());
    json.field("queriesOutOfRange", tally.outOfRange());
    part(json, "alerts", tally.alerts());
    part(json, "recordings", tally.recordings());
    part(json, "incidents", tally.incidents());
    part(json, "live", Tally.live(proof));
    json.field("metrics", Tally.metrics(proof).all());
    json.field("metricsThere", Tally.metrics(proof).proven());
    json.field("errors", tally.errors());
    json.field("warnings", tally.warnings());
  }

  private static void part(JsonWriter json, String name, Part part) {
    json.field(name, part.all());
    json.field(name + "Proven", part.proven());
  }

  private static void dashboard(JsonWriter json, DashboardProof dashboard) {
    json.field("uid", dashboard.uid());
    json.field("title", dashboard.title());
    json.field("folder", dashboard.folder());
    json.field("verdict", dashboard.verdict().id());
    json.field("origin", dashboard.origin().toString());
    json.objects(
        "choices",
        dashboard.choices(),
        (it, chosen) -> {
          it.field("variable", chosen.variable());
          it.field("value", chosen.value());
        });
    flaws(json, dashboard.flaws());
    json.objects("panels", dashboard.panels(), JsonReport::panel);
  }

  private static void panel(JsonWriter json, PanelProof panel) {
    json.field("id", panel.id());
    json.field("title", panel.title());
    json.field("kind", panel.kind());
    json.field("row", panel.row());
    json.field("verdict", panel.verdict().id());
    json.field("mayBeEmptyIf", panel.mayBeEmpty());
    json.objects("queries", panel.queries(), JsonReport::query);
  }

  private static void query(JsonWriter json, QueryProof query) {
    json.field("ref", query.ref());
    json.field("legend", query.legend());
    json.field("query", query.promql());
    json.field("unit", query.unit());
    json.field("verdict", query.verdict().id());
    json.field("origin", query.origin().toString());
    measured(json, query.measured());
    flaws(json, query.flaws());
  }

  private static void rule(JsonWriter json, RuleProof rule) {
    json.field("kind", rule.kind().label());
    json.field("name", rule.name());
    json.field("file", rule.file());
    json.field("group", rule.group());
    json.field("query", rule.promql());
    json.field("verdict", rule.verdict().id());
    json.field("origin", rule.origin().toString());
    measured(json, rule.measured());
    flaws(json, rule.flaws());
  }

  private static void incident(JsonWriter json, IncidentProof incident) {
    json.field("name", incident.name());
    json.field("title", incident.title());
    json.field("story", incident.story());
    json.field("seconds", (double) incident.lasts().toSeconds());
    json.field("verdict", incident.verdict().id());
    json.objects(
        "alerts",
        incident.alerts(),
        (it, fired) -> {
          it.field("alert", fired.alert());
          it.field("severity", fired.severity());
          it.field("afterSeconds", (double) fired.after().toSeconds());
          it.field("series", fired.series());
        });
    json.objects(
        "panels",
        incident.panels(),
        (it, sign) -> {
          it.field("uid", sign.uid());
          it.field("dashboard", sign.dashboard());
          it.field("panel", sign.panel());
          it.field("how", sign.how());
        });
    flaws(json, incident.flaws());
  }

  private static void live(JsonWriter json, LiveProof alert) {
    json.field("alert", alert.alert());
    json.field("severity", alert.severity());
    json.field("incident", alert.incident());
    json.field("verdict", alert.verdict().id());
    json.field("expectedSeconds", (double) alert.expected().toSeconds());
    number(
        json, "afterSeconds", alert.fired().stream().mapToDouble(Duration::toSeconds).findFirst());
    json.field("labels", alert.series());
    flaws(json, alert.flaws());
  }

  private static void metric(JsonWriter json, MetricProof metric) {
    json.field("name", metric.name());
    json.field("source", metric.source());
    json.field("verdict", metric.verdict().id());
    json.field("there", metric.isThere());
    json.field("readers", metric.readers());
    flaws(json, metric.flaws());
  }

  private static void flaws(JsonWriter json, List<Flaw> flaws) {
    json.objects(
        "flaws",
        flaws,
        (it, flaw) -> {
          it.field("id", flaw.id());
          it.field("severity", flaw.severity().label());
          it.field("message", flaw.message());
        });
  }

  private static void measured(JsonWriter json, Measured measured) {
    json.field("series", measured.series());
    json.field("points", (double) measured.points());
    if (measured.samples().isPresent()) {
      json.field("samplesTouched", (double) measured.samples().getAsLong());
    } else {
      json.nothing("samplesTouched");
    }
    number(json, "least", measured.least());
    number(json, "most", measured.most());
  }

  private static void number(JsonWriter json, String name, OptionalDouble value) {
    json.field(name, value.orElse(Double.NaN));
  }
}
