package io.runboards.verify.proof;

import io.runboards.dashboard.Origin;
import java.util.List;

/**
 * What a rule showed.
 *
 * @param kind whether it records or alerts
 * @param name the metric that it writes, or the alert's name
 * @param file the file that it stands in
 * @param group the group that it stands in
 * @param promql its query
 * @param flaws what is wrong with what it did
 * @param measured how much it recorded, or how much its query showed on a healthy day
 * @param origin the line that wrote it
 */
public record RuleProof(
    Kind kind,
    String name,
    String file,
    String group,
    String promql,
    List<Flaw> flaws,
    Measured measured,
    Origin origin) {

  /** What a rule does. */
  public enum Kind {
    RECORDING,
    ALERT;

    public String label() {
      return this == RECORDING ? "recording" : "alert";
    }
  }

  public RuleProof {
    flaws = List.copyOf(flaws);
  }

  public Verdict verdict() {
    return Verdict.worst(flaws.stream().map(Flaw::verdict).toList());
  }
}
