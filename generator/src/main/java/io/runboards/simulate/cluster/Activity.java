package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/** How busy work of a kind is at some time. */
final class Activity {
  private static final long LOADING = 60;
  private static final long CHECKPOINT_EVERY = 1800;
  private static final long CHECKPOINT = 60;
  private static final long PAUSE_EVERY = 2400;
  private static final long PAUSE = 240;
  private static final double QUIETEST_HOUR = 3;

  private Activity() {}

  /**
   * In percent of the GPUs that are held.
   *
   * @param ran for how many seconds it has run
   */
  static double busy(Kind kind, long ran, Moment now, Noise noise) {
    double ripple = noise.smooth(now.second(), 150);
    return switch (kind) {
      case TRAINING, DISTRIBUTED -> {
        double level = 76 + 16 * noise.once() + 7 * ripple;
        boolean slow = ran < LOADING || rests(ran, CHECKPOINT_EVERY, CHECKPOINT);
        yield slow ? level * 0.35 : level;
      }
      case WORKSPACE -> rests(ran, PAUSE_EVERY, PAUSE) ? 0 : 30 + 20 * noise.once() + 25 * ripple;
      case INFERENCE -> 22 + 50 * demand(now) + 12 * ripple;
      case PREPARATION -> 0;
    };
  }

  /** From 0 in the quiet of the night to 1 at the busiest hour of a workday. */
  static double demand(Moment now) {
    double wave = 0.5 - 0.5 * Math.cos((now.hour() - QUIETEST_HOUR) / 24 * 2 * Math.PI);
    return now.isWeekend() ? 0.5 * wave : wave;
  }

  /** How much of the GPU memory that it may use it does use. */
  static double memory(Kind kind, Noise noise) {
    return switch (kind) {
      case TRAINING, DISTRIBUTED -> 0.7 + 0.22 * noise.once();
      case WORKSPACE -> 0.3 + 0.4 * noise.once();
      case INFERENCE -> 0.86 + 0.05 * noise.once();
      case PREPARATION -> 0;
    };
  }

  private static boolean rests(long ran, long every, long length) {
    return ran % every >= every - length;
  }
}
