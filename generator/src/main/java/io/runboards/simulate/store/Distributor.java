package io.runboards.simulate.store;

import io.runboards.catalog.Mimir;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.Arrays;
import java.util.List;

/** A pod that takes a share of what all tenants send, and passes it on to the ingesters. */
final class Distributor {
  static final int MANY = 2;

  private static final double FORGETS_AFTER = 900;
  private static final double USUAL_SECONDS = 0.012;

  private final StorePod pod;
  private final int number;
  private final Health health;
  private final Noise noise;
  private final List<Shown> tenants;
  private final Answers pushes;
  private final Ring ingesters;
  private final Ring distributors;

  private record Shown(
      Tenant tenant,
      Counter samplesIn,
      Counter samples,
      Counter requestsIn,
      Counter requests,
      Counter requestsRefused,
      Gauge newest,
      List<Refused> refused) {
    static Shown of(Tenant tenant, StorePod pod) {
      String name = tenant.name();
      return new Shown(
          tenant,
          pod.counter(Mimir.DISTRIBUTOR_SAMPLES_IN_TOTAL, name),
          pod.counter(Mimir.DISTRIBUTOR_RECEIVED_SAMPLES_TOTAL, name),
          pod.counter(Mimir.DISTRIBUTOR_REQUESTS_IN_TOTAL, name),
          pod.counter(Mimir.DISTRIBUTOR_RECEIVED_REQUESTS_TOTAL, name),
          pod.counter(Mimir.DISCARDED_REQUESTS_TOTAL, name, Discard.RATE_LIMITED.label()),
          pod.gauge(Mimir.DISTRIBUTOR_LATEST_SEEN_SAMPLE_TIMESTAMP_SECONDS, name),
          Refused.of(tenant, pod, true));
    }
  }

  /** Samples of a tenant that are refused for one reason. */
  record Refused(Discard reason, Counter samples) {
    static List<Refused> of(Tenant tenant, StorePod pod, boolean byDistributor) {
      return Arrays.stream(Discard.values())
          .filter(reason -> reason.byDistributor() == byDistributor)
          .map(reason ->
              new Refused(
                  reason,
                  pod.counter(Mimir.DISCARDED_SAMPLES_TOTAL, tenant.name(), reason.label())))
          .toList();
    }
  }

  Distributor(StorePod pod, int number, List<Tenant> tenants, Health health, Noise noise) {
    this.pod = pod;
    this.number = number;
    this.health = health;
    this.noise = noise;
    this.tenants = tenants.stream().map(tenant -> Shown.of(tenant, pod)).toList();
    this.pushes = Answers.of(pod, Mimir.REQUEST_DURATION_SECONDS, "api_v1_push", "429", "POST");
    this.ingesters = Ring.seenBy(pod, "ingester", Ingester.MANY);
    this.distributors = Ring.seenBy(pod, "distributor", MANY);
    pod.gauge(Mimir.DISTRIBUTOR_REPLICATION_FACTOR).set(Ingester.MANY);
  }

  void advance(Moment now) {
    pod.advance(now, true);
    ingesters.advance(health.ingestersDown());
    distributors.advance(0);
    long in = 0;
    long refused = 0;
    long failed = 0;
    for (Shown one : tenants) {
      Tenant tenant = one.tenant;
      long requests = mine(tenant.requestsIn());
      in += requests;
      refused += mine(tenant.requestsRefused());
      failed += mine(tenant.requestsFailed());
      one.samplesIn.add(mine(tenant.samplesIn()));
      one.samples.add(mine(tenant.received()));
      one.requestsIn.add(requests);
      one.requests.add(mine(tenant.requests()));
      one.requestsRefused.add(mine(tenant.requestsRefused()));
      for (Refused some : one.refused) {
        some.samples.add(mine(tenant.discarded(some.reason)));
      }
      if (now.second() - tenant.newest() > FORGETS_AFTER) {
        one.newest.hide();
      } else {
        one.newest.set(tenant.newest());
      }
    }
    double seconds =
        USUAL_SECONDS * health.slowWrites() * (0.8 + 0.5 * noise.smooth(now.second(), 600));
    pushes.advance(seconds, Math.max(0, in - refused - failed), refused, failed);
  }

  private long mine(long all) {
    return Whole.share(all, number, MANY);
  }
}
