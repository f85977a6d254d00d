package io.runboards.verify.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param until its last one
 */
public record Stretch(Instant from, Instant until) {
  public Stretch {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(until + " is before " + from);
    }
  }

  /** The moments of the stretch that are whole steps since 1970, as evaluations of rules are. */
  public Stretch aligned(Duration step) {
    long seconds = step.toSeconds();
    return new Stretch(
        Instant.ofEpochSecond(Math.ceilDiv(from.getEpochSecond(), seconds) * seconds),
        Instant.ofEpochSecond(Math.floorDiv(until.getEpochSecond(), seconds) * seconds));
  }

  /** A stretch of the same length that lies so far back. */
  public Stretch earlier(Duration back) {
    return new Stretch(from.minus(back), until.minus(back));
  }

  public Duration length() {
    return Duration.between(from, until);
  }
}
