package io.runboards.emit.compose;

import io.runboards.site.DataSource;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import java.util.List;

/**
 * Which programs a site wants beside Grafana and Prometheus: those that it calls by the name of
 * their service. What it calls otherwise runs elsewhere.
 *
 * @param site the site
 */
record Neighbours(Site site) {
  static final String MIMIR = "mimir";
  static final String BLACKBOX = "blackbox";

  boolean hasMimir() {
    Store store = site.setup().store();
    return store.kind() == Store.Kind.MIMIR && MIMIR.equals(store.read().getHost());
  }

  /** Whether the store evaluates rules, which somebody must give it. */
  boolean hasRules() {
    return hasMimir() && site.tenants().stream().anyMatch(Tenant::rules);
  }

  boolean hasAlertmanager() {
    return !site.notifications().receivers().isEmpty();
  }

  boolean hasBlackbox() {
    return site.setup().targets().blackbox().stream().anyMatch(it -> it.host().equals(BLACKBOX));
  }

  /** The organisations that Grafana does not have by itself and that its files name. */
  List<Organisation> organisations() {
    return site.dataSources().stream()
        .map(DataSource::organisation)
        .filter(organisation -> organisation.id() != Organisation.MAIN.id())
        .distinct()
        .toList();
  }
}
