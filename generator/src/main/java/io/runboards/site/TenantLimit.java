package io.runboards.site;

import java.util.Optional;
import java.util.stream.Stream;

/** A limit that a store sets for a tenant, by the name that Mimir and GEM give it. */
public enum TenantLimit {
  INGESTION_RATE("ingestion_rate", "samples a second"),
  INGESTION_BURST_SIZE("ingestion_burst_size", "samples at once"),
  MAX_SERIES_PER_QUERY("max_series_per_query", "series in the result of a query"),
  MAX_GLOBAL_SERIES_PER_USER("max_global_series_per_user", "series in memory"),
  MAX_GLOBAL_SERIES_PER_METRIC("max_global_series_per_metric", "series of one metric in memory"),
  MAX_GLOBAL_EXEMPLARS_PER_USER("max_global_exemplars_per_user", "exemplars in memory"),
  RULER_MAX_RULES_PER_RULE_GROUP("ruler_max_rules_per_rule_group", "rules in a group"),
  RULER_MAX_RULE_GROUPS_PER_TENANT("ruler_max_rule_groups_per_tenant", "groups of rules"),
  MAX_FETCHED_CHUNKS_PER_QUERY("max_fetched_chunks_per_query", "chunks that a query reads"),
  MAX_FETCHED_SERIES_PER_QUERY("max_fetched_series_per_query", "series that a query reads"),
  MAX_FETCHED_CHUNK_BYTES_PER_QUERY(
      "max_fetched_chunk_bytes_per_query", "bytes of chunks that a query reads"),
  COMPACTOR_BLOCKS_RETENTION_PERIOD(
      "compactor_blocks_retention_period", "how long samples are kept");

  private final String id;
  private final String meaning;

  TenantLimit(String id, String meaning) {
    this.id = id;
    this.meaning = meaning;
  }

  public String id() {
    return id;
  }

  /** What is counted. */
  public String meaning() {
    return meaning;
  }

  /** Whether its value is a length of time; else it is a whole number. */
  public boolean isLength() {
    return this == COMPACTOR_BLOCKS_RETENTION_PERIOD;
  }

  /** Whether only GEM knows it: Mimir refuses the whole file in which it stands. */
  public boolean isGemOnly() {
    return this == MAX_SERIES_PER_QUERY;
  }

  static Optional<TenantLimit> named(String id) {
    return Stream.of(values()).filter(limit -> limit.id.equals(id)).findFirst();
  }
}
