package io.runboards.simulate.scrape;

import java.util.List;

/** How often values of which size were seen: the buckets, the sum and the count of a histogram. */
public final class Distribution {
  private static final double[] SPREAD = {0.35, 0.5, 0.65, 0.8, 0.95, 1.05, 1.2, 1.5, 2.1, 3.2};

  private final double[] bounds;
  private final List<Series> buckets;
  private final Series sum;
  private final Series count;

  /** One bucket more than bounds: the last is for all values. */
  Distribution(double[] bounds, List<Series> buckets, Series sum, Series count) {
    this.bounds = bounds.clone();
    this.buckets = List.copyOf(buckets);
    this.sum = sum;
    this.count = count;
    reset();
  }

  /** Sees a value so many times. */
  public void observe(double value, double times) {
    if (!(times >= 0)) {
      throw new IllegalArgumentException(count + " cannot grow by " + times);
    }
    for (int i = 0; i < buckets.size(); i++) {
      if (i == bounds.length || value <= bounds[i]) {
        Series bucket = buckets.get(i);
        bucket.set(bucket.value() + times);
      }
    }
    sum.set(sum.value() + value * times);
    count.set(count.value() + times);
  }

  /** Sees so many values around a usual one: most near it, a few three times as large. */
  public void observeAround(double usual, double times) {
    for (double factor : SPREAD) {
      observe(usual * factor, times / SPREAD.length);
    }
  }

  void reset() {
    buckets.forEach(bucket -> bucket.set(0));
    sum.set(0);
    count.set(0);
  }

  public void hide() {
    buckets.forEach(Series::hide);
    sum.hide();
    count.hide();
  }
}
