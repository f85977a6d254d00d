package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.LIMIT_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.maxOverTime;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.now;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Mimir;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * What tenants of a metrics store send, as series by store (cluster and namespace) and tenant.
 *
 * @param stores which stores
 * @param chosen which tenants
 * @param window the time over which rates are taken
 */
public record TenantUse(List<Condition> stores, List<Condition> chosen, String window) {
  public TenantUse {
    stores = List.copyOf(stores);
    chosen = List.copyOf(chosen);
  }

  /** All tenants of all stores. */
  static TenantUse ofAll(String window) {
    return new TenantUse(List.of(), List.of(), window);
  }

  /** Each series once, although several ingesters hold it. */
  public Series activeSeries() {
    return sum(metric(Mimir.INGESTER_ACTIVE_SERIES).where(chosen))
        .by(CLUSTER, NAMESPACE, TENANT)
        .dividedBy(ofStore(Mimir.DISTRIBUTOR_REPLICATION_FACTOR))
        .on(CLUSTER, NAMESPACE)
        .groupLeft();
  }

  /** Accepted samples a second. */
  public Series received() {
    return perSecond(Mimir.DISTRIBUTOR_RECEIVED_SAMPLES_TOTAL);
  }

  /** Samples a second, whether accepted or not. */
  public Series incoming() {
    return perSecond(Mimir.DISTRIBUTOR_SAMPLES_IN_TOTAL);
  }

  /** Rejected samples a second; 0 for tenants that never had one. */
  public Series rejected() {
    return perSecond(Mimir.DISCARDED_SAMPLES_TOTAL)
        .or(incoming().times(0))
        .on(CLUSTER, NAMESPACE, TENANT);
  }

  public Series rejectedShare() {
    return rejected().dividedBy(incoming().above(0)).on(CLUSTER, NAMESPACE, TENANT);
  }

  public Series seriesLimitUse() {
    return activeSeries()
        .dividedBy(limit("max_global_series_per_user"))
        .on(CLUSTER, NAMESPACE, TENANT);
  }

  public Series rateLimitUse() {
    return received().dividedBy(limit("ingestion_rate")).on(CLUSTER, NAMESPACE, TENANT);
  }

  /**
   * How old the newest sample is.
   *
   * <p>The store forgets a tenant that sent nothing for a quarter of an hour: its last word counts
   * for a day.
   */
  public Series silentFor() {
    Metric newest = Mimir.DISTRIBUTOR_LATEST_SEEN_SAMPLE_TIMESTAMP_SECONDS;
    return now()
        .minus(
            max(maxOverTime(metric(newest).where(chosen), "1d"))
                .by(CLUSTER, NAMESPACE, TENANT)
                .above(0));
  }

  /** The part of all rule queries that fail by fault of the store. */
  public Series failingRules() {
    return sum(rate(metric(Mimir.RULER_QUERIES_FAILED_TOTAL).where(chosen), window))
        .dividedBy(sum(rate(metric(Mimir.RULER_QUERIES_TOTAL).where(chosen), window)));
  }

  /** 0 as long as tenants are reported at all. */
  public Series none() {
    return count(activeSeries()).times(0);
  }

  private Series ofStore(Metric metric) {
    return max(metric(metric).where(stores)).by(CLUSTER, NAMESPACE);
  }

  private Series perSecond(Metric counter) {
    return sum(rate(metric(counter).where(chosen), window)).by(CLUSTER, NAMESPACE, TENANT);
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
