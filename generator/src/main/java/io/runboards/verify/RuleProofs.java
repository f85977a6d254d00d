package io.runboards.verify;

import io.runboards.check.Workspace;
import io.runboards.flow.Metrics;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.Urgency;
import io.runboards.verify.alert.Recorder;
import io.runboards.verify.alert.Watch;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.proof.RuleProof;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs over history show of rules.
 *
 * @param workspace the rules
 */
record RuleProofs(Workspace workspace) {
  RuleProof of(Recorder.Outcome outcome) {
    return proof(
        RuleProof.Kind.RECORDING,
        outcome.rule(),
        outcome.group(),
        outcome.flaws(),
        outcome.measured());
  }

  /**
   * An alert.
   *
   * @param everFired whether something made it fire, or nothing was tried that could have
   */
  RuleProof of(Watch.Outcome healthy, boolean everFired) {
    return proof(
        RuleProof.Kind.ALERT,
        healthy.alert(),
        healthy.group(),
        flaws(healthy, everFired),
        healthy.measured());
  }

  RuleProof proof(
      RuleProof.Kind kind, Rule rule, RuleGroup group, List<Flaw> flaws, Measured measured) {
    return new RuleProof(
        kind,
        rule.name(),
        RuleRun.fileOf(workspace, group),
        group.name(),
        rule.series().expr().toString(),
        flaws,
        measured,
        rule.origin());
  }

  private static List<Flaw> flaws(Watch.Outcome outcome, boolean everFired) {
    List<Flaw> flaws = new ArrayList<>(outcome.flaws());
    if (isHeartbeat(outcome)) {
      return flaws;
    }
    if (!outcome.fired().isEmpty()) {
      String what = "it fires on a healthy day, for " + outcome.fired().getFirst().labels();
      flaws.add(
          outcome.alert().urgency() == Urgency.CRITICAL
              ? Flaw.error("fires-when-healthy", what)
              : Flaw.warning("fires-when-healthy", what));
    } else if (!everFired) {
      flaws.add(Flaw.error("never-fires", "no incident makes it fire"));
    }
    return flaws;
  }

  /** Whether the alert asks for nothing, and so fires all the time: its absence is the alarm. */
  private static boolean isHeartbeat(Watch.Outcome outcome) {
    return Metrics.namesIn(outcome.alert().series().expr()).isEmpty();
  }
}
