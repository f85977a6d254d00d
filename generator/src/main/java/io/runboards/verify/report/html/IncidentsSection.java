package io.runboards.verify.report.html;

import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.proof.IncidentProof.Sign;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.report.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The incidents: which alerts each of them fires when, and where it can be seen.
 *
 * @param proof the proof that they are part of
 */
record IncidentsSection(Proof proof) {

  Section section() {
    List<Verdict> verdicts = proof.incidents().stream().map(IncidentProof::verdict).toList();
    return Section.of("incidents", "Incidents", verdicts);
  }

  void writeTo(Html html) {
    if (proof.incidents().isEmpty()) {
      return;
    }
    section()
        .writeTo(
            html,
            () ->
                html.in(
                    Tag.of("div", "cards"),
                    () ->
                        IntStream.range(0, proof.incidents().size())
                            .forEach(i ->
                                incident(html, proof.incidents().get(i), Anchors.incident(i)))));
  }

  private void incident(Html html, IncidentProof incident, String id) {
    html.in(
        Tag.of("article", "card")
            .with("id", id)
            .with("data-verdict", incident.verdict().id())
            .with("tabindex", "-1"),
        () -> {
          html.in(
              Tag.of("div", "head"),
              () -> {
                html.in(Tag.of("h3").with("dir", "auto"), incident.title());
                Look.badge(html, incident.verdict());
              });
          html.in(
              Tag.of("p", "kind"),
              "%s, lasts %s".formatted(incident.name(), Words.length(incident.lasts())));
          html.in(Tag.of("p").with("dir", "auto"), incident.story());
          Flaws.writeTo(html, incident.flaws());
          list(html, "Fires", incident.alerts(), fired -> fired(html, fired));
          list(html, "Can be seen on", incident.panels(), sign -> sign(html, sign));
        });
  }

  private static <T> void list(Html html, String title, List<T> items, Consumer<T> item) {
    if (items.isEmpty()) {
      return;
    }
    html.in(Tag.of("p", "row-title"), title);
    html.in(Tag.of("ul", "plain"), () -> items.forEach(it -> html.in("li", () -> item.accept(it))));
  }

  private void fired(Html html, Fired fired) {
    Optional<String> rule =
        IntStream.range(0, proof.rules().size())
            .filter(i -> proof.rules().get(i).kind() == RuleProof.Kind.ALERT)
            .filter(i -> proof.rules().get(i).name().equals(fired.alert()))
            .mapToObj(Anchors::rule)
            .findFirst();
    link(html, rule, fired.alert());
    html.text(
        " %s, %s, for %s"
            .formatted(
                Words.after(fired.after()),
                fired.severity(),
                fired.series() == 1 ? "1 series" : fired.series() + " series"));
  }

  private void sign(Html html, Sign sign) {
    link(html, new Anchors(proof.dashboards()).of(sign), sign.panel());
    html.text(" of ");
    html.in("bdi", sign.dashboard());
    html.text(": " + sign.how());
  }

  private static void link(Html html, Optional<String> id, String text) {
    id.ifPresentOrElse(
        it -> html.in(Tag.of("a").with("href", "#" + it), () -> html.in("bdi", text)),
        () -> html.in("bdi", text));
  }
}
