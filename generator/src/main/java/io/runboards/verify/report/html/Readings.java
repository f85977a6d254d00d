package io.runboards.verify.report.html;

import io.runboards.verify.report.Words;
import io.runboards.verify.unit.UnitText;
import java.util.Comparator;
import java.util.List;

/**
 * Values of one moment: a large number if there is one, else a short table with a bar for each.
 *
 * @param rows the series, each with one value
 * @param all how many series there are in all
 * @param unit how their values are shown
 */
record Readings(List<Drawn> rows, int all, UnitText unit) {
  private static final int MOST_ROWS = 8;
  private static final int LENGTH = 100;
  private static final Comparator<Drawn> GREATEST_FIRST =
      Comparator.comparingDouble(Drawn::last).reversed().thenComparing(Drawn::name);

  Readings {
    rows = rows.stream().sorted(GREATEST_FIRST).limit(MOST_ROWS).toList();
  }

  void writeTo(Html html) {
    if (all == 1) {
      html.in(Tag.of("p", "number"), () -> one(html, rows.getFirst()));
      return;
    }
    double most = rows.stream().mapToDouble(Drawn::last).filter(Double::isFinite).max().orElse(0);
    html.in(
        Tag.of("table", "rows"),
        () -> html.in("tbody", () -> rows.forEach(row -> row(html, row, most))));
    if (all > rows.size()) {
      html.in(Tag.of("p", "more"), "and %s more".formatted(Words.number(all - rows.size())));
    }
  }

  private void one(Html html, Drawn row) {
    html.in("strong", unit.of(row.last()));
    html.in("bdi", row.name());
  }

  private void row(Html html, Drawn row, double most) {
    double share = most > 0 ? Math.clamp(row.last() / most, 0, 1) : 0;
    html.in(
        "tr",
        () -> {
          html.in(
              Tag.of("th").with("scope", "row"),
              () -> html.in(Tag.of("bdi").with("title", row.name()), row.name()));
          html.in("td", () -> bar(html, Double.isFinite(share) ? share : 0));
          html.in("td", unit.of(row.last()));
        });
  }

  private static void bar(Html html, double share) {
    html.in(
        Tag.of("svg", "bar")
            .with("viewBox", "0 0 %s 8".formatted(LENGTH))
            .with("preserveAspectRatio", "none")
            .with("aria-hidden", "true"),
        () ->
            html.in(
                Tag.of("path")
                    .with("d", "M0 0h%sv8H0z".formatted(Math.round(share * LENGTH * 10) / 10.0)),
                ""));
  }
}
