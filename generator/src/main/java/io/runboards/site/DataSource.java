package io.runboards.site;

import io.runboards.site.Setup.Organisation;
import io.runboards.site.Setup.Store;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a Grafana asks for series: a store, read as one tenant or as several.
 *
 * @param uid by which dashboards know it; no other of its organisation has it
 * @param name by which people know it
 * @param url its address, as Grafana sees it
 * @param tenants whose series it shows; none for a store that keeps no tenants apart, and {@code *}
 *     for all
 * @param organisation the organisation of Grafana that sees it
 */
public record DataSource(
    String uid, String name, URI url, List<String> tenants, Organisation organisation) {
  /** How often series get a sample, as Prometheus is told to scrape and Grafana is told it does. */
  public static final String SCRAPED_EVERY = "30s";

  /** The name of the one that shows all tenants; no tenant and no federation has it. */
  static final String EVERYTHING = "everything";

  private static final String ALL_TENANTS = "*";
  private static final String FITTING = "[A-Za-z0-9_-]{1,32}";
  private static final int LEGIBLE = 23;

  public DataSource {
    tenants = List.copyOf(tenants);
  }

  /** Whether it shows the series of several tenants, as limits and label values may not allow. */
  public boolean isFederated() {
    return tenants.size() > 1 || tenants.contains(ALL_TENANTS);
  }

  /** Whose series a request asks for, as the header {@code X-Scope-OrgID} and GEM's user say it. */
  public String scope() {
    return String.join("|", tenants);
  }

  /**
   * Those of a site, the ones that an organisation wants first before others: each tenant by
   * itself, then federations, then tenants that hold the series of the store itself.
   */
  static List<DataSource> of(Site site) {
    Setup setup = site.setup();
    if (site.tenants().isEmpty()) {
      return setup.organisations().stream()
          .map(seer -> new DataSource("metrics", "Metrics", setup.store().read(), List.of(), seer))
          .toList();
    }
    List<DataSource> sources = new ArrayList<>(ofTenants(site, tenant -> !tenant.operator()));
    site.federations().stream()
        .map(it -> of(site, it.name(), it.members(), site.organisation(it.owner())))
        .forEach(sources::add);
    sources.addAll(ofTenants(site, Tenant::operator));
    if (knowsAllTenants(site)) {
      Organisation first = setup.organisations().getFirst();
      sources.add(of(site, EVERYTHING, List.of(ALL_TENANTS), first));
    }
    return List.copyOf(sources);
  }

  /** Only GEM takes a star for all tenants. To Mimir it is a tenant of that name. */
  private static boolean knowsAllTenants(Site site) {
    return site.setup().store().kind() == Store.Kind.MIMIR
        && site.tenants().size() > 1
        && site.tenants().stream().anyMatch(tenant -> !tenant.gem().equals(Tenant.Gem.NOTHING));
  }

  private static Collection<DataSource> ofTenants(Site site, Predicate<Tenant> which) {
    return site.tenants().stream()
        .filter(which)
        .map(it -> of(site, it.name(), List.of(it.name()), site.organisation(it.name())))
        .toList();
  }

  private static DataSource of(
      Site site, String name, List<String> tenants, Organisation organisation) {
    return new DataSource(
        part(name) + "-metrics", name, site.setup().store().read(), tenants, organisation);
  }

  /** A name as part of a uid, which is short and has few kinds of characters. */
  private static String part(String name) {
    if (name.matches(FITTING)) {
      return name;
    }
    String legible = name.replaceAll("[^A-Za-z0-9_-]", "-");
    return "%s-%08x"
        .formatted(legible.substring(0, Math.min(LEGIBLE, legible.length())), name.hashCode())
        .toLowerCase(Locale.ROOT);
  }
}
