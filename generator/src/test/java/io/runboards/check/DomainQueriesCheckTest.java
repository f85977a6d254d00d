package io.runboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.finding.Finding;
import io.runboards.finding.Severity;
import io.runboards.flow.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queries of the Run:ai dashboards and alerts give no false alarm. */
class DomainQueriesCheckTest {

  /**
   * A query that is warned of, and rightly so.
   *
   * @param where the panel or the rule
   * @param check the rule that it goes against
   */
  private record Warned(String where, String check) {}

  private static final List<Warned> WARNED =
      List.of(
          // Its own title says so.
          new Warned(
              "Run:ai / Node (runai-node) / GPUs on MIG nodes (deprecated metric)",
              "removed-metric"),
          // What replaces the metric needs Prometheus 3.7, and servers are older.
          new Warned("Metrics store / Pipeline health (metrics-pipeline) / Lag", "removed-metric"),
          // Whoever gets the alert must know whom to ask.
          new Warned("Group runai-gpu / RunaiWorkloadGpuUtilLow", "person-label"),
          new Warned("Group runai-gpu / RunaiWorkloadIdleLong", "person-label"),
          // As above.
          new Warned("Group metrics-store / RemoteWriteBehind", "removed-metric"));

  @Test
  void noQueryHasAnErrorEvenIfNobodyDeclaresRecordedMetrics() throws Exception {
    Examiner examiner = new Examiner(World.standard());
    assertThat(Original.all())
        .flatMap(original -> examiner.objections(original.text()))
        .noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  @Test
  void whatAQueryIsWarnedOfIsTrue() throws Exception {
    List<Original> originals = Original.all();
    Examiner examiner = new Examiner(RecordedMetrics.world(originals));
    List<Warned> warned =
        originals.stream()
            .flatMap(original ->
                examiner.objections(original.text()).stream()
                    .map(Finding::id)
                    .map(id -> new Warned(original.where(), id)))
            .toList();
    assertThat(warned).containsExactlyElementsOf(WARNED);
  }
}
