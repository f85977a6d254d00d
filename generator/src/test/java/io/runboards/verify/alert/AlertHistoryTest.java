package io.runboards.verify.alert;

import static io.runboards.verify.store.LoadedStore.at;
import static io.runboards.verify.store.LoadedStore.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.rules.Alert.Hold;
import io.runboards.rules.Length;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts are pending, fire and end in the very evaluations in which they do in Prometheus. */
class AlertHistoryTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LabelSet LABELS = LabelSet.of(Map.of("node", "n1"));

  /** What becomes of an alert whose query has results in the evaluations with a {@code #}. */
  private static List<Episode> of(String hold, String keep, String present) {
    int[] minutes =
        IntStream.range(0, present.length()).filter(i -> present.charAt(i) == '#').toArray();
    Curve curve =
        new Curve(
            LABELS,
            IntStream.of(minutes).mapToLong(it -> at(it).toEpochMilli()).toArray(),
            new double[minutes.length],
            0);
    return AlertHistory.of(
        new Hold(Length.of(hold), Length.of(keep)),
        curve,
        minutes(0, present.length() - 1),
        MINUTE);
  }

  private static Episode fired(int active, int fires, int ends) {
    return new Episode(LABELS, at(active), Optional.of(at(fires)), Optional.of(at(ends)));
  }

  private static Episode pending(int active, int ends) {
    return new Episode(LABELS, at(active), Optional.empty(), Optional.of(at(ends)));
  }

  @Test
  void itFiresAtOnceIfItNeedNotWait() {
    assertThat(of("0s", "0s", ".##.")).containsExactly(fired(1, 1, 3));
  }

  @Test
  void itIsPendingUntilItHeldForLongEnough() {
    assertThat(of("3m", "0s", ".####.")).containsExactly(fired(1, 4, 5));
    assertThat(of("3m", "0s", ".###..")).containsExactly(pending(1, 4));
  }

  @Test
  void itFiresWithTheFirstEvaluationAfterALengthBetweenTwo() {
    assertThat(of("90s", "0s", "####.")).containsExactly(fired(0, 2, 4));
  }

  @Test
  void aPauseOfOneEvaluationBeginsAnew() {
    assertThat(of("2m", "0s", "##.###.")).containsExactly(pending(0, 2), fired(3, 5, 6));
    assertThat(of("0s", "0s", "#.#.")).containsExactly(fired(0, 0, 1), fired(2, 2, 3));
  }

  @Test
  void itKeepsFiringFromTheFirstEvaluationWithoutResult() {
    assertThat(of("0s", "2m", "#....")).containsExactly(fired(0, 0, 3));
    assertThat(of("0s", "90s", "#....")).containsExactly(fired(0, 0, 3));
  }

  @Test
  void aResultWhileItKeepsFiringBeginsTheTimeAnew() {
    assertThat(of("1m", "2m", "##..#....")).containsExactly(fired(0, 1, 7));
  }

  @Test
  void whatIsPendingIsNotKept() {
    assertThat(of("2m", "5m", "##......")).containsExactly(pending(0, 2));
  }

  @Test
  void nobodyKnowsTheEndOfWhatFiresInTheLastEvaluation() {
    assertThat(of("1m", "0s", "..##"))
        .containsExactly(new Episode(LABELS, at(2), Optional.of(at(3)), Optional.empty()));
    assertThat(of("0s", "5m", "#.."))
        .containsExactly(new Episode(LABELS, at(0), Optional.of(at(0)), Optional.empty()));
    assertThat(of("5m", "0s", "..##"))
        .containsExactly(new Episode(LABELS, at(2), Optional.empty(), Optional.empty()));
  }

  @Test
  void withoutResultsNothingHappens() {
    assertThat(of("0s", "5m", "....")).isEmpty();
  }

  /** An alert for a test of promtool: when its query has results. */
  private record Case(int id, String hold, String keep, String present) {
    private static Case random(int id, Random random) {
      String[] lengths = {"0s", "1m", "90s", "2m", "3m", "5m"};
      double changes = 0.1 + 0.4 * random.nextDouble();
      StringBuilder present = new StringBuilder();
      boolean now = random.nextBoolean();
      for (int i = 0; i < 40; i++) {
        now ^= random.nextDouble() < changes;
        present.append(now ? '#' : '.');
      }
      return new Case(
          id,
          lengths[random.nextInt(lengths.length)],
          lengths[random.nextInt(lengths.length)],
          present.toString());
    }

    private String rule() {
      return "      - {alert: Case%s, expr: 'x{case=\"%s\"} > 0', for: %s, keep_firing_for: %s}\n"
          .formatted(id, id, hold, keep);
    }

    private String series() {
      return "      - {series: 'x{case=\"%s\"}', values: '%s'}\n"
          .formatted(id, present.replace("#", "1 ").replace(".", "0 ").strip());
    }

    private String tests() {
      List<Episode> episodes = of(hold, keep, present);
      return IntStream.range(0, present.length())
          .mapToObj(minute ->
              "      - {eval_time: %sm, alertname: Case%s, exp_alerts: [%s]}\n"
                  .formatted(
                      minute,
                      id,
                      episodes.stream().anyMatch(it -> isFiring(it, minute))
                          ? "{exp_labels: {case: \"" + id + "\"}}"
                          : ""))
          .collect(Collectors.joining());
    }

    private static boolean isFiring(Episode episode, int minute) {
      return episode.fires().filter(it -> !it.isAfter(at(minute))).isPresent()
          && episode.ends().filter(it -> !it.isAfter(at(minute))).isEmpty();
    }
  }

  @Test
  void promtoolAgreesOnThreeHundredRandomHistories(@TempDir Path folder) throws Exception {
    Path promtool = External.server("promtool");
    Random random = new Random(1);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      cases.add(Case.random(i, random));
    }
    Files.writeString(
        folder.resolve("rules.yml"),
        "groups:\n  - name: cases\n    interval: 1m\n    rules:\n" + all(cases, Case::rule));
    Files.writeString(
        folder.resolve("tests.yml"),
        "rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n  - interval: 1m\n"
            + "    input_series:\n"
            + all(cases, Case::series)
            + "    alert_rule_test:\n"
            + all(cases, Case::tests));
    assertThat(External.run(folder, promtool, "", "test", "rules", "tests.yml"))
        .contains("SUCCESS");
  }

  private static String all(List<Case> cases, Function<Case, String> part) {
    return cases.stream().map(part).collect(Collectors.joining());
  }
}
