package io.runboards.verify.live;

import static io.runboards.catalog.Training.LOSS;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.catalog.Dcgm;
import io.runboards.catalog.Labels;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Installation;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleBook;
import io.runboards.rules.Urgency;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Size;
import io.runboards.simulate.incident.Incidents;
import io.runboards.site.Site;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.proof.LiveProof;
import io.runboards.verify.proof.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Incidents happen now, and a real Prometheus watches them. */
class LiveRunTest {
  private static final Alert BROKEN =
      alert(
              "MemoryBroken",
              Urgency.CRITICAL,
              max(metric(Dcgm.DEV_ROW_REMAP_FAILURE)).by(Labels.GPU).above(0))
          .holding("3s");
  private static final Alert NEVER =
      alert("LossHuge", Urgency.WARNING, group(metric(LOSS).above(1e300)).by(Labels.RUN))
          .holding("3s");

  private static final Workspace WORKSPACE =
      Workspace.of(
          List.of(),
          new RuleBook(
              List.of(ruleFile("training", "Training", "team").groups(group("g", BROKEN, NEVER)))),
          World.standard(),
          Installation.NEWEST.version());

  private static final Scenario CALM =
      new Scenario(1, Size.SMALL, Installation.NEWEST, List.of(), 0, 60, List.of());

  private static Fired fired(Alert alert, Duration after) {
    return new Fired(alert.name(), alert.urgency().label(), after, 1);
  }

  private static IncidentProof history(String name, Fired... alerts) {
    return new IncidentProof(
        name, "", "", Duration.ofMinutes(20), List.of(alerts), List.of(), List.of());
  }

  @Test
  void whatHistoriesClaimIsConfirmedOrNot() throws Exception {
    try (LiveRun live =
        LiveRun.start(
            External.server("prometheus"),
            Site.usual("example"),
            WORKSPACE,
            CALM,
            Incidents.ALL.stream().filter(it -> it.name().equals("row-remap-failure")).toList())) {
      List<LiveProof> proofs =
          live.confirm(
              List.of(
                  history(
                      "row-remap-failure",
                      fired(BROKEN, Duration.ofSeconds(4)),
                      fired(NEVER, Duration.ofSeconds(4))),
                  history("straggler", fired(NEVER, Duration.ZERO))),
              Duration.ofSeconds(20));
      assertThat(proofs).extracting(LiveProof::alert).containsExactly("MemoryBroken", "LossHuge");
      LiveProof confirmed = proofs.getFirst();
      assertThat(confirmed.flaws()).isEmpty();
      assertThat(confirmed.fired().orElseThrow())
          .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(24));
      assertThat(confirmed.series()).isEqualTo("{gpu=\"0\", severity=\"critical\", team=\"team\"}");
      assertThat(proofs.getLast().flaws())
          .containsExactly(
              Flaw.error("not-confirmed", "it does not fire: its query has no result"));
      assertThat(proofs.getLast().verdict()).isEqualTo(Verdict.BROKEN);
    }
  }

  @Test
  void allIncidentsThatHappenAreKnown() {
    Stream<String> known = Incidents.ALL.stream().map(incident -> incident.name());
    assertThat(known).containsAll(LiveRun.INCIDENTS);
  }
}
