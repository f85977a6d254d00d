package io.runboards.simulate.store;

import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/** Now and then a process begins again, and its counters with it. */
final class Restarts {
  private static final long HOUR = 3600;
  private static final double IN_AN_HOUR = 1 / 40.0;

  private final Target target;
  private final Noise noise;

  Restarts(Target target, Noise noise) {
    this.target = target;
    this.noise = noise.of("restarts");
  }

  void advance(Moment now) {
    long hour = now.second() / HOUR;
    boolean begins = hour != (now.second() - now.step()) / HOUR;
    if (begins && noise.at(hour) < IN_AN_HOUR) {
      target.restart();
    }
  }
}
