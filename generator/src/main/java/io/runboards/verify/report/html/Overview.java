package io.runboards.verify.report.html;

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
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.report.Tally;
import io.runboards.verify.report.Tally.Part;
import io.runboards.verify.report.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

  /** How everything came out that the page lists: variables, panels, rules and incidents. */
  List<Verdict> verdicts() {
    return Stream.of(
            proof.dashboards().stream().flatMap(DashboardSection::verdicts),
            proof.rules().stream().map(RuleProof::verdict),
            proof.incidents().stream().map(IncidentProof::verdict),
            proof.live().stream().map(LiveProof::verdict),
            proof.metrics().stream().map(MetricProof::verdict))
        .flatMap(Function.identity())
        .toList();
  }

  Verdict verdict() {
    return Section.summed(proof.verdict());
  }

  void writeTo(Html html) {
    html.in(
        Tag.of("header", "top"),
        () -> {
          html.in(Tag.of("p", "brand"), "runboards verify");
          html.in(Tag.of("h1").with("dir", "auto"), proof.site());
          html.in(
              Tag.of("p", "sentence v-" + verdict().id()),
              () -> {
                Look.sign(html, verdict());
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
    tile(html, "Panels", Words.number(tally.panels()), "with queries");
    tile(html, "Queries", Words.number(tally.queries()), tally.shown() + " with data");
    tile(html, "Empty", Words.number(tally.empty()), tally.emptyAllowed() + " of them may be");
    tile(html, "Out of range", Words.number(tally.outOfRange()), "queries");
    boolean own = !proof.metrics().isEmpty();
    part(html, "Alerts", tally.alerts(), own ? "can fire" : "proven");
    part(html, "Recordings", tally.recordings(), own ? "can record" : "proven");
    if (own) {
      part(html, "Metrics", Tally.metrics(proof), "there");
    } else {
      part(html, "Incidents", tally.incidents(), "proven");
    }
    if (!proof.live().isEmpty()) {
      part(html, "Live alerts", Tally.live(proof), "proven");
    }
  }

  private static void part(Html html, String what, Part part, String well) {
    tile(
        html,
        what,
        Words.number(part.all()),
        part.all() == 0 ? "none tried" : part.proven() + " " + well);
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
            html.in(Tag.of("ul", "flaws"), () -> findings().forEach(it -> write(html, it)));
          }
        });
  }

  /** A flaw, and the part of the page that has it. */
  private record Finding(String id, String title, Flaw flaw) {}

  /** Errors come before warnings. */
  private List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < proof.dashboards().size(); i++) {
      DashboardProof dashboard = proof.dashboards().get(i);
      add(all, Anchors.variables(i), dashboard.title(), dashboard.flaws());
      for (int j = 0; j < dashboard.panels().size(); j++) {
        PanelProof panel = dashboard.panels().get(j);
        String title = dashboard.title() + " / " + panel.title();
        for (QueryProof query : panel.queries()) {
          add(all, Anchors.panel(i, j), title, query.flaws());
        }
      }
    }
    for (int i = 0; i < proof.rules().size(); i++) {
      RuleProof rule = proof.rules().get(i);
      add(all, Anchors.rule(i), rule.name(), rule.flaws());
    }
    for (int i = 0; i < proof.incidents().size(); i++) {
      IncidentProof incident = proof.incidents().get(i);
      add(all, Anchors.incident(i), incident.title(), incident.flaws());
    }
    for (int i = 0; i < proof.live().size(); i++) {
      add(all, Anchors.live(i), proof.live().get(i).alert(), proof.live().get(i).flaws());
    }
    for (int i = 0; i < proof.metrics().size(); i++) {
      add(all, Anchors.metric(i), proof.metrics().get(i).name(), proof.metrics().get(i).flaws());
    }
    all.sort(Comparator.comparing(finding -> finding.flaw().severity()));
    return all;
  }

  private static void add(List<Finding> all, String id, String title, List<Flaw> flaws) {
    flaws.stream()
        .filter(flaw -> flaw.severity() != Severity.INFO)
        .forEach(flaw -> all.add(new Finding(id, title, flaw)));
  }

  private static void write(Html html, Finding finding) {
    Flaw flaw = finding.flaw();
    html.in(
        Tag.of("li", "v-" + flaw.verdict().id()).with("data-of", finding.id()),
        () -> {
          Look.sign(html, flaw.verdict());
          html.in(
              "div",
              () -> {
                html.in(
                    Tag.of("a").with("href", "#" + finding.id()),
                    () -> html.in("bdi", finding.title()));
                html.text(": ");
                html.in("bdi", flaw.message());
              });
        });
  }
}
