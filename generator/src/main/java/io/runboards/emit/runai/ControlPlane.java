package io.runboards.emit.runai;

import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Values for Run:ai's control plane, 2.24: where it keeps and finds the metrics of all tenants.
 *
 * <p>Secrets are empty here. The head of the file says how Helm is given them.
 */
public final class ControlPlane {
  private static final String HOW =
      "Written by 'runboards generate' from the site: change that instead.";

  private ControlPlane() {}

  /** The file; empty if the store is one Prometheus, which keeps no tenants apart. */
  public static Optional<OutFile> of(Site site) {
    Store store = site.setup().store();
    return switch (store.kind()) {
      case PROMETHEUS -> Optional.empty();
      case MIMIR ->
          store
              .write()
              .map(write ->
                  new OutFile(
                      "runai/values-mimir.yaml",
                      YamlWriter.document(mimirHead(store), it -> mimir(it, store, write))));
      case GRAFANA_CLOUD ->
          Optional.of(
              new OutFile(
                  "runai/values-grafana-cloud.yaml",
                  YamlWriter.document(cloudHead(store), ControlPlane::cloud)));
    };
  }

  private static String mimirHead(Store store) {
    return store.secret().isEmpty()
        ? HOW
        : head(
            store.secret(),
            List.of(
                "tenantsManager.config.defaultMetricStore.read.auth.basic.password",
                "tenantsManager.config.defaultMetricStore.write.auth.basic.password"));
  }

  private static String cloudHead(Store store) {
    String secret = store.secret().isEmpty() ? "GRAFANA_CLOUD_TOKEN" : store.secret();
    return head(secret, List.of("tenantsManager.config.grafanaLab.accessToken"));
  }

  private static String head(String secret, List<String> keys) {
    List<String> options =
        keys.stream().map(key -> "\n#   --set-string %s=\"$%s\"".formatted(key, secret)).toList();
    return HOW + "\n# The secret is not in here. Give it to Helm:" + String.join("", options);
  }

  private static void mimir(YamlWriter yaml, Store store, URI write) {
    yaml.object(
        "metricsService",
        service ->
            service.object(
                "config", config -> config.field("datasourceUrl", store.read().toString())));
    yaml.object(
        "tenantsManager",
        manager ->
            manager.object(
                "config",
                config ->
                    config.object(
                        "defaultMetricStore",
                        metrics -> {
                          metrics.object("read", it -> way(it, store.read(), store.user()));
                          metrics.object("write", it -> way(it, write, store.user()));
                          metrics.field("useXscopeHeader", true);
                        })));
    withoutThanos(yaml);
  }

  private static void way(YamlWriter yaml, URI url, String user) {
    yaml.field("url", url.toString());
    yaml.object(
        "auth",
        auth ->
            auth.object(
                "basic",
                basic -> {
                  basic.field("username", user);
                  basic.field("password", "");
                }));
  }

  private static void cloud(YamlWriter yaml) {
    yaml.object(
        "tenantsManager",
        manager ->
            manager.object(
                "config",
                config -> config.object("grafanaLab", it -> it.field("accessToken", ""))));
    withoutThanos(yaml);
  }

  private static void withoutThanos(YamlWriter yaml) {
    yaml.object("thanos", thanos -> thanos.field("enabled", false));
  }
}
