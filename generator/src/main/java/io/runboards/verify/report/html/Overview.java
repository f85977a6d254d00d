package io.runboards.verify.report.html;

import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.QueryProof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.report.Tally;
import io.runboards.verify.report.Tally.Part;
import io.runboards.verify.report.Words;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The head of the page: what all came to, in words, in numbers, and as a bar.
 *
 * @param proof the proof
 * @param tally its numbers
 */
record Overview(Proof proof, Tally tally) {
  private static final int MOST_OPEN = 30;

  /** How everything came out that the page lists: panels, rules and incidents. */
  List<Verdict> verdicts() {
    return Stream.of(
            proof.panels().map(PanelProof::verdict),
            proof.rules().stream().map(RuleProof::verdict),
            proof.incidents().stream().map(IncidentProof::verdict))
        .flatMap(Function.identity())
        .toList();
  }

  void writeTo(Html html) {
    html.in(
        Tag.of("header", "top"),
        () -> {
          html.in(Tag.of("p", "brand"), "runboards verify");
          html.in(Tag.of("h1").with("dir", "auto"), proof.site());
          html.in(
              Tag.of("p", "sentence v-" + proof.verdict().id()),
              () -> {
                Look.sign(html, proof.verdict());
                html.in("strong", capital(tally.sentence()) + ".");
              });
          html.in(
              Tag.of("p", "ground"),
              "%s: %s".formatted(proof.ground().store(), Words.ground(proof.ground())));
          html.in(Tag.of("dl", "tiles"), () -> tiles(html));
          bar(html);
        });
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void tiles(Html html) {
    tile(html, "Dashboards", Words.number(tally.dashboards()), "opened");
    tile(html, "Panels", Words.number(tally.panels()), "that ask something");
    tile(html, "Queries", Words.number(tally.queries()), tally.shown() + " showed something");
    tile(html, "Empty", Words.number(tally.empty()), tally.emptyAllowed() + " of them may be");
    tile(html, "Out of range", Words.number(tally.outOfRange()), "queries");
    part(html, "Alerts", tally.alerts());
    part(html, "Recordings", tally.recordings());
    part(html, "Incidents", tally.incidents());
  }

  private static void part(Html html, String what, Part part) {
    tile(
        html,
        what,
        Words.number(part.all()),
        part.all() == 0 ? "none tried" : part.proven() + " proven");
  }

  private static void tile(Html html, String what, String number, String more) {
    html.in(
        "div",
        () -> {
          html.in("dt", what);
          html.in(
              "dd",
              () -> {
                html.in("b", number);
                html.text(" " + more);
              });
        });
  }

  /** A bar whose parts are as long as there are things that came out so. */
  private void bar(Html html) {
    List<Verdict> all = verdicts();
    html.in(
        Tag.of("svg", "split")
            .with("viewBox", "0 0 %s 10".formatted(Math.max(1, all.size())))
            .with("preserveAspectRatio", "none")
            .with("aria-hidden", "true"),
        () -> {
          int from = 0;
          for (Verdict verdict : Section.worstFirst()) {
            int count = Collections.frequency(all, verdict);
            if (count > 0) {
              html.in(
                  Tag.of("path", "v-" + verdict.id())
                      .with("d", "M%s 0h%sv10h-%sz".formatted(from, count, count)),
                  "");
            }
            from += count;
          }
        });
  }

  /** Every error and warning, with a link to what has it. */
  void flaws(Html html) {
    int count = tally.errors() + tally.warnings();
    html.in(
        Tag.of("details", "findings").withIf(count <= MOST_OPEN, "open"),
        () -> {
          html.in("summary", () -> html.in("h2", "What to look at"));
          if (count == 0) {
            html.in(Tag.of("p", "about"), "Nothing: there is no error and no warning.");
          } else {
            html.in(Tag.of("ul", "flaws"), () -> list(html));
          }
        });
  }

  private void list(Html html) {
    for (int i = 0; i < proof.dashboards().size(); i++) {
      DashboardProof dashboard = proof.dashboards().get(i);
      of(html, dashboard.flaws(), Anchors.dashboard(i), dashboard.title());
      for (int j = 0; j < dashboard.panels().size(); j++) {
        PanelProof panel = dashboard.panels().get(j);
        List<Flaw> flaws =
            panel.queries().stream().map(QueryProof::flaws).flatMap(List::stream).toList();
        of(html, flaws, Anchors.panel(i, j), dashboard.title() + " / " + panel.title());
      }
    }
    for (int i = 0; i < proof.rules().size(); i++) {
      RuleProof rule = proof.rules().get(i);
      of(html, rule.flaws(), Anchors.rule(i), rule.name());
    }
    for (int i = 0; i < proof.incidents().size(); i++) {
      IncidentProof incident = proof.incidents().get(i);
      of(html, incident.flaws(), Anchors.incident(i), incident.title());
    }
  }

  private static void of(Html html, List<Flaw> flaws, String id, String title) {
    flaws.stream()
        .filter(flaw -> flaw.verdict().compareTo(Verdict.DOUBTFUL) >= 0)
        .forEach(flaw ->
            html.in(
                Tag.of("li", "v-" + flaw.verdict().id()).with("data-of", id),
                () -> {
                  Look.sign(html, flaw.verdict());
                  html.in(
                      "div",
                      () -> {
                        html.in(
                            Tag.of("a").with("href", "#" + id), () -> html.in("bdi", title));
                        html.text(": ");
                        html.in("bdi", flaw.message());
                      });
                }));
  }
}
