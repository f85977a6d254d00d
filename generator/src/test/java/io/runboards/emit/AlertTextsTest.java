package io.runboards.emit;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.rules.LabelValue.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.catalog.ClusterVersion;
import io.runboards.check.Workspace;
import io.runboards.emit.AlertTexts.AlertText;
import io.runboards.rules.WrongRule;
import io.runboards.samples.SampleRules;
import io.runboards.site.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alerts say what their authors wrote, and lead to where more is to be seen. */
class AlertTextsTest {
  private static final Workspace WORKSPACE = SampleRules.workspace(ClusterVersion.V2_17);

  @Test
  void theFirstDashboardThatExistsGetsTheLabelsThatEverySeriesHas() {
    assertThat(AlertTexts.of(SampleRules.site(), WORKSPACE).of(SampleRules.FULL))
        .endsWith(
            new AlertText("runbook_url", "https://wiki.example.org/runbooks/GpuMemoryFull"),
            new AlertText(
                "dashboard_url",
                "http://localhost:3000/d/sample?var-cluster={{ $labels.clusterId | urlquery }}"));
  }

  @Test
  void whatIsNotThereIsLeftOut() {
    assertThat(AlertTexts.of(Site.usual("alone"), WORKSPACE).of(SampleRules.LONG.description("")))
        .extracting(AlertText::name)
        .containsExactly("summary");
  }

  @Test
  void labelsAndTheValueAreFilledIn() {
    AlertText text = new AlertText("summary", "{{ $labels.clusterId }}: {{ $value }}");
    assertThat(text.filledIn(List.of(with(CLUSTER_ID, "c1")), 2))
        .isEqualTo(new AlertText("summary", "c1: 2"));
    assertThatThrownBy(() -> new AlertText("summary", "{{ x }}").filledIn(List.of(), 0))
        .isInstanceOf(WrongRule.class)
        .hasMessageContaining("but found 'x'");
  }
}
