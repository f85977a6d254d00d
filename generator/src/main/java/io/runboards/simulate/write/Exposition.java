package io.runboards.simulate.write;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Kind;
import io.runboards.catalog.Metric;
import io.runboards.simulate.scrape.Samples;
import io.runboards.simulate.scrape.Series;
import io.runboards.simulate.scrape.Series.Tag;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a target shows when it is scraped: Prometheus' text format 0.0.4, family by family.
 *
 * <p>It is not OpenMetrics, which demands that the names of counters end in a certain way. Those of
 * other people's counters do not always.
 */
final class Exposition implements Samples {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Heads heads;
  private final Digits digits = new Digits();
  private final byte[] value = new byte[Digits.MOST];
  private final Map<String, ByteArrayOutputStream> families = new LinkedHashMap<>();

  /** Only some labels are shown. */
  Exposition(Predicate<Tag> shown) {
    this.heads = new Heads(shown);
  }

  @Override
  public void sample(Series series) {
    byte[] head = heads.of(series);
    int end = digits.write(series.value(), value, 0);
    ByteArrayOutputStream lines =
        families.computeIfAbsent(family(series.name()), Exposition::beginning);
    lines.write(head, 0, head.length);
    lines.write(value, 0, end);
    lines.write('\n');
  }

  @Override
  public void gone(Series series) {}

  byte[] toBytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    families.values().forEach(lines -> all.writeBytes(lines.toByteArray()));
    return all.toByteArray();
  }

  /** The metric that a series belongs to: of buckets, sums and counts it is the histogram. */
  private static String family(String series) {
    return Stream.of("_bucket", "_sum", "_count")
        .filter(series::endsWith)
        .map(suffix -> series.substring(0, series.length() - suffix.length()))
        .filter(name -> kind(name).equals(Optional.of(Kind.HISTOGRAM)))
        .findFirst()
        .orElse(series);
  }

  private static Optional<Kind> kind(String name) {
    return Catalog.standard().find(name).map(Metric::kind);
  }

  private static ByteArrayOutputStream beginning(String name) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Catalog.standard()
        .find(name)
        .ifPresent(metric ->
            lines.writeBytes(
                "# HELP %s %s\n# TYPE %s %s\n"
                    .formatted(name, escaped(metric.help()), name, type(metric.kind()))
                    .getBytes(StandardCharsets.UTF_8)));
    return lines;
  }

  private static String escaped(String help) {
    return help.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case COUNTER -> "counter";
      case HISTOGRAM -> "histogram";
      default -> "gauge";
    };
  }
}
