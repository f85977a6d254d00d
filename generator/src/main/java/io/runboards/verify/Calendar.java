package io.runboards.verify;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Incident.Happening;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.time.Instant;

/**
 * When the histories are that a run tries. They stand in one store, so far apart that no query sees
 * two of them.
 */
public final class Calendar {
  /** The afternoon of a Tuesday, when people work and some of them wait. */
  private static final Instant START = Instant.parse("2015-01-06T15:00:00Z");

  private static final Duration DAY = Duration.ofDays(1);

  /** From the beginning of one history to that of the next one. */
  public static final Duration DISTANCE = Duration.ofDays(42);

  /** The morning of a Tuesday; incidents come on Tuesdays. */
  private static final Instant FIRST_MORNING = Instant.parse("2015-02-17T09:45:00Z");

  private Calendar() {}

  /** A day on which nothing goes wrong. */
  public static Stretch healthyDay() {
    return new Stretch(START, START.plus(DAY));
  }

  /**
   * An incident on a day of its own.
   *
   * @param index its number, from 0
   */
  public static Happening happening(int index, Incident incident) {
    Instant from = FIRST_MORNING.plus(DISTANCE.multipliedBy(index));
    return incident.from(from.getEpochSecond());
  }

  /** What is simulated around an incident: a while before it, it, and a little more. */
  public static Stretch around(Happening happening) {
    return new Stretch(
        Instant.ofEpochSecond(happening.from()).minus(happening.incident().before()),
        Instant.ofEpochSecond(happening.until()).plus(happening.incident().after()));
  }
}
