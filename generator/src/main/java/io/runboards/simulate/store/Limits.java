package io.runboards.simulate.store;

/**
 * What a tenant may send.
 *
 * @param series the most active series
 * @param rate the most samples a second
 * @param own whether they are the tenant's own, not those of all that have none
 */
record Limits(double series, double rate, boolean own) {
  private static final double[] ROUND = {1, 1.5, 2, 3, 5, 7.5, 10};

  /** The next round number. */
  static double round(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double one : ROUND) {
      if (one * power >= atLeast) {
        return one * power;
      }
    }
    return 10 * power;
  }
}
