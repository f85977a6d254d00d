package io.runboards.verify.live;

import static io.runboards.catalog.Training.LOSS;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.metric;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.Labels;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Installation;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleBook;
import io.runboards.rules.Urgency;
import io.runboards.verify.live.LiveRun.Claim;
import io.runboards.verify.live.LiveRun.Firing;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.prometheus.RuleState;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.proof.LiveProof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What fired is compared with what was claimed. */
class JudgeTest {
  private static final Instant BEGIN = Instant.ofEpochSecond(1_000_000);
  private static final Duration SLACK = Duration.ofSeconds(10);
  private static final Alert ALERT =
      alert("LossHuge", Urgency.WARNING, group(metric(LOSS).above(9)).by(Labels.RUN))
          .holding("2m")
          .team("team");
  private static final Workspace WORKSPACE =
      Workspace.of(
          List.of(),
          new RuleBook(List.of(ruleFile("training", "Training", "team").groups(group("g", ALERT)))),
          World.standard(),
          Installation.NEWEST.version());
  private static final Map<String, String> LABELS =
      Map.of(
          "__name__",
          "ALERTS",
          "alertname",
          "LossHuge",
          "alertstate",
          "firing",
          "run",
          "r1",
          "severity",
          "warning",
          "team",
          "team");

  private static LiveProof proof(Firing firing, RuleState... rules) {
    Fired fired = new Fired("LossHuge", "warning", Duration.ofSeconds(120), 1);
    Alert alert = WORKSPACE.book().alert("LossHuge").orElseThrow();
    return new Judge(WORKSPACE, BEGIN, List.of(rules))
        .proof(new Claim("training-nan", alert, fired), Optional.ofNullable(firing), SLACK);
  }

  private static Firing firing(int after, Map<String, String> labels) {
    Instant since = BEGIN.plusSeconds(after);
    long[] times = {since.toEpochMilli()};
    return new Firing(since, new Curve(LabelSet.of(labels), times, new double[] {1}, 0));
  }

  private static Map<String, String> with(String label, String value) {
    Map<String, String> labels = new TreeMap<>(LABELS);
    labels.put(label, value);
    return labels;
  }

  private static RuleState state(String error, List<RuleState.Active> active) {
    return new RuleState(
        "g",
        "LossHuge",
        RuleState.Kind.ALERTING,
        error.isEmpty() ? "ok" : "err",
        error,
        Optional.empty(),
        active);
  }

  @Test
  void whatFiresInTimeForTheSeriesThatFollowIsConfirmed() {
    LiveProof proof = proof(firing(130, LABELS));
    assertThat(proof.flaws()).isEmpty();
    assertThat(proof.fired()).contains(Duration.ofSeconds(130));
    assertThat(proof.series()).isEqualTo("{run=\"r1\", severity=\"warning\", team=\"team\"}");
  }

  @Test
  void whatFiresTooLateIsNot() {
    assertThat(proof(firing(131, LABELS)).flaws())
        .containsExactly(
            Flaw.error("not-confirmed", "it fires after 131 s, in the history after 120 s"));
  }

  @Test
  void labelsThatDoNotFollowAndLabelsThatLackAreTold() {
    Map<String, String> without = new TreeMap<>(LABELS);
    without.remove("run");
    assertThat(messages(proof(firing(120, without))))
        .containsExactly(
            "it lacks 'run', which follows from its query:"
                + " {severity=\"warning\", team=\"team\"}");
    assertThat(messages(proof(firing(120, with("node", "n1")))).getFirst())
        .startsWith("it has 'node', which does not follow from its query: {");
    assertThat(messages(proof(firing(120, with("team", "other")))).getFirst())
        .startsWith("its label 'team' is not 'team': {");
  }

  private static List<String> messages(LiveProof proof) {
    List<String> messages = new ArrayList<>();
    proof.flaws().forEach(flaw -> messages.add(flaw.message()));
    return messages;
  }

  @Test
  void whyNothingFiresIsToldAsFarAsPrometheusKnows() {
    assertThat(messages(proof(null)))
        .containsExactly("it does not fire: Prometheus has no such rule");
    assertThat(messages(proof(null, state("many-to-many matching", List.of()))))
        .containsExactly("it does not fire: many-to-many matching");
    assertThat(messages(proof(null, state("", List.of()))))
        .containsExactly("it does not fire: its query has no result");
    RuleState.Active pending =
        new RuleState.Active(LabelSet.of(Map.of("run", "r1")), "pending", Optional.of(BEGIN));
    assertThat(messages(proof(null, state("", List.of(pending)))))
        .containsExactly("it does not fire: it is pending for {run=\"r1\"}");
  }
}
