package io.runboards.emit.prometheus;

import io.runboards.emit.YamlWriter;
import io.runboards.emit.prometheus.Relabeling.DropSeries;
import io.runboards.site.Setup.RegisteredSystem;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where a Prometheus sends its series, and how it is let in.
 *
 * @param name what it is called on dashboards
 * @param url where they go
 * @param tenant whose series they become; empty if the receiver knows by who logs in
 * @param user who logs in; empty for nobody
 * @param passwordFile the file of the password
 * @param authorityFile the file of the certificates that vouch for the receiver; empty for the
 *     usual ones
 * @param keptBack series that stay here
 */
record RemoteWrite(
    String name,
    URI url,
    String tenant,
    String user,
    String passwordFile,
    String authorityFile,
    List<Relabeling> keptBack) {
  /** Alerts, and what rules recorded. */
  private static final Relabeling RESULTS_OF_RULES =
      new DropSeries("ALERTS|ALERTS_FOR_STATE|[^:]+:[^:]+:.+");

  private static final String SECRETS_OF_SYSTEMS = "/etc/prometheus/secrets/";

  /** That of the site's own Prometheus; none if that is the store. */
  static Optional<RemoteWrite> of(Site site) {
    Store store = site.setup().store();
    return store
        .write()
        .map(url ->
            new RemoteWrite(
                store.kind().id(),
                url,
                tenant(site),
                store.user(),
                store.secret().isEmpty() ? "" : site.notifications().file(store.secret()),
                store.authority(),
                rulesRunInStore(site) ? List.of(RESULTS_OF_RULES) : List.of()));
  }

  /**
   * That of a system elsewhere, which logs in where Grafana is: the platform knows it by its key
   * and names the tenant itself.
   */
  static RemoteWrite of(RegisteredSystem system, Site site) {
    URI grafana = site.grafana().url();
    URI platform = URI.create(grafana.getScheme() + "://" + grafana.getAuthority());
    return new RemoteWrite(
        system.key(),
        URI.create(platform + "/mimir/api/v1/push"),
        "",
        system.key(),
        SECRETS_OF_SYSTEMS + system.key(),
        "",
        List.of());
  }

  /** Whose series those of the site's own Prometheus become: the operator's. */
  private static String tenant(Site site) {
    return site.tenants().stream()
        .filter(Tenant::operator)
        .findFirst()
        .or(() -> site.tenants().stream().findFirst())
        .map(Tenant::name)
        .orElse("");
  }

  /** Whether the store evaluates the rules as well, for the same tenant. */
  static boolean rulesRunInStore(Site site) {
    return site.setup().store().kind() == Store.Kind.MIMIR
        && site.tenants().stream()
            .anyMatch(tenant -> tenant.rules() && tenant.name().equals(tenant(site)));
  }

  void write(YamlWriter yaml) {
    yaml.field("name", name);
    yaml.field("url", url.toString());
    if (!tenant.isEmpty()) {
      yaml.object("headers", headers -> headers.field("X-Scope-OrgID", tenant));
    }
    if (!user.isEmpty()) {
      yaml.object("basic_auth", this::login);
    }
    if (!authorityFile.isEmpty()) {
      yaml.object("tls_config", tls -> tls.field("ca_file", authorityFile));
    }
    yaml.object("queue_config", RemoteWrite::queue);
    Relabeling.write(yaml, "write_relabel_configs", keptBack);
  }

  private void login(YamlWriter yaml) {
    yaml.field("username", user);
    yaml.field("password_file", passwordFile);
  }

  /**
   * Fewer and larger requests than older versions send: at most 25 at a time. A store that is asked
   * too much says 429; without the last line Prometheus would throw the samples away.
   */
  private static void queue(YamlWriter yaml) {
    yaml.field("capacity", 10_000);
    yaml.field("max_shards", 25);
    yaml.field("max_samples_per_send", 2_000);
    yaml.field("batch_send_deadline", "5s");
    yaml.field("max_backoff", "10s");
    yaml.field("retry_on_http_429", true);
  }
}
