package io.runboards.verify.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Labels are the same however they were told, and are written as Prometheus writes them. */
class LabelSetTest {
  private static final LabelSet UP =
      LabelSet.of(Map.of("job", "a\\b", "__name__", "up", "cluster", "it's \"x\"\n"));

  @Test
  void labelsAreWrittenAsPrometheusWritesThem() {
    assertThat(UP).hasToString("up{cluster=\"it's \\\"x\\\"\\n\", job=\"a\\\\b\"}");
    assertThat(UP.withoutMetric()).hasToString("{cluster=\"it's \\\"x\\\"\\n\", job=\"a\\\\b\"}");
    assertThat(LabelSet.of(Map.of("__name__", "up"))).hasToString("up");
    assertThat(LabelSet.of(Map.of())).hasToString("{}");
  }

  @Test
  void aLabelThatIsNotThereIsEmpty() {
    assertThat(UP.metric()).isEqualTo("up");
    assertThat(UP.value("job")).isEqualTo("a\\b");
    assertThat(UP.value("gpu")).isEmpty();
    assertThat(UP.withoutMetric().metric()).isEmpty();
  }

  @Test
  void whatIsWrittenFirstComesFirst() {
    LabelSet down = LabelSet.of(Map.of("__name__", "down"));
    assertThat(down).isLessThan(UP).isEqualByComparingTo(LabelSet.of(Map.of("__name__", "down")));
  }
}
