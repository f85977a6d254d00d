package io.runboards.simulate.time;

/**
 * Chance that can be asked for any time, in any order: the same question has the same answer.
 *
 * <p>So whatever happens to one thing, the others go on as they would have.
 *
 * @param seed what it begins with
 */
public record Noise(long seed) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  /** Chance of its own for a thing. */
  public Noise of(String thing) {
    long hash = seed;
    for (int i = 0; i < thing.length(); i++) {
      hash = mixed(hash ^ thing.charAt(i));
    }
    return new Noise(mixed(hash + GOLDEN));
  }

  /** Chance of its own for a numbered thing. */
  public Noise of(long number) {
    return new Noise(mixed(seed ^ mixed(number + GOLDEN)));
  }

  /** Evenly spread, from 0 to below 1; another one for each number. */
  public double at(long number) {
    return (mixed(seed + GOLDEN * (number + 1)) >>> 11) * UNIT;
  }

  /** The same for the thing itself, once and for all. */
  public double once() {
    return at(0);
  }

  /** One of so many, from 0; another one for each number. */
  public int among(int many, long number) {
    return (int) (at(number) * many);
  }

  /** Evenly spread between two values. */
  public double between(double least, double most, long number) {
    return least + (most - least) * at(number);
  }

  /** From 0 to 1, changing without jumps: about one swing in a period. */
  public double smooth(long second, long period) {
    long before = Math.floorDiv(second, period);
    double part = (double) Math.floorMod(second, period) / period;
    double eased = part * part * (3 - 2 * part);
    return at(before) * (1 - eased) + at(before + 1) * eased;
  }

  /** Around 0, mostly between -1 and 1: the bell curve, roughly. */
  public double bell(long number) {
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += at(number * 6 + i);
    }
    return (sum - 3) * Math.sqrt(2);
  }

  /** How often something happens in a while in which it happens {@code expected} times. */
  public long times(double expected, long number) {
    if (expected <= 0) {
      return 0;
    }
    if (expected > 30) {
      return Math.max(0, Math.round(expected + bell(number) * Math.sqrt(expected)));
    }
    double limit = Math.exp(-expected);
    double product = of(number).at(0);
    long count = 0;
    while (product > limit) {
      count++;
      product *= of(number).at(count);
    }
    return count;
  }

  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
