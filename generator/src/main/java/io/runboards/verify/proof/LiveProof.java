package io.runboards.verify.proof;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a real Prometheus did about an alert while an incident happened before its eyes.
 *
 * @param alert the alert's name
 * @param severity how urgent it is
 * @param incident the name of the incident
 * @param expected after how long it fires in a history of the incident
 * @param fired after how long it fired; empty if it did not
 * @param series the labels of the first series that it fired for; empty if there is none
 * @param flaws what is wrong with that
 */
public record LiveProof(
    String alert,
    String severity,
    String incident,
    Duration expected,
    Optional<Duration> fired,
    String series,
    List<Flaw> flaws) {
  public LiveProof {
    flaws = List.copyOf(flaws);
  }

  public Verdict verdict() {
    return Verdict.worst(flaws.stream().map(Flaw::verdict).toList());
  }
}
