package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.LIMIT_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.now;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Mimir;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.DataSource;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * The chosen tenants of a metrics store, as series by store (cluster and namespace) and tenant.
 *
 * @param stores which stores
 * @param chosen which tenants
 */
record Tenants(List<Condition> stores, List<Condition> chosen) {
  static final DataSource META =
      Variable.dataSource("datasource", "Metrics of the store itself", "");
  static final ValuesOf STORES =
      valuesOf(CLUSTER, Mimir.INGESTER_ACTIVE_SERIES)
          .named("mimir_cluster")
          .titled("Store")
          .multi()
          .orAll();
  static final ValuesOf TENANTS =
      valuesOf(TENANT, Mimir.INGESTER_ACTIVE_SERIES)
          .named("tenant")
          .titled("Tenant")
          .within(STORES)
          .multi()
          .orAll();

  private static final String WINDOW = "$__rate_interval";

  static Tenants ofReader() {
    return new Tenants(List.of(Variable.chosen(STORES)), List.of(Variable.chosen(STORES, TENANTS)));
  }

  /** Each series once, although several ingesters hold it. */
  Series activeSeries() {
    return sum(metric(Mimir.INGESTER_ACTIVE_SERIES).where(chosen))
        .by(CLUSTER, NAMESPACE, TENANT)
        .dividedBy(ofStore(Mimir.DISTRIBUTOR_REPLICATION_FACTOR))
        .on(CLUSTER, NAMESPACE)
        .groupLeft();
  }

  /** Accepted samples a second. */
  Series received() {
    return perSecond(Mimir.DISTRIBUTOR_RECEIVED_SAMPLES_TOTAL);
  }

  /** Samples a second, whether accepted or not. */
  Series incoming() {
    return perSecond(Mimir.DISTRIBUTOR_SAMPLES_IN_TOTAL);
  }

  /** Rejected samples a second; 0 for tenants that never had one. */
  Series rejected() {
    return perSecond(Mimir.DISCARDED_SAMPLES_TOTAL)
        .or(incoming().times(0))
        .on(CLUSTER, NAMESPACE, TENANT);
  }

  Series rejectedShare() {
    return rejected().dividedBy(incoming().above(0)).on(CLUSTER, NAMESPACE, TENANT);
  }

  Series seriesLimitUse() {
    return activeSeries()
        .dividedBy(limit("max_global_series_per_user"))
        .on(CLUSTER, NAMESPACE, TENANT);
  }

  Series rateLimitUse() {
    return received().dividedBy(limit("ingestion_rate")).on(CLUSTER, NAMESPACE, TENANT);
  }

  /** How old the newest sample is. */
  Series silentFor() {
    return now().minus(each(Mimir.DISTRIBUTOR_LATEST_SEEN_SAMPLE_TIMESTAMP_SECONDS).above(0));
  }

  /** The part of all rule queries that fail by fault of the store. */
  Series failingRules() {
    return sum(rate(metric(Mimir.RULER_QUERIES_FAILED_TOTAL).where(chosen), WINDOW))
        .dividedBy(sum(rate(metric(Mimir.RULER_QUERIES_TOTAL).where(chosen), WINDOW)));
  }

  /** 0 as long as tenants are reported at all. */
  Series none() {
    return count(activeSeries()).times(0);
  }

  private Series each(Metric metric) {
    return max(metric(metric).where(chosen)).by(CLUSTER, NAMESPACE, TENANT);
  }

  private Series ofStore(Metric metric) {
    return max(metric(metric).where(stores)).by(CLUSTER, NAMESPACE);
  }

  private Series perSecond(Metric counter) {
    return sum(rate(metric(counter).where(chosen), WINDOW)).by(CLUSTER, NAMESPACE, TENANT);
  }

  /** A tenant's own limit, or else that of all tenants; nothing where there is none. */
  private Series limit(String name) {
    Series own =
        max(metric(Mimir.LIMITS_OVERRIDES).where(with(chosen, name)))
            .by(CLUSTER, NAMESPACE, TENANT);
    Series ofAll =
        max(metric(Mimir.LIMITS_DEFAULTS).where(with(stores, name))).by(CLUSTER, NAMESPACE);
    Series tenants =
        sum(metric(Mimir.INGESTER_ACTIVE_SERIES).where(chosen))
            .by(CLUSTER, NAMESPACE, TENANT)
            .times(0);
    return own.or(tenants.plus(ofAll).on(CLUSTER, NAMESPACE).groupLeft())
        .on(CLUSTER, NAMESPACE, TENANT)
        .above(0);
  }

  private static List<Condition> with(List<Condition> conditions, String limit) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(is(LIMIT_NAME, limit));
    return all;
  }
}
