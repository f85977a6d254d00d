package io.runboards.verify.report;

import io.runboards.verify.proof.Ground;
import io.runboards.verify.unit.UnitText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lengths, moments and counts as people read them. */
public final class Words {
  private Words() {}

  /** A length of time: {@code 1 h 30 min}. */
  public static String length(Duration length) {
    List<String> parts = new ArrayList<>();
    part(length.toDays(), "d", parts);
    part(length.toHoursPart(), "h", parts);
    part(length.toMinutesPart(), "min", parts);
    part(length.toSecondsPart(), "s", parts);
    return parts.isEmpty() ? "0 s" : String.join(" ", parts);
  }

  private static void part(long number, String unit, List<String> parts) {
    if (number > 0) {
      parts.add(number + " " + unit);
    }
  }

  /** When something fires: {@code at once}, or {@code after 2 min}. */
  public static String after(Duration length) {
    return length.isZero() ? "at once" : "after " + length(length);
  }

  /** A moment in Greenwich: {@code 2015-01-06 09:45}. */
  public static String moment(Instant moment) {
    return UnitText.Moments.text(moment);
  }

  /** A whole number whose digits stand in groups: {@code 1,234,567}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** What was asked, about when. */
  public static String ground(Ground ground) {
    String samples = ground.samples() > 0 ? ", " + number(ground.samples()) + " samples" : "";
    return "%s, from %s to %s UTC%s"
        .formatted(ground.series(), moment(ground.from()), moment(ground.until()), samples);
  }
}
