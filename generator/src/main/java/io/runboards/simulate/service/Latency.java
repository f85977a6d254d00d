package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Distribution;

/** Times that requests took, each another one: most below their mean, a few far above it. */
final class Latency {
  /** A bell curve of logarithms in twenty equal parts; their mean is 1. */
  private static final double[] SHAPE = {
    0.33, 0.43, 0.50, 0.56, 0.61, 0.66, 0.71, 0.76, 0.81, 0.86,
    0.92, 0.98, 1.04, 1.12, 1.20, 1.30, 1.42, 1.58, 1.83, 2.38
  };

  /** From one request to the next it goes so far through the shape: short and long ones mix. */
  private static final int STRIDE = 7;

  private final Distribution distribution;
  private long seen;

  Latency(Distribution distribution) {
    this.distribution = distribution;
  }

  /** So many requests took so many seconds in the mean. */
  void took(long requests, double mean) {
    long rounds = requests / SHAPE.length;
    long rest = requests % SHAPE.length;
    for (int i = 0; i < SHAPE.length; i++) {
      long times = i < rest ? rounds + 1 : rounds;
      if (times > 0) {
        distribution.observe(mean * SHAPE[(int) ((seen + i) * STRIDE % SHAPE.length)], times);
      }
    }
    seen += rest;
  }
}
