package io.runboards.verify.report.html;

import io.runboards.verify.proof.Measured;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.QueryProof;
import io.runboards.verify.report.Words;
import io.runboards.verify.unit.UnitText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A panel: how it came out, what it showed, what it asked, and what is wrong.
 *
 * @param id the id of the card in the page
 * @param panel the panel
 */
record PanelCard(String id, PanelProof panel) {
  private static final double NOTHING_BESIDE = 10_000;

  void writeTo(Html html) {
    html.in(
        Tag.of("article", "card")
            .with("id", id)
            .with("data-verdict", panel.verdict().id())
            .with("tabindex", "-1"),
        () -> {
          html.in(
              Tag.of("div", "head"),
              () -> {
                html.in(Tag.of("h3").with("dir", "auto"), titled());
                Look.badge(html, panel.verdict());
              });
          html.in(Tag.of("p", "kind"), "%s, panel %s".formatted(panel.kind(), panel.id()));
          if (!panel.mayBeEmpty().isEmpty()) {
            html.in(Tag.of("p", "reason"), "May be empty if " + panel.mayBeEmpty() + ".");
          }
          figures(html);
          panel.queries().forEach(query -> query(html, query));
        });
  }

  private String titled() {
    return panel.title().isBlank() ? "Panel " + panel.id() : panel.title();
  }

  /** What queries show in one unit stands together, as it does in the panel. */
  private void figures(Html html) {
    Map<String, List<QueryProof>> byUnit = new LinkedHashMap<>();
    panel
        .queries()
        .forEach(it -> byUnit.computeIfAbsent(it.unit(), unit -> new ArrayList<>()).add(it));
    byUnit.forEach((unit, queries) -> {
      List<Drawn> series = queries.stream().flatMap(it -> Drawn.of(it).stream()).toList();
      List<Drawn> lines = series.stream().filter(Drawn::isOverTime).toList();
      List<Drawn> values = series.stream().filter(Drawn::isOneValue).toList();
      int more = queries.stream().mapToInt(it -> it.measured().series()).sum() - series.size();
      UnitText words = UnitText.of(unit);
      if (!lines.isEmpty()) {
        new Plot(lines, lines.size() + more, words).writeTo(html);
      }
      if (!values.isEmpty()) {
        int hidden = lines.isEmpty() ? more : 0;
        new Readings(values, values.size() + hidden, words).writeTo(html);
      }
    });
  }

  private void query(Html html, QueryProof query) {
    html.in(
        Tag.of("div", "query"),
        () -> {
          Flaws.writeTo(html, query.flaws());
          html.in(Tag.of("code", "promql").with("dir", "ltr"), query.promql());
          html.in(
              Tag.of("p", "facts"),
              () -> {
                html.in("b", query.ref());
                html.in("span", facts(query.measured(), UnitText.of(query.unit())));
              });
        });
  }

  static String facts(Measured measured, UnitText unit) {
    List<String> facts = new ArrayList<>();
    facts.add(measured.series() == 1 ? "1 series" : Words.number(measured.series()) + " series");
    facts.add(measured.points() == 1 ? "1 point" : Words.number(measured.points()) + " points");
    if (measured.least().isPresent()) {
      facts.add(range(measured.least().getAsDouble(), measured.most().orElseThrow(), unit));
    }
    measured.samples().ifPresent(it -> facts.add(Words.number(it) + " samples touched"));
    return String.join(" · ", facts);
  }

  /** Beside a large value, a tiny one is nothing. */
  private static String range(double least, double most, UnitText unit) {
    boolean isTiny = least != 0 && Math.abs(least) < Math.abs(most) / NOTHING_BESIDE;
    String from = isTiny ? "about " + unit.of(0) : unit.of(least);
    String to = unit.of(most);
    return from.equals(to) ? "always " + to : from + " to " + to;
  }
}
