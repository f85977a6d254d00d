package io.runboards.verify.report.html;

import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.proof.RuleProof.Kind;
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.report.Words;
import io.runboards.verify.unit.UnitText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rules of one kind in a table.
 *
 * @param proof the proof that they are part of
 * @param kind what they do
 * @param title the title above the table
 */
record RulesSection(Proof proof, Kind kind, String title) {

  Section section() {
    List<Verdict> verdicts =
        proof.rules().stream().filter(it -> it.kind() == kind).map(RuleProof::verdict).toList();
    return Section.of(kind.label() + "s", title, verdicts);
  }

  void writeTo(Html html) {
    if (section().verdicts().isEmpty()) {
      return;
    }
    section()
        .writeTo(
            html,
            () ->
                html.in(
                    Tag.of("table", "rules"),
                    () -> {
                      html.in("thead", () -> head(html));
                      html.in("tbody", () -> rules(html));
                    }));
  }

  private void head(Html html) {
    html.in(
        "tr",
        () -> {
          html.in(Tag.of("th").with("scope", "col"), "Verdict");
          html.in(Tag.of("th").with("scope", "col"), kind == Kind.ALERT ? "Alert" : "Metric");
          html.in(
              Tag.of("th").with("scope", "col"), kind == Kind.ALERT ? "Fires under" : "Recorded");
        });
  }

  private void rules(Html html) {
    IntStream.range(0, proof.rules().size())
        .filter(i -> proof.rules().get(i).kind() == kind)
        .forEach(i -> rule(html, proof.rules().get(i), Anchors.rule(i)));
  }

  private void rule(Html html, RuleProof rule, String id) {
    html.in(
        Tag.of("tr", "rule")
            .with("id", id)
            .with("data-verdict", rule.verdict().id())
            .with("tabindex", "-1"),
        () -> {
          html.in("td", () -> Look.badge(html, rule.verdict()));
          html.in("td", () -> what(html, rule));
          html.in("td", () -> did(html, rule));
        });
  }

  private void what(Html html, RuleProof rule) {
    html.in(
        Tag.of("p", "name"),
        () -> {
          html.in("b", rule.name());
          html.text(" ");
          html.in(Tag.of("span", "kind"), rule.file() + " / " + rule.group());
        });
    Flaws.writeTo(html, rule.flaws());
    html.in(Tag.of("code", "promql").with("dir", "ltr"), rule.promql());
  }

  private void did(Html html, RuleProof rule) {
    if (kind == Kind.RECORDING) {
      html.text(PanelCard.facts(rule.measured(), UnitText.of("none")));
      return;
    }
    List<Integer> incidents =
        IntStream.range(0, proof.incidents().size())
            .filter(i -> fires(proof.incidents().get(i), rule.name()))
            .boxed()
            .toList();
    if (incidents.isEmpty()) {
      html.text(proof.incidents().isEmpty() ? "no incident was tried" : "no incident");
      return;
    }
    html.in(
        Tag.of("ul", "plain"),
        () -> incidents.forEach(i -> html.in("li", () -> firing(html, i, rule.name()))));
  }

  private void firing(Html html, int index, String alert) {
    IncidentProof incident = proof.incidents().get(index);
    html.in(Tag.of("a").with("href", "#" + Anchors.incident(index)), incident.title());
    incident.alerts().stream()
        .filter(it -> it.alert().equals(alert))
        .findFirst()
        .ifPresent(it -> html.text(" " + Words.after(it.after())));
  }

  private static boolean fires(IncidentProof incident, String alert) {
    return incident.alerts().stream().anyMatch(it -> it.alert().equals(alert));
  }
}
