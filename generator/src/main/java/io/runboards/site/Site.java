package io.runboards.site;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Installation.Spelling;
import io.runboards.flow.World;
import io.runboards.rules.GroupLimits;
import io.runboards.site.Setup.Organisation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One installation that dashboards are shipped to.
 *
 * @param name its name: that of its file, and of the folder that is written for it
 * @param cluster the version of its clusters
 * @param runbooks the address below which its runbooks stand, without a slash at the end; empty if
 *     there are none
 * @param labels labels that its series carry besides the documented ones and those of the scrape
 * @param spelling how its clusters write what no document settles
 * @param grafana the Grafana that shows them
 * @param tenants whose series its store keeps apart; none for a Prometheus of its own
 * @param federations tenants whose series are read together
 * @param notifications who learns of its alerts
 * @param setup what stands around its dashboards and rules
 */
public record Site(
    String name,
    ClusterVersion cluster,
    Optional<URI> runbooks,
    List<String> labels,
    Spelling spelling,
    Grafana grafana,
    List<Tenant> tenants,
    List<Federation> federations,
    Notifications notifications,
    Setup setup) {

  /**
   * A Grafana.
   *
   * @param version its version
   * @param url its address
   */
  public record Grafana(GrafanaVersion version, URI url) {
    public static final Grafana USUAL =
        new Grafana(GrafanaVersion.NEWEST, URI.create("http://localhost:3000"));

    /** The address of a dashboard. */
    public String dashboard(String uid) {
      return url + "/d/" + uid;
    }
  }

  public Site {
    labels = List.copyOf(labels);
    tenants = List.copyOf(tenants);
    federations = List.copyOf(federations);
  }

  /** A site about which nothing but the name is known. */
  public static Site usual(String name) {
    return new Site(
        name,
        Installation.NEWEST.version(),
        Optional.empty(),
        List.of(),
        Spelling.USUAL,
        Grafana.USUAL,
        List.of(),
        List.of(),
        Notifications.NONE,
        Setup.USUAL);
  }

  /** The same site with tenants, some of which are read together. */
  public Site with(List<Tenant> others, List<Federation> together) {
    return new Site(
        name,
        cluster,
        runbooks,
        labels,
        spelling,
        grafana,
        others,
        together,
        notifications,
        setup);
  }

  /** The same site with runbooks below an address. */
  public Site with(URI otherRunbooks) {
    return new Site(
        name,
        cluster,
        Optional.of(otherRunbooks),
        labels,
        spelling,
        grafana,
        tenants,
        federations,
        notifications,
        setup);
  }

  /** The same site with something else around it. */
  public Site with(Setup other) {
    return new Site(
        name,
        cluster,
        runbooks,
        labels,
        spelling,
        grafana,
        tenants,
        federations,
        notifications,
        other);
  }

  /** What its Grafana asks for series: what an organisation sees first is what it asks first. */
  public List<DataSource> dataSources() {
    return DataSource.of(this);
  }

  /** What an organisation of its Grafana asks; the first is the one that dashboards ask first. */
  public List<DataSource> dataSources(Organisation organisation) {
    return dataSources().stream()
        .filter(source -> source.organisation().equals(organisation))
        .toList();
  }

  /** The organisation that sees a tenant: the first, unless the tenant names its own. */
  public Organisation organisation(String tenant) {
    return tenants.stream()
        .filter(it -> it.name().equals(tenant))
        .flatMap(it ->
            setup.organisations().stream().filter(seer -> seer.name().equals(it.organisation())))
        .findFirst()
        .orElse(setup.organisations().getFirst());
  }

  /** The most that any of its rulers takes. */
  public GroupLimits groupLimits() {
    return tenants.stream()
        .map(Tenant::groupLimits)
        .reduce(GroupLimits::orMore)
        .orElse(GroupLimits.USUAL);
  }

  /** What is known about its series. */
  public World world() {
    return new World(
        Catalog.standard(),
        Stream.concat(World.SCRAPE_LABELS.stream(), labels.stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** What dashboards may know of it. */
  public Installation installation() {
    return new Installation(cluster, spelling);
  }
}
