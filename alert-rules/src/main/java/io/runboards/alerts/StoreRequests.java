package io.runboards.alerts;

import static io.runboards.catalog.Labels.ROUTE;
import static io.runboards.catalog.Labels.STATUS_CODE;
import static io.runboards.query.Condition.matches;

import io.runboards.query.Condition;

/** The requests that a metrics store answers, by the labels of its metrics. */
public final class StoreRequests {
  private static final String PUSHED =
      "/distributor.Distributor/Push|api_(v1|prom)_push|otlp_v1_metrics";
  private static final String ASKED = "(prometheus|api_prom)_api_v1_.+";

  public static final Condition WRITES = matches(ROUTE, PUSHED);
  public static final Condition READS = matches(ROUTE, ASKED);
  public static final Condition WRITES_AND_READS = matches(ROUTE, PUSHED + "|" + ASKED);

  /** The store answered with an error of its own. */
  public static final Condition FAILED = matches(STATUS_CODE, "5..");

  private StoreRequests() {}
}
