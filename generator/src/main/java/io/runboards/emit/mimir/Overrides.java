package io.runboards.emit.mimir;

import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;
import io.runboards.rules.Length;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import io.runboards.site.TenantLimit;
import java.util.List;
import java.util.Optional;

/**
 * The limits of a Mimir's tenants: the part {@code overrides} of its runtime configuration.
 *
 * <p>Mimir reads the file strictly: one key that it does not know, and the whole file counts for
 * nothing. A tenant to whom GEM's admin API gives limits is left out, because then what stands here
 * about it does not hold.
 */
public final class Overrides {
  private static final String HOW =
      "Written by 'runboards generate' from the site: change that instead.";

  private Overrides() {}

  /** The file; empty if the store of the site is no Mimir, or keeps no tenants apart. */
  public static Optional<OutFile> of(Site site) {
    return site.setup().store().kind() != Store.Kind.MIMIR || tenants(site).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OutFile(
                "mimir/overrides.yaml", YamlWriter.document(HOW, yaml -> write(yaml, site))));
  }

  private static List<Tenant> tenants(Site site) {
    return site.tenants().stream().filter(tenant -> tenant.gem().limits().isEmpty()).toList();
  }

  static void write(YamlWriter yaml, Site site) {
    yaml.object(
        "overrides",
        all ->
            tenants(site)
                .forEach(tenant -> all.object(tenant.name(), limits -> write(limits, tenant))));
  }

  /** What counts labels works for one tenant at a time, and only if that tenant allows it. */
  private static void write(YamlWriter yaml, Tenant tenant) {
    yaml.field("cardinality_analysis_enabled", true);
    tenant.limits().forEach((limit, value) -> write(yaml, limit, value));
  }

  private static void write(YamlWriter yaml, TenantLimit limit, String value) {
    if (limit.isLength()) {
      yaml.field(limit.id(), Length.of(value).toString());
    } else {
      yaml.field(limit.id(), Double.parseDouble(value));
    }
  }
}
