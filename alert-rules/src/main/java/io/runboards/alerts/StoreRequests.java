package io.runboards.alerts;

import static io.runboards.catalog.Labels.ROUTE;
import static io.runboards.catalog.Labels.STATUS_CODE;
import static io.runboards.query.Condition.matches;

import io.runboards.query.Condition;

/** The requests that a metrics store answers, by the labels of its metrics. */
public final class StoreRequests {
  public static final Condition WRITES =
      matches(ROUTE, "/distributor.Distributor/Push|api_(v1|prom)_push|otlp_v1_metrics");
  public static final Condition READS = matches(ROUTE, "(prometheus|api_prom)_api_v1_.+");

  /** The store answered with an error of its own. */
  public static final Condition FAILED = matches(STATUS_CODE, "5..");

  private StoreRequests() {}
}
