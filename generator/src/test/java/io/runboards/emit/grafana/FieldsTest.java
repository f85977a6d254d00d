package io.runboards.emit.grafana;

import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.gauge;
import static io.runboards.dashboard.Panels.heatmap;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.stateTimeline;
import static io.runboards.dashboard.Panels.timeseries;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Threshold;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units, scales and colours of panels that say nothing about them, and of panels that do. */
class FieldsTest {
  private static final String BUSY = "avg by (node) (runai_gpu_utilization_per_node)";
  private static final String GPUS = "sum by (node) (runai_gpu_count_per_node)";
  private static final String MEMORY = "sum(runai_gpu_memory_used_mebibytes_per_node)";

  private static JsonNode defaults(Panel panel) {
    return Written.newest(panel).at("/fieldConfig/defaults");
  }

  @Test
  void aUnitThatAllQueriesShareBelongsToThePanel() {
    JsonNode defaults = defaults(timeseries("t").query(BUSY, "").query("max(" + BUSY + ")", ""));
    assertThat(defaults.at("/unit").asText()).isEqualTo("percent");
  }

  @Test
  void unitsThatDifferBelongToTheQueries() {
    JsonNode panel =
        Written.newest(timeseries("t").query(BUSY, "").query(GPUS, "").query(MEMORY, ""));
    assertThat(panel.at("/fieldConfig/defaults/unit").isMissingNode()).isTrue();
    assertThat(panel.at("/fieldConfig/overrides/0/matcher"))
        .isEqualTo(Written.read("{\"id\": \"byFrameRefID\", \"options\": \"A\"}"));
    assertThat(Written.override(panel, "A", "unit").asText()).isEqualTo("percent");
    assertThat(Written.override(panel, "B", "unit").isMissingNode()).isTrue();
    assertThat(Written.override(panel, "C", "unit").asText()).isEqualTo("mbytes");
  }

  @Test
  void aStatedUnitHoldsForAllQueries() {
    JsonNode panel = Written.newest(timeseries("t").query(BUSY, "").query(GPUS, "").unit("short"));
    assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isEqualTo("short");
    assertThat(panel.at("/fieldConfig/overrides")).isEmpty();
  }

  @Test
  void sharesThatCannotExceedAWholeHaveItsScale() {
    for (Panel panel :
        List.of(
            timeseries("t").query(BUSY, ""),
            gauge("g").query(BUSY, ""),
            bargauge("b").query(BUSY, ""))) {
      assertThat(defaults(panel).at("/min").asInt(-1)).isZero();
      assertThat(defaults(panel).at("/max").asInt(-1)).isEqualTo(100);
    }
    assertThat(defaults(gauge("g").query(BUSY + " / 100", "")).at("/max").asInt()).isEqualTo(1);
  }

  @Test
  void otherValuesHaveTheScaleThatGrafanaFinds() {
    for (Panel panel :
        List.of(
            timeseries("t").query(GPUS, ""),
            timeseries("t").query(BUSY + " * 2", ""),
            timeseries("t").query(BUSY, "").query(GPUS, ""),
            timeseries("t").query(BUSY, "").stacked(),
            stat("s").query(BUSY, ""))) {
      assertThat(defaults(panel).has("min")).as(panel.toString()).isFalse();
      assertThat(defaults(panel).has("max")).as(panel.toString()).isFalse();
    }
  }

  @Test
  void aStatedScaleIsLeftAsItIs() {
    JsonNode defaults = defaults(timeseries("t").query(BUSY, "").min(20));
    assertThat(defaults.at("/min").asInt()).isEqualTo(20);
    assertThat(defaults.has("max")).isFalse();
  }

  @Test
  void whatGrafanaColoursByValueHasAStepForNoValue() {
    JsonNode steps = defaults(stat("s").query(BUSY, "")).at("/thresholds/steps");
    assertThat(steps).isEqualTo(Written.read("[{\"color\": \"#8E8E8E\", \"value\": null}]"));
    assertThat(defaults(timeseries("t").query(BUSY, "")).has("thresholds")).isFalse();
  }

  @Test
  void thresholdsColourLinesUnlessTheyAreDrawn() {
    var panel = timeseries("t").query(BUSY, "").thresholds(Threshold.from(80, Color.RED));
    assertThat(defaults(panel).at("/color/mode").asText()).isEqualTo("thresholds");
    assertThat(defaults(panel.withLimits()).has("color")).isFalse();
    assertThat(defaults(panel.withLimits()).at("/custom/thresholdsStyle/mode").asText())
        .isEqualTo("dashed");
  }

  @Test
  void statesAreColouredByValueNotByAScale() {
    var panel = stateTimeline("s").query(BUSY, "").parts(Part.named("a").shownAs("b"));
    assertThat(defaults(panel).at("/color/mode").asText()).isEqualTo("thresholds");
    assertThat(Written.override(Written.newest(panel), "a", "color").isMissingNode()).isTrue();
  }

  @Test
  void aHeatmapHasTheUnitOfWhatWasObservedAtItsAxis() {
    String buckets = "sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket[5m]))";
    JsonNode panel = Written.newest(heatmap("h").query(buckets, ""));
    assertThat(panel.at("/options/yAxis/unit").asText()).isEqualTo("s");
    assertThat(panel.at("/fieldConfig/defaults")).isEmpty();
    assertThat(panel.at("/targets/0/format").asText()).isEqualTo("heatmap");
    assertThat(panel.at("/targets/0/legendFormat").asText()).isEqualTo("{{le}}");
    JsonNode counted = Written.newest(heatmap("h").query(BUSY, "").counted());
    assertThat(counted.at("/options/yAxis/unit").asText()).isEqualTo("percent");
    assertThat(counted.at("/targets/0/format").asText()).isEqualTo("time_series");
  }
}
