package io.runboards.verify.alert;

import io.runboards.simulate.write.History;
import io.runboards.verify.prometheus.Curve;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Marks where a rule no longer results in a series. Prometheus does the same, so that nobody goes
 * on to see the last value.
 */
final class Pauses {
  private Pauses() {}

  /**
   * The series with a mark at the first evaluation of each pause.
   *
   * @param every how far apart evaluations are
   * @param until the last one
   */
  static Curve marked(Curve curve, Duration every, Instant until) {
    long step = every.toMillis();
    long[] times = new long[2 * curve.size()];
    double[] values = new double[2 * curve.size()];
    int count = 0;
    for (int i = 0; i < curve.size(); i++) {
      times[count] = curve.times()[i];
      values[count++] = curve.values()[i];
      long next = curve.times()[i] + step;
      boolean goesOn =
          i + 1 < curve.size() ? curve.times()[i + 1] == next : next > until.toEpochMilli();
      if (!goesOn) {
        times[count] = next;
        values[count++] = History.GONE;
      }
    }
    return new Curve(curve.labels(), Arrays.copyOf(times, count), Arrays.copyOf(values, count), 0);
  }
}
