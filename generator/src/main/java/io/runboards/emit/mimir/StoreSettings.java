package io.runboards.emit.mimir;

import io.runboards.emit.YamlWriter;

/** What every Mimir of a site is told, however it runs. */
final class StoreSettings {
  /** Reports compare a month with the same one a year ago. */
  private static final String KEPT = "395d";

  private StoreSettings() {}

  /** The limits of tenants for whom nothing else is said. */
  static void limits(YamlWriter yaml) {
    yaml.object(
        "limits",
        limits -> {
          limits.field("accept_ha_samples", true);
          limits.field("ha_cluster_label", "cluster");
          limits.field("ha_replica_label", "__replica__");
          limits.field("cardinality_analysis_enabled", true);
          limits.field("ingestion_rate", 10_000);
          limits.field("ingestion_burst_size", 200_000);
          limits.field("max_global_series_per_user", 150_000);
          limits.field("out_of_order_time_window", "5m");
          limits.field("ruler_max_rules_per_rule_group", 20);
          limits.field("ruler_max_rule_groups_per_tenant", 70);
          limits.field("compactor_blocks_retention_period", KEPT);
        });
  }

  /** Of two replicas of a Prometheus, one is heard at a time. */
  static void replicas(YamlWriter distributor, String keyValueStore) {
    distributor.object(
        "ha_tracker",
        tracker -> {
          tracker.field("enable_ha_tracker", true);
          tracker.object("kvstore", store -> store.field("store", keyValueStore));
        });
  }

  /** Queries and rules may read several tenants. */
  static void federation(YamlWriter yaml) {
    yaml.object("tenant_federation", federation -> federation.field("enabled", true));
  }
}
