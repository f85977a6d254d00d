package io.runboards.verify.cause;

import io.runboards.promql.Period;
import java.time.Duration;

/** How long the windows and offsets of a query are. */
final class Lengths {
  private Lengths() {}

  /** The length; none if it must be calculated first. */
  static Duration of(Period period) {
    return period instanceof Period.Fixed(long nanos, var span)
        ? Duration.ofNanos(nanos)
        : Duration.ZERO;
  }
}
