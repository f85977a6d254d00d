package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.LIMIT;
import static io.runboards.catalog.Labels.NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Labels.STATE;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.isNot;
import static io.runboards.query.Queries.histogramQuantile;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.min;
import static io.runboards.query.Queries.now;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;

import io.runboards.alerts.StoreRequests;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Mimir;
import io.runboards.query.Condition;
import io.runboards.query.Selected;
import io.runboards.query.Series;

/** How well the chosen metrics stores work. */
final class Store {
  private static final String WINDOW = "$__rate_interval";

  private Store() {}

  /** The part of all requests that the store answered with an error of its own. */
  static Series failedShare(Condition which) {
    Series all = sum(requests(which));
    return sum(requests(which, StoreRequests.FAILED)).or(all.times(0)).dividedBy(all);
  }

  /** One in a hundred requests takes longer. */
  static Series slowest(Condition which) {
    return histogramQuantile(
        0.99,
        sum(rate(chosen(Mimir.REQUEST_DURATION_SECONDS.bucket()).where(which), WINDOW)).by(LE));
  }

  /** As the pod sees it that sees the most: each pod reports all members. */
  static Series membersOut() {
    return max(sum(chosen(Mimir.RING_MEMBERS).where(isNot(STATE, "ACTIVE")))
            .by(CLUSTER, NAMESPACE, NAME, REPLICA))
        .by(CLUSTER, NAMESPACE, NAME);
  }

  /** The members of all rings as all pods see them. */
  static Series members() {
    return chosen(Mimir.RING_MEMBERS);
  }

  /** The part of the series that an ingester may hold which it holds. */
  static Series ingesterUse() {
    return max(chosen(Mimir.INGESTER_MEMORY_SERIES))
        .by(CLUSTER, NAMESPACE, REPLICA)
        .dividedBy(
            max(chosen(Mimir.INGESTER_INSTANCE_LIMITS).where(is(LIMIT, "max_series")))
                .by(CLUSTER, NAMESPACE, REPLICA)
                .above(0))
        .on(CLUSTER, NAMESPACE, REPLICA);
  }

  /** How long ago any compactor finished a run. */
  static Series sinceCompaction() {
    return now().minus(max(chosen(Mimir.COMPACTOR_LAST_SUCCESSFUL_RUN_TIMESTAMP_SECONDS).above(0)));
  }

  /** How old the oldest list of a tenant's blocks is. */
  static Series oldestList() {
    return now()
        .minus(min(chosen(Mimir.BUCKET_INDEX_LAST_SUCCESSFUL_UPDATE_TIMESTAMP_SECONDS).above(0)));
  }

  private static Series requests(Condition... which) {
    return rate(chosen(Mimir.REQUEST_DURATION_SECONDS.count()).where(which), WINDOW);
  }

  private static Selected chosen(Metric metric) {
    return metric(metric).where(Tenants.STORES.chosen());
  }
}
