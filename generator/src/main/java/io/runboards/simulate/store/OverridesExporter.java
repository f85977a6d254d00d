package io.runboards.simulate.store;

import io.runboards.catalog.Mimir;
import io.runboards.simulate.time.Moment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says what tenants may do: the limits of their own, and those of all others. */
final class OverridesExporter {
  private static final int BURST = 20;

  private final StorePod pod;

  OverridesExporter(StorePod pod, List<Tenant> tenants, Limits usual) {
    this.pod = pod;
    named(usual).forEach((name, limit) -> pod.gauge(Mimir.LIMITS_DEFAULTS, name).set(limit));
    for (Tenant tenant : tenants) {
      if (tenant.limits().own()) {
        named(tenant.limits())
            .forEach(
                (name, limit) -> pod.gauge(Mimir.LIMITS_OVERRIDES, tenant.name(), name).set(limit));
      }
    }
  }

  void advance(Moment now) {
    pod.advance(now, true);
  }

  /** In the order of their names. */
  private static Map<String, Double> named(Limits limits) {
    return new TreeMap<>(
        Map.of(
            "ingestion_rate",
            limits.rate(),
            "ingestion_burst_size",
            limits.rate() * BURST,
            "max_global_series_per_user",
            limits.series(),
            "max_global_series_per_metric",
            0.0,
            "max_global_exemplars_per_user",
            0.0,
            "max_fetched_series_per_query",
            100_000.0,
            "max_fetched_chunks_per_query",
            2_000_000.0,
            "max_fetched_chunk_bytes_per_query",
            0x1p30,
            "ruler_max_rules_per_rule_group",
            20.0,
            "ruler_max_rule_groups_per_tenant",
            70.0));
  }
}
