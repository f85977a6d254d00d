package io.runboards.emit.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.query.Queries;
import io.runboards.rules.Alert;
import io.runboards.rules.Urgency;
import io.runboards.rules.WrongRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class InhibitionTest {

  @Test
  void criticalAlertsHoldBackOthersOfTheSameTeamWithTheSameLabels() {
    assertThat(Inhibition.of(SampleAlerts.workspace()))
        .contains(
            new Inhibition(
                List.of("NodeMemoryCritical"),
                List.of("NodeHot", "NodeMemoryHigh"),
                List.of("clusterId", "node")),
            new Inhibition(List.of("GpuFailed"), List.of("GpuHot"), List.of("UUID", "gpu")));
  }

  @Test
  void whatIsBlindIsHeldBackAlsoThroughRecordingRulesUnlessItIsCritical() {
    assertThat(Inhibition.of(SampleAlerts.workspace()))
        .contains(new Inhibition(List.of("ExporterDown"), List.of("GpuHot", "NodeHot"), List.of()))
        .hasSize(3);
  }

  @Test
  void anAlertBlindsSourcesThatTheCatalogHas() {
    Alert alert = Alert.alert("A", Urgency.CRITICAL, Queries.promql("vector(1)"));
    assertThatThrownBy(() -> alert.blinds("dgcm"))
        .isInstanceOf(WrongRule.class)
        .hasMessageStartingWith("'dgcm' is no source of metrics; there are runai, ");
  }
}
