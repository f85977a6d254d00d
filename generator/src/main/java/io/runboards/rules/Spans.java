package io.runboards.rules;

import java.time.Duration;

/** Lengths of time as objectives word them: in days, where Prometheus would write weeks. */
final class Spans {
  private Spans() {}

  /** As in the name of a metric: {@code 28d}. */
  static String text(Length length) {
    Duration duration = length.duration();
    return isWhole(duration, Duration.ofDays(1)) ? duration.toDays() + "d" : length.toString();
  }

  /** As in a sentence: {@code 28 days}. */
  static String words(Length length) {
    Duration duration = length.duration();
    if (isWhole(duration, Duration.ofDays(1))) {
      return count(duration.toDays(), "day");
    }
    if (isWhole(duration, Duration.ofHours(1))) {
      return count(duration.toHours(), "hour");
    }
    return isWhole(duration, Duration.ofMinutes(1))
        ? count(duration.toMinutes(), "minute")
        : length.toString();
  }

  /** About so long, rounded up: {@code 47 hours}. */
  static String about(double seconds) {
    long hours = (long) Math.ceil(seconds / Duration.ofHours(1).toSeconds());
    return hours <= 72 ? count(hours, "hour") : count((hours + 23) / 24, "day");
  }

  private static boolean isWhole(Duration duration, Duration unit) {
    return duration.toNanos() % unit.toNanos() == 0;
  }

  private static String count(long many, String what) {
    return many + " " + what + (many == 1 ? "" : "s");
  }
}
