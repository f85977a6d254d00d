package io.runboards.simulate.service;

/**
 * Shares whole things out among a few: nothing is lost, and in the long run each gets its share.
 */
final class Split {
  private final double[] owed;
  private final long[] parts;

  Split(int among) {
    this.owed = new double[among];
    this.parts = new long[among];
  }

  /** The parts of a number by weights; they are overwritten by the next call. */
  long[] of(long all, double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    long left = all;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = 0;
      if (weights[i] > 0) {
        owed[i] += all * weights[i] / sum;
        parts[i] = Math.clamp((long) Math.floor(owed[i]), 0, left);
        owed[i] -= parts[i];
        left -= parts[i];
      }
    }
    for (int i = parts.length - 1; left > 0 && i >= 0; i--) {
      if (weights[i] > 0) {
        parts[i] += left;
        owed[i] -= left;
        left = 0;
      }
    }
    if (left > 0) {
      throw new IllegalArgumentException("nobody takes " + left + " of " + all);
    }
    return parts;
  }
}
