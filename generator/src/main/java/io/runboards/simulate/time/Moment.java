package io.runboards.simulate.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A moment of a simulation.
 *
 * @param second when it is, in seconds since 1970
 * @param step the seconds since the moment before
 */
public record Moment(long second, int step) {
  private static final double SECONDS_OF_AN_HOUR = 3600;

  /** The hour of the day in UTC, with a fraction. */
  public double hour() {
    return Math.floorMod(second, 86_400L) / SECONDS_OF_AN_HOUR;
  }

  public boolean isWeekend() {
    DayOfWeek day = at().getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  public ZonedDateTime at() {
    return Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC);
  }

  /** One step later. */
  public Moment next() {
    return new Moment(second + step, step);
  }
}
