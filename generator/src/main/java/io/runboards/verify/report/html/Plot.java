package io.runboards.verify.report.html;

import io.runboards.verify.report.Tally;
import io.runboards.verify.report.Words;
import io.runboards.verify.unit.UnitText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Lines over time, with three labels on each axis, and the names of the lines.
 *
 * @param lines the lines
 * @param all how many series there are in all
 * @param unit how their values are shown
 */
record Plot(List<Drawn> lines, int all, UnitText unit) {
  static final int WIDTH = 600;
  static final int HEIGHT = 160;

  private static final int MOST_LINES = 12;
  private static final Duration LONG = Duration.ofHours(36);
  private static final DateTimeFormatter CLOCK = format("HH:mm");
  private static final DateTimeFormatter DAY = format("d MMM HH:mm");

  Plot {
    lines = lines.stream().limit(MOST_LINES).toList();
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  void writeTo(Html html) {
    LongSummaryStatistics when =
        lines.stream()
            .flatMapToLong(line -> LongStream.of(line.curve().times()))
            .summaryStatistics();
    Axis axis = axis();
    html.in(
        Tag.of("figure", "plot"),
        () -> {
          html.in(Tag.of("div", "y"), () -> axis.labels().forEach(it -> html.in("span", it)));
          html.in(
              Tag.of("svg", "lines")
                  .with("viewBox", "0 0 %s %s".formatted(WIDTH, HEIGHT))
                  .with("preserveAspectRatio", "none")
                  .with("role", "img")
                  .with("aria-label", words(axis)),
              () -> lines(html, when.getMin(), when.getMax(), axis));
          html.in(Tag.of("div", "x"), () -> times(when).forEach(it -> html.in("span", it)));
          html.in("figcaption", () -> names(html));
        });
  }

  private Axis axis() {
    double least = values().min().orElse(0);
    double most = values().max().orElse(0);
    return Axis.of(least, most, unit);
  }

  private DoubleStream values() {
    return lines.stream()
        .flatMapToDouble(line -> Arrays.stream(line.curve().values()))
        .filter(Double::isFinite);
  }

  private String words(Axis axis) {
    return "%s over time, on a scale from %s to %s"
        .formatted(Tally.many(all, "line"), axis.labels().getLast(), axis.labels().getFirst());
  }

  private void lines(Html html, long from, long until, Axis axis) {
    html.in(
        Tag.of("path", "grid")
            .with(
                "d",
                "M0 0h%s M0 %s h%s M0 %sh%s".formatted(WIDTH, HEIGHT / 2, WIDTH, HEIGHT, WIDTH)),
        "");
    for (int i = lines.size() - 1; i >= 0; i--) {
      html.in(
          Tag.of("path", color(i)).with("d", LinePath.of(lines.get(i).curve(), from, until, axis)),
          "");
    }
  }

  private static String color(int line) {
    return "line s" + line;
  }

  private static List<String> times(LongSummaryStatistics when) {
    long span = when.getMax() - when.getMin();
    DateTimeFormatter format = span > LONG.toMillis() ? DAY : CLOCK;
    return LongStream.of(when.getMin(), when.getMin() + span / 2, when.getMax())
        .mapToObj(moment -> format.format(Instant.ofEpochMilli(moment)))
        .toList();
  }

  private void names(Html html) {
    html.in(
        Tag.of("ul", "names"),
        () -> {
          for (int i = 0; i < lines.size(); i++) {
            Drawn line = lines.get(i);
            String color = color(i);
            html.in(
                "li",
                () -> {
                  html.in(
                      Tag.of("svg", "key").with("viewBox", "0 0 18 6").with("aria-hidden", "true"),
                      () -> html.in(Tag.of("path", color).with("d", "M0 3h18"), ""));
                  html.in(Tag.of("bdi").with("title", line.name()), line.name());
                  html.in("b", unit.of(line.last()));
                });
          }
        });
    if (all > lines.size()) {
      html.in(Tag.of("p", "more"), "and %s more".formatted(Words.number(all - lines.size())));
    }
  }
}
