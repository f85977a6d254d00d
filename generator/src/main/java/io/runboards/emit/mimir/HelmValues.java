package io.runboards.emit.mimir;

import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import java.util.Optional;

/** Values for the Helm chart mimir-distributed: what the site needs of a Mimir in Kubernetes. */
public final class HelmValues {
  private static final String HOW =
      String.join(
          "\n# ",
          "Written by 'runboards generate' from the site: change that instead.",
          "For the chart mimir-distributed, besides values of your own for storage and size:",
          "helm upgrade --install mimir grafana/mimir-distributed -f own.yaml -f helm-values.yaml");

  private HelmValues() {}

  /** The file; empty if the store of the site is no Mimir. */
  public static Optional<OutFile> of(Site site) {
    return site.setup().store().kind() == Store.Kind.MIMIR
        ? Optional.of(
            new OutFile(
                "mimir/helm-values.yaml", YamlWriter.document(HOW, yaml -> write(yaml, site))))
        : Optional.empty();
  }

  private static void write(YamlWriter yaml, Site site) {
    yaml.object(
        "mimir",
        mimir -> mimir.object("structuredConfig", config -> config(config, site)));
    if (Overrides.of(site).isPresent()) {
      yaml.object("runtimeConfig", config -> Overrides.write(config, site));
    }
  }

  private static void config(YamlWriter yaml, Site site) {
    yaml.field("multitenancy_enabled", !site.tenants().isEmpty());
    yaml.object("distributor", it -> StoreSettings.replicas(it, "memberlist"));
    yaml.object("ruler", StoreSettings::federation);
    StoreSettings.federation(yaml);
    StoreSettings.limits(yaml);
  }
}
