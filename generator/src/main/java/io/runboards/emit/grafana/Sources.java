package io.runboards.emit.grafana;

import io.runboards.emit.grafana.Source.Kind;
import io.runboards.emit.grafana.Source.Way;
import io.runboards.site.DataSource;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import java.util.List;

/** The data sources of a site, as Grafana reads them. */
final class Sources {

  private Sources() {}

  static List<Source> of(Site site) {
    return site.dataSources().stream().map(it -> source(it, site)).toList();
  }

  /** The one that is asked before anybody chooses: the first that the first organisation sees. */
  static DataSource first(Site site) {
    Organisation organisation = site.setup().organisations().getFirst();
    return site.dataSources(organisation).stream()
        .findFirst()
        .orElseGet(() -> site.dataSources().getFirst());
  }

  static Source source(DataSource source, Site site) {
    return new Source(
        source.uid(),
        source.name(),
        source.url().toString(),
        site.setup().store().kind() == Store.Kind.PROMETHEUS ? Kind.PROMETHEUS : Kind.MIMIR,
        DataSource.SCRAPED_EVERY,
        source.organisation().id(),
        way(source, site));
  }

  private static Way way(DataSource source, Site site) {
    Store store = site.setup().store();
    String password = store.secret().isEmpty() ? "" : site.notifications().file(store.secret());
    return new Way(source.scope(), store.user(), password, store.authority());
  }
}
