package io.runboards.check;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import io.runboards.site.TenantLimit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A tenant whose clusters need more series than its limit leaves room for. */
final class SeriesBudget implements SiteCheck {
  private static final TenantLimit LIMIT = TenantLimit.MAX_GLOBAL_SERIES_PER_USER;
  private static final long USUAL_OF_MIMIR = 150_000;
  private static final double FULL = 0.8;
  private static final int NAMED = 2;

  @Override
  public String id() {
    return "series-budget";
  }

  @Override
  public Stream<SiteProblem> problems(Site site, Workspace workspace) {
    return site.setup().store().kind() == Store.Kind.MIMIR
        ? site.tenants().stream()
            .filter(tenant -> !tenant.operator())
            .flatMap(tenant -> problems(tenant, site))
        : Stream.empty();
  }

  private static Stream<SiteProblem> problems(Tenant tenant, Site site) {
    SeriesEstimate estimate = new SeriesEstimate(site.setup().sizes());
    long clusters =
        Math.max(
            1,
            site.setup().systems().stream()
                .filter(system -> system.tenant().equals(tenant.name()))
                .count());
    long series = clusters * estimate.of(Catalog.standard(), site.cluster());
    long limit = limit(tenant);
    if (limit == 0 || series <= FULL * limit) {
      return Stream.empty();
    }
    return Stream.of(
        SiteProblem.warning(
                keys(tenant),
                "'%s' has room for %s series, and about %s come from %s: most of them from %s"
                    .formatted(
                        tenant.name(),
                        counted(limit),
                        counted(series),
                        clusters == 1 ? "a cluster of this size" : clusters + " such clusters",
                        largest(estimate, site)))
            .advise("Raise " + LIMIT.id() + ", or let fewer metrics through"));
  }

  /** The limit that holds; 0 for none. */
  private static long limit(Tenant tenant) {
    String value = tenant.gem().limits().getOrDefault(LIMIT, tenant.limits().get(LIMIT));
    return value == null ? USUAL_OF_MIMIR : (long) Double.parseDouble(value);
  }

  private static List<String> keys(Tenant tenant) {
    return tenant.gem().limits().containsKey(LIMIT)
        ? List.of("tenants", tenant.name(), "gem", "limits", LIMIT.id())
        : List.of("tenants", tenant.name(), "limits", LIMIT.id());
  }

  private static String largest(SeriesEstimate estimate, Site site) {
    Comparator<Family> bySeries =
        Comparator.comparingLong(family -> estimate.of(family, site.cluster()));
    return Catalog.standard().families().stream()
        .sorted(bySeries.reversed())
        .limit(NAMED)
        .map(Family::id)
        .collect(joining(" and "));
  }

  private static String counted(long series) {
    return String.format(Locale.ROOT, "%,d", series);
  }
}
