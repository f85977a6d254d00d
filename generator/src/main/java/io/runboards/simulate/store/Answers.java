package io.runboards.simulate.store;

import io.runboards.catalog.Metric;
import io.runboards.simulate.scrape.Distribution;

/** The answers of a pod to requests of one kind, by how they ended. */
final class Answers {
  private static final double[] BOUNDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100
  };
  private static final double AT_ONCE = 0.004;

  private final Distribution good;
  private final Distribution refused;
  private final Distribution failed;

  private Answers(Distribution good, Distribution refused, Distribution failed) {
    this.good = good;
    this.refused = refused;
    this.failed = failed;
  }

  /** Of a route that is asked by HTTP. */
  static Answers of(StorePod pod, Metric metric, String route, String refusal, String method) {
    return new Answers(
        pod.distribution(metric, BOUNDS, route, "200", method),
        pod.distribution(metric, BOUNDS, route, refusal, method),
        pod.distribution(metric, BOUNDS, route, "500", method));
  }

  /** So many requests were answered well, which usually took so long; refusals are quick. */
  void advance(double seconds, long many, long refusals, long failures) {
    good.observeAround(seconds, many);
    refused.observe(AT_ONCE, refusals);
    failed.observeAround(seconds, failures);
  }
}
