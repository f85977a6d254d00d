package io.runboards.check;

import io.runboards.dashboard.Dashboard;
import io.runboards.site.DataSource;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import java.util.List;
import java.util.stream.Stream;

/** A dashboard that counts series, on a data source that does not show one tenant as it is. */
final class CardinalitySource implements SiteCheck {
  private static final String TAG = "cardinality";

  @Override
  public String id() {
    return "cardinality-source";
  }

  @Override
  public Stream<SiteProblem> problems(Site site, Workspace workspace) {
    List<String> counting =
        workspace.dashboards().stream()
            .map(Examined::dashboard)
            .filter(dashboard -> dashboard.tags().contains(TAG))
            .map(Dashboard::uid)
            .toList();
    return counting.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            site.dataSources().stream()
                .filter(DataSource::isFederated)
                .map(source -> federated(source, counting)),
            site.tenants().stream()
                .filter(tenant -> !tenant.gem().access().isEmpty())
                .map(tenant -> filtered(tenant, counting)));
  }

  /** The sums are right, but they are nobody's: it cannot be helped, so it is only explained. */
  private static SiteProblem federated(DataSource source, List<String> counting) {
    return SiteProblem.info(
            List.of("federations", source.name()),
            "'%s' reads several tenants: %s adds their series up, and the store's own analysis of cardinality refuses it"
                .formatted(source.uid(), counting.getFirst()))
        .advise("Choose the data source of one tenant there");
  }

  private static SiteProblem filtered(Tenant tenant, List<String> counting) {
    return SiteProblem.warning(
            List.of("tenants", tenant.name(), "gem", "access"),
            "whoever reads '%s' through these selectors sees a part of it: %s counts too few series, and the store's own analysis of cardinality refuses it"
                .formatted(tenant.name(), counting.getFirst()))
        .advise("Count with a policy that has no selectors");
  }
}
