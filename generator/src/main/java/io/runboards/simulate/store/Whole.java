package io.runboards.simulate.store;

/** Parts of things, given out as whole things once there is enough of them. */
final class Whole {
  private double left;

  /** So much more; returns how many whole things that makes. */
  long of(double more) {
    left += more;
    long whole = (long) left;
    left -= whole;
    return whole;
  }

  /** The share of one of several, numbered from 0, that together have it all. */
  static long share(long all, int number, int several) {
    return all * (number + 1) / several - all * number / several;
  }
}
