package io.runboards.simulate.service;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/**
 * When a server is replaced as a matter of course: on some days, for a short while.
 *
 * @param share the part of the days on which it happens
 * @param lasts the seconds until it answers again
 * @param noise chance of its own
 */
record Restarts(double share, int lasts, Noise noise) {
  private static final long DAY = 86_400;

  boolean isAway(Moment now) {
    long day = now.second() / DAY;
    long begin = day * DAY + (long) (noise.of(day).at(1) * (DAY - lasts));
    return noise.of(day).at(0) < share && now.second() >= begin && now.second() < begin + lasts;
  }
}
