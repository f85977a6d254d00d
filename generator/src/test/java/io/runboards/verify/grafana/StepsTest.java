package io.runboards.verify.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The distance of points is the one that Grafana's own tables give. */
class StepsTest {

  /** The step and {@code $__rate_interval} of panels with samples every 15 seconds. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "6h,   796,  -,   30s, 1m0s",
        "1h,   796,  -,   15s, 1m0s",
        "24h,  796,  -,   2m,  2m15s",
        "24h,  1600, -,   1m,  1m15s",
        "7d,   796,  -,   15m, 15m15s",
        "30d,  1600, -,   30m, 30m15s",
        "6h,   796,  5m,  5m,  20m0s",
        "30d,  796,  1h,  1h,  4h0m0s",
        "30d,  796,  1m,  1h,  1h1m0s",
        "24h,  796,  90s, 2m,  6m0s",
        "6h,   796,  90s, 1m,  6m0s",
        "365d, 4000, 5s,  2h,  2h0m5s",
        "30d,  60000,1s,  5m,  31s"
      })
  void theStepFollowsFromRangeAndWidth(
      String range, int pixels, String least, String step, String rate) {
    Steps steps =
        Steps.of(
            Length.of(range), pixels, least == null ? "" : least, Length.of(Reader.USUAL.scrape()));
    assertThat(steps.step().inOneUnit()).isEqualTo(step);
    assertThat(steps.rate().inAllUnits()).isEqualTo(rate);
  }

  @Test
  void noScreenAsksForMorePointsThanPrometheusGives() {
    for (int days = 1; days < 1000; days++) {
      Length range = new Length(Length.of("1d").millis() * days);
      Steps steps = Steps.of(range, 3840, "1s", Length.of("1s"));
      assertThat(range.millis() / steps.step().millis()).as(days + " days").isLessThan(11_000);
    }
  }

  @Test
  void aStepThatIsNotRoundIsRoundedDownInTheText() {
    assertThat(Length.of("90s").inOneUnit()).isEqualTo("1m");
    assertThat(Length.of("1h30m").inAllUnits()).isEqualTo("1h30m0s");
    assertThat(Length.of("500ms").inOneUnit()).isEqualTo("500ms");
    assertThat(new Length(1_500).inAllUnits()).isEqualTo("1.5s");
    assertThat(Length.of("2w").inOneUnit()).isEqualTo("14d");
  }

  @Test
  void panelsAreAsWideAsTheirColumns() {
    assertThat(Reader.USUAL.pixels(24)).isEqualTo(1600);
    assertThat(Reader.USUAL.pixels(12)).isEqualTo(796);
    assertThat(Reader.USUAL.pixels(4)).isEqualTo(260);
  }

  @Test
  void aRangeBeginsBeforeNow() {
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    assertThat(TimeRange.of("now-24h", now).from()).isEqualTo("2026-02-28T12:00:00Z");
    assertThatThrownBy(() -> TimeRange.of("yesterday", now))
        .hasMessage("a time range begins at a time such as now-6h, not 'yesterday'");
    assertThatThrownBy(() -> TimeRange.of("now-1M", now))
        .hasMessage("a length of time is such as 5m, not '1M'");
  }
}
