package io.runboards.simulate.store;

import io.runboards.catalog.Mimir;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Distribution;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.store.Distributor.Refused;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.List;

/** A pod that holds the newest samples. There are as many as copies, so each holds all series. */
final class Ingester {
  static final int MANY = 3;

  /** Series that have ended stay in memory for some hours. */
  private static final double ENDED = 0.2;

  private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5};
  private static final double USUAL_SECONDS = 0.004;
  private static final double MOST_REFUSED = 0.25;

  private final StorePod pod;
  private final int number;
  private final double mostSeries;
  private final Health health;
  private final Noise noise;
  private final List<Shown> tenants;
  private final Gauge memory;
  private final Counter refusals;
  private final Distribution pushes;
  private final Ring ring;

  private record Shown(Tenant tenant, Gauge active, Gauge owned, List<Refused> refused) {
    static Shown of(Tenant tenant, StorePod pod) {
      return new Shown(
          tenant,
          pod.gauge(Mimir.INGESTER_ACTIVE_SERIES, tenant.name()),
          pod.gauge(Mimir.INGESTER_OWNED_SERIES, tenant.name()),
          Refused.of(tenant, pod, false));
    }
  }

  Ingester(
      StorePod pod,
      int number,
      List<Tenant> tenants,
      double mostSeries,
      Health health,
      Noise noise) {
    this.pod = pod;
    this.number = number;
    this.mostSeries = mostSeries;
    this.health = health;
    this.noise = noise;
    this.tenants = tenants.stream().map(tenant -> Shown.of(tenant, pod)).toList();
    this.memory = pod.gauge(Mimir.INGESTER_MEMORY_SERIES);
    this.refusals =
        pod.counter(Mimir.INGESTER_INSTANCE_REJECTED_REQUESTS_TOTAL, "ingester_max_series");
    this.pushes =
        pod.distribution(
            Mimir.REQUEST_DURATION_SECONDS, BOUNDS, "/cortex.Ingester/Push", "OK", "gRPC");
    this.ring = Ring.seenBy(pod, "ingester", MANY);
    pod.gauge(Mimir.INGESTER_INSTANCE_LIMITS, "max_series").set(mostSeries);
    pod.gauge(Mimir.INGESTER_INSTANCE_LIMITS, "max_tenants").set(0);
    pod.gauge(Mimir.INGESTER_INSTANCE_LIMITS, "max_ingestion_rate").set(0);
    pod.gauge(Mimir.INGESTER_INSTANCE_LIMITS, "max_inflight_push_requests").set(30_000);
  }

  void advance(Moment now) {
    boolean there = pod.advance(now, number < MANY - health.ingestersDown());
    ring.advance(health.ingestersDown());
    double ended = ENDED * (0.8 + 0.4 * noise.smooth(now.second(), 7200));
    double series = 0;
    long requests = 0;
    for (Shown one : tenants) {
      Tenant tenant = one.tenant;
      series += tenant.active() * (1 + ended);
      requests += tenant.requests();
      one.active.set(tenant.active());
      one.owned.set(Math.rint(tenant.active() * (1 + ended / 4)));
      for (Refused some : one.refused) {
        some.samples().add(Whole.share(tenant.discarded(some.reason()), number, MANY));
      }
    }
    memory.set(Math.min(Math.rint(series), mostSeries));
    double refused = Math.clamp(1 - mostSeries / Math.max(series, 1), 0, MOST_REFUSED);
    health.refuse(refused);
    if (there) {
      refusals.add(Math.round(requests * refused));
      pushes.observeAround(USUAL_SECONDS * health.slowWrites(), requests);
    }
  }
}
