package io.runboards.simulate.runai;

import io.runboards.catalog.Labels;
import io.runboards.catalog.RunaiInternal;
import io.runboards.simulate.cluster.Workload;
import io.runboards.simulate.scrape.Distribution;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;

/** How Run:ai sees a model server: the requests that it answers, and how fast. */
final class Served {
  private static final double[] MILLISECONDS = {50, 100, 250, 500, 1000, 2500, 5000, 10_000};
  private static final double RATE_AT_FULL_WORK = 12;
  private static final double FASTEST = 180;

  private final Workload workload;
  private final Gauge rate;
  private final Distribution latencies;

  Served(Workload workload, Group group, Facts cluster) {
    this.workload = workload;
    Facts facts =
        cluster
            .and(Labels.NAMESPACE_NAME, workload.project().namespace())
            .and(Labels.DEPLOYMENT_NAME, workload.name());
    rate = facts.gauge(group, RunaiInternal.DEPLOYMENT_REQUEST_RATE);
    latencies =
        group.distribution(
            RunaiInternal.DEPLOYMENT_REQUEST_LATENCIES,
            MILLISECONDS,
            facts.values(RunaiInternal.DEPLOYMENT_REQUEST_LATENCIES));
  }

  void show(int step) {
    double load = workload.utilization() / 100;
    double requests = RATE_AT_FULL_WORK * load * workload.pods().size();
    rate.set(requests);
    if (requests > 0) {
      latencies.observeAround(FASTEST / (1 - 0.9 * load), requests * step);
    }
  }
}
