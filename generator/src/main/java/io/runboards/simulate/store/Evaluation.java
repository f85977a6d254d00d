package io.runboards.simulate.store;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/** When a rule group is evaluated, and how long that takes. */
final class Evaluation {
  private static final double SECONDS_OF_A_RULE = 0.015;
  private static final int MINUTE = 60;

  private final RuleGroup group;
  private final Noise noise;
  private final int offset;
  private long last;
  private double seconds;

  Evaluation(RuleGroup group, Noise noise) {
    this.group = group;
    this.noise = noise;
    this.offset = noise.among(group.interval(), 0);
  }

  RuleGroup group() {
    return group;
  }

  /**
   * Goes on to a moment; returns how often the group was evaluated until then.
   *
   * @param busy the part of a minute that it takes at least, which may be more than all of it
   */
  long advance(Moment now, double busy) {
    double usual =
        group.rules() * SECONDS_OF_A_RULE * (0.6 + 0.8 * noise.smooth(now.second(), 1800));
    double steady = 0.97 + 0.06 * noise.smooth(now.second(), 300);
    seconds = Math.max(usual, busy * MINUTE * steady);
    long period = Math.max(group.interval(), (long) Math.ceil(seconds));
    long newest = now.second() - Math.floorMod(now.second() - offset, period);
    if (newest <= last) {
      return 0;
    }
    long times = last == 0 ? 1 : Math.max(1, (newest - last) / period);
    last = newest;
    return times;
  }

  /** How long the last evaluation took. */
  double seconds() {
    return seconds;
  }

  /** When the last evaluation was. */
  long last() {
    return last;
  }
}
