package io.runboards.verify.grafana;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** {@code ${__from}} and {@code ${__to}}, the ends of the time range. */
final class Moment {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Moment() {}

  /** Milliseconds since 1970, unless a format says {@code date} or {@code date:seconds}. */
  static String of(Instant time, String format) {
    return switch (format) {
      case "date", "date:iso" -> ISO.format(time);
      case "date:seconds" -> String.valueOf(Math.round(time.toEpochMilli() / 1000.0));
      default -> String.valueOf(time.toEpochMilli());
    };
  }
}
