package io.runboards.verify.report.html;

import io.runboards.verify.prometheus.Curve;
import java.util.Arrays;

/**
 * The points of a curve that are drawn: all of a short one; of a long one the least and the
 * greatest value of each stretch, so that no peak is lost, and both ends.
 *
 * @param times when
 * @param values what it was worth then; not finite where the curve has no value
 */
record Thinned(long[] times, double[] values) {

  /**
   * Thins a curve out.
   *
   * @param most how many points may be left
   */
  static Thinned of(Curve curve, int most) {
    int size = curve.size();
    if (size <= most) {
      return new Thinned(curve.times(), curve.values());
    }
    int stretches = (most - 2) / 2;
    int[] kept = new int[most];
    int count = 1;
    for (int i = 0; i < stretches; i++) {
      int from = (int) ((long) size * i / stretches);
      int until = (int) ((long) size * (i + 1) / stretches);
      int least = from;
      int greatest = from;
      for (int j = from; j < until; j++) {
        double value = curve.values()[j];
        least = isBetter(value, curve.values()[least], -1) ? j : least;
        greatest = isBetter(value, curve.values()[greatest], 1) ? j : greatest;
      }
      count = append(kept, count, Math.min(least, greatest));
      count = append(kept, count, Math.max(least, greatest));
    }
    count = append(kept, count, size - 1);
    int[] all = Arrays.copyOf(kept, count);
    return new Thinned(
        Arrays.stream(all).mapToLong(i -> curve.times()[i]).toArray(),
        Arrays.stream(all).mapToDouble(i -> curve.values()[i]).toArray());
  }

  /** Adds the index of a point that comes later than those that are there. */
  private static int append(int[] kept, int count, int index) {
    if (index <= kept[count - 1]) {
      return count;
    }
    kept[count] = index;
    return count + 1;
  }

  /** Whether a value lies farther in a direction than another one; any number beats none. */
  private static boolean isBetter(double value, double other, int direction) {
    return Double.isFinite(value)
        && (!Double.isFinite(other) || Double.compare(value, other) == direction);
  }

  int size() {
    return times.length;
  }
}
