package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.dashboard.Variable.valuesOf;

import io.runboards.alerts.TenantUse;
import io.runboards.catalog.Mimir;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.DataSource;
import io.runboards.dashboard.Variable.ValuesOf;
import java.util.List;

/** The choice of tenants of a metrics store. */
final class Tenants {
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

  private Tenants() {}

  /** What the chosen tenants send. */
  static TenantUse ofReader() {
    return new TenantUse(
        List.of(Variable.chosen(STORES)),
        List.of(Variable.chosen(STORES, TENANTS)),
        "$__rate_interval");
  }
}
