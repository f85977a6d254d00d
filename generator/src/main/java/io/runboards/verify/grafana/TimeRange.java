package io.runboards.verify.grafana;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time that a dashboard or a panel shows. */
public record TimeRange(Instant from, Instant to) {
  private static final Pattern BEFORE_NOW = Pattern.compile("now-(\\w+)");

  public TimeRange {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("a time range from " + from + " cannot end at " + to);
    }
  }

  /** From a time such as {@code now-6h} until now. */
  public static TimeRange of(String from, Instant now) {
    Matcher before = BEFORE_NOW.matcher(from);
    if (!before.matches()) {
      throw new IllegalArgumentException(
          "a time range begins at a time such as now-6h, not '" + from + "'");
    }
    return last(Length.of(before.group(1)), now);
  }

  static TimeRange last(Length length, Instant now) {
    return new TimeRange(now.minusMillis(length.millis()), now);
  }

  Length length() {
    return new Length(Duration.between(from, to).toMillis());
  }

  /** Variables ask for whole seconds, the next ones. */
  TimeRange inSeconds() {
    return new TimeRange(second(from), second(to));
  }

  private static Instant second(Instant time) {
    return Instant.ofEpochSecond(Math.ceilDiv(time.toEpochMilli(), 1000L));
  }

  /** Panels ask for whole steps since 1970, so that a store can answer what it has kept. */
  TimeRange inSteps(Length step) {
    return new TimeRange(step(from, step), step(to, step));
  }

  private static Instant step(Instant time, Length step) {
    return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), step.millis()) * step.millis());
  }
}
