package io.runboards.verify.prometheus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule that a store evaluates, and how it fares.
 *
 * @param group the group that it stands in
 * @param name the name of its metric or alert
 * @param kind what it makes
 * @param health {@code ok}, {@code err} or {@code unknown}
 * @param error why the last evaluation failed; empty if it did not
 * @param evaluated when that was; empty if it was never
 * @param alerts what it warns of now; none for a recording rule
 */
public record RuleState(
    String group,
    String name,
    Kind kind,
    String health,
    String error,
    Optional<Instant> evaluated,
    List<Active> alerts) {
  public RuleState {
    alerts = List.copyOf(alerts);
  }

  /** What a rule makes. */
  public enum Kind {
    RECORDING,
    ALERTING
  }

  /**
   * An alert that is pending or fires.
   *
   * @param labels its labels
   * @param state {@code pending} or {@code firing}
   * @param since since when its condition holds
   */
  public record Active(LabelSet labels, String state, Optional<Instant> since) {}
}
