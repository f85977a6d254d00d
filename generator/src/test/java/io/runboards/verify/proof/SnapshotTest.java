package io.runboards.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.dashboard.Origin;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What was shown can be kept, and compared with what is shown later. */
class SnapshotTest {
  private static DashboardProof shown(double... values) {
    long[] times = new long[values.length];
    Curve curve = new Curve(LabelSet.of(Map.of("node", "n1")), times, values, 0);
    List<Curve> curves = List.of(curve);
    QueryProof query =
        new QueryProof(
            "A",
            "",
            "x",
            "none",
            List.of(),
            Measured.of(curves, OptionalLong.empty()),
            curves,
            Origin.caller());
    PanelProof panel = new PanelProof(1, "GPUs", "stat", "", "", List.of(query));
    return new DashboardProof(
        "nodes",
        "Nodes",
        "",
        List.of(new DashboardProof.Chosen("cluster", "c1")),
        List.of(),
        List.of(panel),
        Origin.caller());
  }

  @Test
  void eachQueryHasALine() {
    assertThat(Snapshot.of(shown(1, 2.345)).text())
        .isEqualTo(
            "nodes $cluster: c1\nnodes \"GPUs\" A: 1 series from 1 to 2.3 by node in none\n");
  }

  @Test
  void itIsReadAsItWasWritten() {
    Snapshot snapshot = Snapshot.of(shown(1, 2));
    assertThat(Snapshot.read(snapshot.text())).isEqualTo(snapshot);
  }

  @Test
  void valuesThatHardlyDifferAreTheSame() {
    assertThat(Snapshot.of(shown(1.001)).differences(Snapshot.of(shown(1.002)))).isEmpty();
  }

  @Test
  void aDifferenceSaysWhatWasAndWhatIs() {
    assertThat(Snapshot.of(shown(1000)).differences(Snapshot.of(shown(1))))
        .containsExactly(
            "nodes \"GPUs\" A: it was 1 series from 1 to 1 by node in none, and is 1 series from"
                + " 1000 to 1000 by node in none");
  }
}
