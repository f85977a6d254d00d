package io.runboards.verify.alert;

import io.runboards.rules.Recording;
import io.runboards.rules.RuleGroup;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.store.Past;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates recording rules over a stretch of history and gives the store what they result in, as
 * if they had run all the time.
 *
 * @param store the store that is read and written
 * @param over the stretch of history
 */
public record Recorder(Store store, Stretch over) {
  private static final Flaw EMPTY = Flaw.error("empty", "it records nothing");

  /**
   * What became of a rule.
   *
   * @param rule the rule
   * @param group the group that it stands in
   * @param measured what it recorded
   * @param flaws what is wrong with it
   */
  public record Outcome(Recording rule, RuleGroup group, Measured measured, List<Flaw> flaws) {
    public Outcome {
      flaws = List.copyOf(flaws);
    }

    /** Whether nothing is wrong but that it recorded nothing. */
    public boolean isEmpty() {
      return flaws.equals(List.of(EMPTY));
    }

    /** The same rule, which recorded nothing, and why. */
    public Outcome because(String why) {
      return new Outcome(
          rule, group, measured, List.of(Flaw.error(EMPTY.id(), EMPTY.message() + ": " + why)));
    }
  }

  /**
   * Runs the rules of groups, each after those that it reads.
   *
   * @param inOrder the groups, each after those that write what it reads
   */
  public List<Outcome> run(List<RuleGroup> inOrder) {
    List<Outcome> outcomes = new ArrayList<>();
    for (RuleGroup group : inOrder) {
      group.recordings().forEach(rule -> outcomes.add(run(rule, group)));
    }
    return outcomes;
  }

  /** Where Prometheus would refuse the result, nothing is recorded. */
  private Outcome run(Recording rule, RuleGroup group) {
    Evaluations found = Evaluations.of(rule, group, store, over);
    List<Flaw> flaws = new ArrayList<>(found.flaws());
    if (found.flaws().isEmpty()) {
      store.load(
          found.series().stream()
              .map(it -> Pauses.marked(it, found.every(), found.times().until()))
              .map(it -> new Past(rule.name(), it.labels(), it))
              .toList());
      if (found.series().isEmpty()) {
        flaws.add(EMPTY);
      }
    }
    return new Outcome(rule, group, found.measured(), flaws);
  }
}
