package io.runboards.simulate.store;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.List;
import java.util.stream.IntStream;

/** The pods of the store, which show what becomes of all that tenants send and ask. */
final class Store implements Part {
  static final int GATEWAYS = 3;

  private static final String[] DISTRIBUTORS = {"6c5f7d9b4-kq7zt", "6c5f7d9b4-w2m8x"};
  private static final String[] FRONTENDS = {"7d8c9f6b5-4hj2p", "7d8c9f6b5-zx9rl"};
  private static final String[] QUERIERS = {"5b7f8d6c9-bn5vt", "5b7f8d6c9-t8k4q"};
  private static final String[] RULERS = {"84d6b7c9f-6pwxs", "84d6b7c9f-mz3hd"};

  private final Health health;
  private final List<Distributor> distributors;
  private final List<Ingester> ingesters;
  private final List<Frontend> frontends;
  private final List<Ruler> rulers;
  private final Compactor compactor;
  private final OverridesExporter overrides;
  private final List<Gateway> gateways;

  private record Gateway(StorePod pod, Ring ring) {}

  Store(StorePod.Site site, List<Tenant> tenants, Limits usual, double mostSeries, Health health) {
    Noise noise = site.noise();
    this.health = health;
    this.distributors =
        IntStream.range(0, Distributor.MANY)
            .mapToObj(i -> {
              StorePod pod = site.pod("distributor", "mimir-distributor-" + DISTRIBUTORS[i]);
              return new Distributor(pod, i, tenants, health, noise.of("distributor"));
            })
            .toList();
    this.ingesters =
        IntStream.range(0, Ingester.MANY)
            .mapToObj(i -> {
              StorePod pod = site.pod("ingester", "mimir-ingester-" + i);
              return new Ingester(pod, i, tenants, mostSeries, health, noise.of("ingester").of(i));
            })
            .toList();
    this.frontends =
        IntStream.range(0, Frontend.MANY)
            .mapToObj(i -> {
              StorePod asked = site.pod("query-frontend", "mimir-query-frontend-" + FRONTENDS[i]);
              StorePod querier = site.pod("querier", "mimir-querier-" + QUERIERS[i]);
              return new Frontend(asked, querier, health, noise.of("frontend").of(i));
            })
            .toList();
    this.rulers =
        IntStream.range(0, Ruler.MANY)
            .mapToObj(i -> new Ruler(site.pod("ruler", "mimir-ruler-" + RULERS[i]), health))
            .toList();
    this.compactor =
        new Compactor(
            site.pod("compactor", "mimir-compactor-0"), tenants, health, noise.of("compactor"));
    this.gateways =
        IntStream.range(0, GATEWAYS)
            .mapToObj(i -> site.pod("store-gateway", "mimir-store-gateway-" + i))
            .map(pod -> new Gateway(pod, Ring.seenBy(pod, "store-gateway", GATEWAYS)))
            .toList();
    this.overrides =
        new OverridesExporter(
            site.pod("overrides-exporter", "mimir-overrides-exporter-6f9d7c8b5-x2x4k"),
            tenants,
            usual);
  }

  /** The rulers share a tenant's groups. */
  void evaluate(String tenant, List<RuleGroup> groups, Noise noise) {
    for (int i = 0; i < rulers.size(); i++) {
      rulers.get(i).take(tenant, groups, i, noise.of(tenant));
    }
  }

  @Override
  public void calm() {
    health.calm();
  }

  @Override
  public void advance(Moment now) {
    distributors.forEach(one -> one.advance(now));
    ingesters.forEach(one -> one.advance(now));
    frontends.forEach(one -> one.advance(now));
    rulers.forEach(one -> one.advance(now));
    compactor.advance(now);
    for (Gateway gateway : gateways) {
      gateway.pod.advance(now, true);
      gateway.ring.advance(0);
    }
    overrides.advance(now);
  }
}
