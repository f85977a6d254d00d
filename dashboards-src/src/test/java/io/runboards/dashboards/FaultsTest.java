package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.alerts.AllRules;
import io.runboards.build.External;
import io.runboards.build.Golden;
import io.runboards.build.Repository;
import io.runboards.dashboard.Installation;
import io.runboards.dashboards.faults.Histories;
import io.runboards.dashboards.faults.Hunt;
import io.runboards.dashboards.faults.Report;
import io.runboards.dashboards.faults.Slip;
import io.runboards.dashboards.faults.Written;
import io.runboards.rules.RuleBook;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Size;
import io.runboards.simulate.incident.Incidents;
import io.runboards.verify.Verification;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.Setup;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody makes a mistake in a shipped dashboard or rule, and nearly always something says so. */
@Tag("long")
class FaultsTest {
  private static final Path SURVIVORS =
      Repository.ROOT.resolve("dashboards-src/src/test/resources/faults");

  private static final int FAULTS = 300;
  private static final long SEED = 9;
  private static final double SHARE = 0.95;
  private static final double SHARE_WITHOUT_SNAPSHOT = 0.85;
  private static final Installation NEWEST = Installation.NEWEST;

  @TempDir private static Path folder;

  private static Report report;

  @BeforeAll
  static void makeMistakes() throws Exception {
    Written written =
        new Written(
            All.DASHBOARDS.stream().map(source -> source.define(NEWEST)).toList(),
            new RuleBook(AllRules.RULES.stream().map(source -> source.define(NEWEST)).toList()));
    Scenario calm = new Scenario(7, Size.SMALL, NEWEST, List.of(), 0, 60, List.of());
    try (LocalPrometheus prometheus =
        LocalPrometheus.start(Setup.idle(External.server("prometheus")))) {
      Store store = new Store(prometheus.api(), prometheus.write());
      Proof proof =
          new Verification("example", written.workspace(), store, calm, news -> {})
              .run(Incidents.ALL);
      report =
          Hunt.in(written, Histories.of(store, proof, Incidents.ALL), External.server("promtool"))
              .of(FAULTS, SEED, folder);
    }
  }

  @Test
  void everyKindOfMistakeIsMade() {
    assertThat(report.outcomes()).hasSize(FAULTS);
    assertThat(Slip.values())
        .allSatisfy(
            slip -> assertThat(report.outcomes()).anyMatch(it -> it.fault().slip() == slip));
  }

  @Test
  void nineteenOfTwentyFaultsAreFound() {
    assertThat((double) report.found() / report.faults()).isGreaterThanOrEqualTo(SHARE);
  }

  @Test
  void mostAreFoundWithoutKnowingWhatWasShownBefore() {
    assertThat((double) report.foundWithoutSnapshot() / report.faults())
        .isGreaterThanOrEqualTo(SHARE_WITHOUT_SNAPSHOT);
  }

  @Test
  void everyMessageNamesTheCause() {
    assertThat(report.vague()).isEmpty();
  }

  @Test
  void theSurvivorsAreThoseOfTheFile() throws Exception {
    Golden.compare(SURVIVORS, Map.of("survivors.txt", report.text()));
  }
}
