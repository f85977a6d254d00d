package io.runboards.verify.grafana;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time, in the ways in which Grafana reads and writes one. */
record Length(long millis) {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;
  private static final Map<String, Long> UNITS =
      Map.of("ms", 1L, "s", SECOND, "m", MINUTE, "h", HOUR, "d", DAY, "w", 7 * DAY);
  private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|[smhdw])");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");

  Length {
    if (millis <= 0) {
      throw new IllegalArgumentException("a length of time is more than nothing");
    }
  }

  /** Reads {@code 15s}, {@code 1h30m}. */
  static Length of(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("a length of time is such as 5m, not '" + text + "'");
    }
    long millis = 0;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      millis += Long.parseLong(part.group(1)) * UNITS.get(part.group(2));
    }
    return new Length(millis);
  }

  Length plus(Length other) {
    return new Length(millis + other.millis);
  }

  Length times(int factor) {
    return new Length(millis * factor);
  }

  static Length longer(Length one, Length other) {
    return one.millis < other.millis ? other : one;
  }

  long seconds() {
    return Math.round(millis / (double) SECOND);
  }

  /**
   * As {@code $__interval} is written: in one unit, rounded down. So a step of 90 seconds is {@code
   * 1m} in a query.
   */
  String inOneUnit() {
    if (millis >= YEAR) {
      return millis / YEAR + "y";
    }
    if (millis >= DAY) {
      return millis / DAY + "d";
    }
    if (millis >= HOUR) {
      return millis / HOUR + "h";
    }
    if (millis >= MINUTE) {
      return millis / MINUTE + "m";
    }
    return millis >= SECOND ? millis / SECOND + "s" : millis + "ms";
  }

  /** As {@code $__rate_interval} is written: {@code 1h0m15s}. */
  String inAllUnits() {
    if (millis < SECOND) {
      return millis + "ms";
    }
    BigDecimal seconds = BigDecimal.valueOf(millis % MINUTE, 3).stripTrailingZeros();
    String end = seconds.toPlainString() + "s";
    if (millis < MINUTE) {
      return end;
    }
    String minutes = millis % HOUR / MINUTE + "m" + end;
    return millis < HOUR ? minutes : millis / HOUR + "h" + minutes;
  }
}
