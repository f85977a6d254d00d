package io.runboards.verify.alert;

import io.runboards.rules.Alert;
import io.runboards.rules.RuleGroup;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.util.List;

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
      Alert alert, RuleGroup group, List<Episode> episodes, Measured measured, List<Flaw> flaws) {
    public Outcome {
      episodes = List.copyOf(episodes);
      flaws = List.copyOf(flaws);
    }

    /** The times in which it fired. */
    public List<Episode> fired() {
      return episodes.stream().filter(episode -> episode.fires().isPresent()).toList();
    }
  }

  /** A group that looks back in time learns everything so much later. */
  public Outcome run(Alert alert, RuleGroup group) {
    Evaluations found = Evaluations.of(alert, group, store, over);
    List<Episode> episodes =
        found.series().stream()
            .flatMap(it -> AlertHistory.of(alert.hold(), it, found.times(), found.every()).stream())
            .map(it -> it.later(group.delay().duration()))
            .toList();
    return new Outcome(alert, group, episodes, found.measured(), found.flaws());
  }
}
