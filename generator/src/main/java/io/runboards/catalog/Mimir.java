package io.runboards.catalog;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.Labels.LIMIT;
import static io.runboards.catalog.Labels.LIMIT_NAME;
import static io.runboards.catalog.Labels.METHOD;
import static io.runboards.catalog.Labels.NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Labels.ROUTE;
import static io.runboards.catalog.Labels.RULE_GROUP;
import static io.runboards.catalog.Labels.STATE;
import static io.runboards.catalog.Labels.STATUS_CODE;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.catalog.Unit.BY_LABEL;
import static io.runboards.catalog.Unit.COUNT;
import static io.runboards.catalog.Unit.SECONDS;
import static io.runboards.catalog.Unit.SERIES;
import static io.runboards.catalog.Unit.UNIX_SECONDS;

import java.util.stream.Stream;

/** Grafana Mimir about itself and its tenants; here the label {@code user} is a tenant. */
public final class Mimir {
  private static final String REPLICATED =
      "Each series counts once for each ingester that holds it: divide the sum by"
          + " cortex_distributor_replication_factor.";
  private static final String NEVER_YET =
      "0 means never: keep only values > 0 before taking an age.";

  // What tenants send

  public static final Metric INGESTER_ACTIVE_SERIES =
      gauge("cortex_ingester_active_series", SERIES, TENANT)
          .help("Series of a tenant that got samples lately")
          .note(REPLICATED);

  public static final Metric INGESTER_OWNED_SERIES =
      gauge("cortex_ingester_owned_series", SERIES, TENANT)
          .help("Series of a tenant that an ingester is responsible for")
          .note(REPLICATED);

  public static final Metric INGESTER_MEMORY_SERIES =
      gauge("cortex_ingester_memory_series", SERIES).help("Series that an ingester holds");

  public static final Metric DISTRIBUTOR_REPLICATION_FACTOR =
      gauge("cortex_distributor_replication_factor", COUNT)
          .help("Number of ingesters that each series is sent to");

  public static final Metric DISTRIBUTOR_RECEIVED_SAMPLES_TOTAL =
      counter("cortex_distributor_received_samples_total", COUNT, TENANT)
          .help("Samples that were accepted");

  public static final Metric DISTRIBUTOR_SAMPLES_IN_TOTAL =
      counter("cortex_distributor_samples_in_total", COUNT, TENANT)
          .help("Samples that came in, also those that were then rejected or deduplicated");

  public static final Metric DISTRIBUTOR_RECEIVED_REQUESTS_TOTAL =
      counter("cortex_distributor_received_requests_total", COUNT, TENANT)
          .help("Push requests that were accepted");

  public static final Metric DISTRIBUTOR_REQUESTS_IN_TOTAL =
      counter("cortex_distributor_requests_in_total", COUNT, TENANT)
          .help("Push requests that came in");

  public static final Metric DISTRIBUTOR_LATEST_SEEN_SAMPLE_TIMESTAMP_SECONDS =
      gauge("cortex_distributor_latest_seen_sample_timestamp_seconds", UNIX_SECONDS, TENANT)
          .help("Time of a tenant's newest sample")
          .note(NEVER_YET);

  public static final Metric DISCARDED_SAMPLES_TOTAL =
      counter("cortex_discarded_samples_total", COUNT, TENANT, REASON)
          .help("Samples that were rejected, by reason");

  public static final Metric DISCARDED_REQUESTS_TOTAL =
      counter("cortex_discarded_requests_total", COUNT, TENANT, REASON)
          .help("Push requests that were rejected, by reason");

  // Limits

  public static final Metric LIMITS_OVERRIDES =
      gauge("cortex_limits_overrides", BY_LABEL, TENANT, LIMIT_NAME)
          .help("A tenant's own limit")
          .needs("the overrides-exporter")
          .note("Choose one limit_name: they have different units. 0 often means no limit.");

  public static final Metric LIMITS_DEFAULTS =
      gauge("cortex_limits_defaults", BY_LABEL, LIMIT_NAME)
          .help("The limit of tenants that have none of their own")
          .needs("the overrides-exporter")
          .note("Choose one limit_name: they have different units. 0 often means no limit.");

  public static final Metric INGESTER_INSTANCE_LIMITS =
      gauge("cortex_ingester_instance_limits", BY_LABEL, LIMIT)
          .help("A limit of an ingester as a whole")
          .note("Choose one limit: they have different units. 0 means no limit.");

  public static final Metric INGESTER_INSTANCE_REJECTED_REQUESTS_TOTAL =
      counter("cortex_ingester_instance_rejected_requests_total", COUNT, REASON)
          .help("Requests that an ingester refused because it was at a limit of its own");

  // Health

  public static final Metric REQUEST_DURATION_SECONDS =
      Metric.histogram("cortex_request_duration_seconds", SECONDS, and(ROUTE, STATUS_CODE, METHOD))
          .help("Duration of requests");

  public static final Metric QUERIER_REQUEST_DURATION_SECONDS =
      Metric.histogram(
              "cortex_querier_request_duration_seconds", SECONDS, and(ROUTE, STATUS_CODE, METHOD))
          .help("Duration of requests that queriers answer, such as those for cardinality");

  public static final Metric RING_MEMBERS =
      gauge("cortex_ring_members", COUNT, NAME, STATE)
          .help("Members of a ring, by state, as one pod sees it");

  public static final Metric BUCKET_INDEX_LAST_SUCCESSFUL_UPDATE_TIMESTAMP_SECONDS =
      gauge("cortex_bucket_index_last_successful_update_timestamp_seconds", UNIX_SECONDS, TENANT)
          .help("When the list of a tenant's blocks was last written")
          .note(NEVER_YET);

  public static final Metric COMPACTOR_LAST_SUCCESSFUL_RUN_TIMESTAMP_SECONDS =
      gauge("cortex_compactor_last_successful_run_timestamp_seconds", UNIX_SECONDS)
          .help("When a compactor last finished a run")
          .note(NEVER_YET);

  // Rules

  public static final Metric PROMETHEUS_RULE_GROUP_RULES =
      gauge("cortex_prometheus_rule_group_rules", COUNT, TENANT, RULE_GROUP)
          .help("Rules in a group");

  public static final Metric PROMETHEUS_RULE_GROUP_LAST_DURATION_SECONDS =
      gauge("cortex_prometheus_rule_group_last_duration_seconds", SECONDS, TENANT, RULE_GROUP)
          .help("Duration of a group's last evaluation");

  public static final Metric PROMETHEUS_RULE_GROUP_INTERVAL_SECONDS =
      gauge("cortex_prometheus_rule_group_interval_seconds", SECONDS, TENANT, RULE_GROUP)
          .help("Time between evaluations of a group");

  public static final Metric PROMETHEUS_RULE_GROUP_LAST_EVALUATION_TIMESTAMP_SECONDS =
      gauge(
              "cortex_prometheus_rule_group_last_evaluation_timestamp_seconds",
              UNIX_SECONDS,
              TENANT,
              RULE_GROUP)
          .help("When a group was last evaluated")
          .note(NEVER_YET);

  public static final Metric PROMETHEUS_RULE_EVALUATION_FAILURES_TOTAL =
      counter("cortex_prometheus_rule_evaluation_failures_total", COUNT, TENANT, RULE_GROUP, REASON)
          .sometimes(REASON)
          .help("Rule evaluations that failed")
          .note("The reason is operator if the store failed, user if the rule is wrong.");

  public static final Metric RULER_QUERIES_FAILED_TOTAL =
      counter("cortex_ruler_queries_failed_total", COUNT, TENANT)
          .help("Rule queries that failed by fault of the store");

  public static final Metric RULER_QUERIES_TOTAL =
      counter("cortex_ruler_queries_total", COUNT, TENANT).help("Rule queries");

  private Mimir() {}

  private static Metric gauge(String name, Unit unit, Label... more) {
    return Metric.gauge(name, unit, and(more));
  }

  private static Metric counter(String name, Unit unit, Label... more) {
    return Metric.counter(name, unit, and(more));
  }

  /** All metrics tell which pod of which store reports; none is unique without that. */
  private static Label[] and(Label... more) {
    return Stream.concat(Stream.of(CLUSTER, NAMESPACE, JOB, REPLICA), Stream.of(more))
        .toArray(Label[]::new);
  }
}
