package io.runboards.verify.alert;

import io.runboards.rules.Alert;
import io.runboards.rules.RuleGroup;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * Evaluates alerts over a stretch of history.
 *
 * @param store the store that is read
 * @param over the stretch of history
 */
public record Watch(Store store, Stretch over) {

  /**
   * What became of an alert.
   *
   * @param alert the alert
   * @param group the group that it stands in
   * @param episodes when it was active
   * @param measured what its query showed
   * @param flaws what is wrong with its query
   */
  public record Outcome(
      Alert alert,
      RuleGroup group,
      List<Episode> episodes,
      Measured measured,
      List<Flaw> flaws) {

    /** The times in which it fired. */
    public List<Episode> fired() {
      return episodes.stream().filter(episode -> episode.fires().isPresent()).toList();
    }
  }

  public Outcome run(Alert alert, RuleGroup group) {
    Duration every = group.every().duration();
    Stretch whole = over.aligned(every);
    return switch (store.range(alert.series().expr().toString(), whole, every)) {
      case Result.Refused refused ->
          new Outcome(
              alert,
              group,
              List.of(),
              Measured.NOTHING,
              List.of(Flaw.error("refused", refused.error())));
      case Result.Curves answer ->
          new Outcome(
              alert,
              group,
              AlertHistory.of(alert.hold(), answer.curves(), whole.from(), whole.until(), every),
              Measured.of(answer.curves(), samples(answer)),
              List.of());
    };
  }

  static OptionalLong samples(Result.Curves answer) {
    return answer.effort().stream().mapToLong(effort -> effort.samples()).findFirst();
  }
}
