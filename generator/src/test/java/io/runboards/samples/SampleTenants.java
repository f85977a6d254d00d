package io.runboards.samples;

import static io.runboards.site.TenantLimit.COMPACTOR_BLOCKS_RETENTION_PERIOD;
import static io.runboards.site.TenantLimit.INGESTION_BURST_SIZE;
import static io.runboards.site.TenantLimit.INGESTION_RATE;
import static io.runboards.site.TenantLimit.MAX_FETCHED_CHUNKS_PER_QUERY;
import static io.runboards.site.TenantLimit.MAX_FETCHED_CHUNK_BYTES_PER_QUERY;
import static io.runboards.site.TenantLimit.MAX_FETCHED_SERIES_PER_QUERY;
import static io.runboards.site.TenantLimit.MAX_GLOBAL_EXEMPLARS_PER_USER;
import static io.runboards.site.TenantLimit.MAX_GLOBAL_SERIES_PER_METRIC;
import static io.runboards.site.TenantLimit.MAX_GLOBAL_SERIES_PER_USER;
import static io.runboards.site.TenantLimit.MAX_SERIES_PER_QUERY;
import static io.runboards.site.TenantLimit.RULER_MAX_RULES_PER_RULE_GROUP;
import static io.runboards.site.TenantLimit.RULER_MAX_RULE_GROUPS_PER_TENANT;

import io.runboards.site.Federation;
import io.runboards.site.Setup;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import io.runboards.site.TenantLimit;
import java.util.List;
import java.util.Map;

/** Sites whose stores keep tenants apart. */
public final class SampleTenants {
  private static final Map<TenantLimit, String> ALL_OF_MIMIR =
      Map.ofEntries(
          Map.entry(INGESTION_RATE, "10000"),
          Map.entry(INGESTION_BURST_SIZE, "200000"),
          Map.entry(MAX_GLOBAL_SERIES_PER_USER, "150000"),
          Map.entry(MAX_GLOBAL_SERIES_PER_METRIC, "20000"),
          Map.entry(MAX_GLOBAL_EXEMPLARS_PER_USER, "1000"),
          Map.entry(RULER_MAX_RULES_PER_RULE_GROUP, "20"),
          Map.entry(RULER_MAX_RULE_GROUPS_PER_TENANT, "70"),
          Map.entry(MAX_FETCHED_CHUNKS_PER_QUERY, "2000000"),
          Map.entry(MAX_FETCHED_SERIES_PER_QUERY, "100000"),
          Map.entry(MAX_FETCHED_CHUNK_BYTES_PER_QUERY, "1073741824"),
          Map.entry(COMPACTOR_BLOCKS_RETENTION_PERIOD, "28d"));

  private SampleTenants() {}

  /** A Mimir with a tenant that has every limit, and one that has none. */
  public static Site ofMimir() {
    return mimir(
        List.of(Tenant.named("team-a").limitedTo(ALL_OF_MIMIR), Tenant.named("team-b")), List.of());
  }

  /** A GEM with a tenant that its admin API limits and opens to some, and one like Mimir's. */
  public static Site ofGem() {
    Tenant.Gem limited =
        new Tenant.Gem(
            Map.of(MAX_SERIES_PER_QUERY, "5000", COMPACTOR_BLOCKS_RETENTION_PERIOD, "1y"),
            List.of("{secret!=\"true\"}", "{env=~\"dev|test\"}"));
    return mimir(
        List.of(Tenant.named("team-a").inGem(limited), Tenant.named("team-b")),
        List.of(new Federation("all", "team-b", List.of("team-a", "team-b"))));
  }

  /** A Mimir with these tenants. */
  public static Site mimir(List<Tenant> tenants, List<Federation> federations) {
    Setup usual = Setup.USUAL;
    Store store = usual.store();
    Store mimir =
        new Store(
            Store.Kind.MIMIR,
            store.read(),
            store.write(),
            store.user(),
            store.secret(),
            store.authority());
    return Site.usual("sample")
        .with(
            new Setup(
                usual.cluster(),
                usual.environment(),
                mimir,
                usual.organisations(),
                usual.systems(),
                usual.targets(),
                usual.sizes()))
        .with(tenants, federations);
  }
}
