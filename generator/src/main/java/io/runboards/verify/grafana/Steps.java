package io.runboards.verify.grafana;

import java.util.List;

/**
 * How far the points of a panel are apart, and what follows from it.
 *
 * <p>Grafana computes this twice: in the browser, which knows the width, and in the server, which
 * knows what the query says itself. See <a
 * href="https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/">its
 * page on {@code $__rate_interval}</a>.
 *
 * @param step the distance of two points, {@code $__interval}
 * @param rate {@code $__rate_interval}: long enough for four samples, whatever the step is
 */
record Steps(Length step, Length rate) {
  /** Prometheus answers with no more points than these. */
  private static final long MOST_POINTS = 11_000;

  private static final int SAMPLES_OF_A_RATE = 4;
  private static final long NANOS = 1_000_000;
  private static final Length LONGEST = Length.of("365d");

  /** What is not longer than the limit becomes the length. */
  private record Rounded(Length limit, Length length) {
    static Rounded to(String length, long limit) {
      return new Rounded(new Length(limit), Length.of(length));
    }
  }

  private static final List<Rounded> ROUNDED =
      List.of(
          Rounded.to("1ms", 10),
          Rounded.to("10ms", 15),
          Rounded.to("20ms", 35),
          Rounded.to("50ms", 75),
          Rounded.to("100ms", 150),
          Rounded.to("200ms", 350),
          Rounded.to("500ms", 750),
          Rounded.to("1s", 1_500),
          Rounded.to("2s", 3_500),
          Rounded.to("5s", 7_500),
          Rounded.to("10s", 12_500),
          Rounded.to("15s", 17_500),
          Rounded.to("20s", 25_000),
          Rounded.to("30s", 45_000),
          Rounded.to("1m", 90_000),
          Rounded.to("2m", 210_000),
          Rounded.to("5m", 450_000),
          Rounded.to("10m", 750_000),
          Rounded.to("15m", 1_050_000),
          Rounded.to("20m", 1_500_000),
          Rounded.to("30m", 2_700_000),
          Rounded.to("1h", 5_400_000),
          Rounded.to("2h", 9_000_000),
          Rounded.to("3h", 16_200_000),
          Rounded.to("6h", 32_400_000),
          Rounded.to("12h", 86_400_000),
          Rounded.to("1d", 604_800_000),
          Rounded.to("7d", 1_814_400_000),
          Rounded.to("30d", 3_628_800_000L));

  /**
   * The steps of a query.
   *
   * @param range the length of its time range
   * @param pixels how wide its panel is: it shows no more points
   * @param least the distance that the query asks for itself; empty for none
   * @param scrape the distance of the samples of its data source
   */
  static Steps of(Length range, int pixels, String least, Length scrape) {
    long nanos = range.millis() * NANOS;
    Length inBrowser = Length.longer(scrape, rounded(nanos / pixels, false));
    Length own = least.isEmpty() ? inBrowser : Length.of(least);
    boolean wide = nanos / pixels >= own.millis() * NANOS;
    Length inServer = wide ? rounded(nanos / pixels, true) : own;
    Length safe = rounded(nanos / MOST_POINTS, true);
    Length samples = least.isEmpty() ? scrape : own;
    return new Steps(
        Length.longer(inServer, safe),
        Length.longer(inBrowser.plus(samples), samples.times(SAMPLES_OF_A_RATE)));
  }

  /** How queries name them; no name is the beginning of one after it. */
  List<Word> words() {
    return List.of(
        new Word("__interval_ms", String.valueOf(step.millis())),
        new Word("__interval", step.inOneUnit()),
        new Word("__rate_interval_ms", String.valueOf(rate.millis())),
        new Word("__rate_interval", rate.inAllUnits()));
  }

  /** The table of the browser goes up to its limits, that of the server includes them. */
  private static Length rounded(long nanos, boolean inServer) {
    long compared = inServer ? nanos : nanos + 1;
    return ROUNDED.stream()
        .filter(row -> compared <= row.limit.millis() * NANOS)
        .findFirst()
        .map(Rounded::length)
        .orElse(LONGEST);
  }
}
