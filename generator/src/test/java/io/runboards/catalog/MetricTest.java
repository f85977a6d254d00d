package io.runboards.catalog;

import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.POD;
import static io.runboards.catalog.Labels.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {
  private static final Metric GAUGE = Metric.gauge("x", Unit.COUNT, NODE, POD);
  private static final Metric HISTOGRAM =
      Metric.histogram("y_seconds", Unit.SECONDS, NODE).help("Time");

  @Test
  void allLabelsTogetherIdentifyASeriesUntilFewerAreSaidToDo() {
    assertThat(GAUGE.identities()).containsExactly(List.of(NODE, POD));
    assertThat(GAUGE.identifiedBy(POD).identifiedBy(NODE).identities())
        .containsExactly(List.of(POD), List.of(NODE));
  }

  @Test
  void aMetricIsNotIdentifiedByALabelThatItLacks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GAUGE.identifiedBy(PROJECT))
        .withMessage("x cannot be identified by [project]: it has [node, pod]");
  }

  @Test
  void aHistogramIsQueriedByItsBucketsSumAndCount() {
    assertThat(HISTOGRAM.series())
        .extracting(Metric::name)
        .containsExactly("y_seconds_bucket", "y_seconds_sum", "y_seconds_count");
    assertThat(HISTOGRAM.series()).allMatch(series -> series.kind() == Kind.COUNTER);
    assertThat(HISTOGRAM.bucket().labels()).containsExactly(NODE, LE);
    assertThat(HISTOGRAM.bucket().identities()).containsExactly(List.of(NODE, LE));
    assertThat(HISTOGRAM.sum().unit()).isEqualTo(Unit.SECONDS);
    assertThat(HISTOGRAM.count().unit()).isEqualTo(Unit.COUNT);
    assertThat(HISTOGRAM.bucket().help()).isEqualTo("Time: observations of at most le seconds");
  }

  @Test
  void aGaugeIsQueriedByItsName() {
    assertThat(GAUGE.series()).containsExactly(GAUGE);
    assertThatIllegalStateException()
        .isThrownBy(GAUGE::bucket)
        .withMessage("x is no histogram but a gauge");
  }

  @Test
  void notesAddUp() {
    assertThat(GAUGE.note("One.").note("Two.").notes()).containsExactly("One.", "Two.");
  }

  @Test
  void existsBetweenItsFirstVersionAndTheFirstThatLacksIt() {
    ClusterVersion later = new ClusterVersion(2, 18);
    History history = GAUGE.renamedFrom("w", ClusterVersion.V2_17).renamedTo("z", later).history();
    assertThat(history.existsIn(ClusterVersion.V2_16)).isFalse();
    assertThat(history.existsIn(ClusterVersion.V2_17)).isTrue();
    assertThat(history.existsIn(later)).isFalse();
    assertThat(history.replaces()).contains("w");
    assertThat(history.replacedBy()).contains("z");
  }
}
