package io.runboards.verify.report.html;

import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.LiveProof;
import io.runboards.verify.proof.MetricProof;
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.report.Tally;
import io.runboards.verify.report.Words;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Things in a table, a row for each: its verdict, its name with its flaws, and some words more.
 *
 * @param section the title, and how the things came out
 * @param columns the titles of the second and the third column
 * @param rows the things
 */
record RowsSection(Section section, List<String> columns, List<Row> rows) {

  /** One thing. */
  private record Row(
      String id, Verdict verdict, String name, String kind, List<Flaw> flaws, String more) {}

  /** Alerts that a Prometheus confirmed while incidents happened. */
  static RowsSection ofLive(List<LiveProof> live) {
    return of("live", "Live", List.of("Alert", "Fired"), live.size(), i -> row(live.get(i), i));
  }

  private static Row row(LiveProof alert, int index) {
    return new Row(
        Anchors.live(index),
        alert.verdict(),
        alert.alert(),
        alert.incident(),
        alert.flaws(),
        alert.fired().map(Words::after).orElse("not") + " " + alert.series());
  }

  /** Metrics that a store was asked for. */
  static RowsSection ofMetrics(List<MetricProof> metrics) {
    List<String> columns = List.of("Metric", "Read by");
    return of("metrics", "Metrics", columns, metrics.size(), i -> row(metrics.get(i), i));
  }

  private static Row row(MetricProof metric, int index) {
    return new Row(
        Anchors.metric(index),
        metric.verdict(),
        metric.name(),
        metric.source(),
        metric.flaws(),
        readers(metric.readers()));
  }

  private static String readers(List<String> all) {
    return all.size() <= 3
        ? String.join(", ", all)
        : "%s and %s"
            .formatted(
                String.join(", ", all.subList(0, 3)), Tally.many(all.size() - 3, "more reader"));
  }

  private static RowsSection of(
      String id, String title, List<String> columns, int size, IntFunction<Row> row) {
    List<Row> rows = IntStream.range(0, size).mapToObj(row).toList();
    List<Verdict> verdicts = rows.stream().map(Row::verdict).toList();
    return new RowsSection(Section.of(id, title, verdicts), columns, rows);
  }

  void writeTo(Html html) {
    if (!rows.isEmpty()) {
      section.writeTo(html, () -> html.in(Tag.of("table", "rules"), () -> table(html)));
    }
  }

  private void table(Html html) {
    html.in(
        "thead",
        () ->
            html.in(
                "tr",
                () -> {
                  html.in(Tag.of("th").with("scope", "col"), "Verdict");
                  columns.forEach(it -> html.in(Tag.of("th").with("scope", "col"), it));
                }));
    html.in("tbody", () -> rows.forEach(row -> write(html, row)));
  }

  private static void write(Html html, Row row) {
    html.in(
        Tag.of("tr", "rule")
            .with("id", row.id())
            .with("data-verdict", row.verdict().id())
            .with("tabindex", "-1"),
        () -> {
          html.in("td", () -> Look.badge(html, row.verdict()));
          html.in(
              "td",
              () -> {
                html.in(
                    Tag.of("p", "name"),
                    () -> {
                      html.in("b", row.name());
                      html.text(" ");
                      html.in(Tag.of("span", "kind"), row.kind());
                    });
                Flaws.writeTo(html, row.flaws());
              });
          html.in("td", row.more());
        });
  }
}
