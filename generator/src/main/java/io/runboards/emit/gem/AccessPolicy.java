package io.runboards.emit.gem;

import io.runboards.site.Federation;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the holder of a token may do, and with whose series.
 *
 * @param name its name
 * @param title its name for people
 * @param scopes what may be done
 * @param realms the tenants with which it may be done
 */
public record AccessPolicy(String name, String title, List<String> scopes, List<Realm> realms) {

  /**
   * A tenant of a policy.
   *
   * @param tenant its name
   * @param selectors only series that one of them selects can be read; all if there is none
   */
  public record Realm(String tenant, List<String> selectors) {
    public Realm {
      selectors = List.copyOf(selectors);
    }
  }

  public AccessPolicy {
    scopes = List.copyOf(scopes);
    realms = List.copyOf(realms);
  }

  /**
   * Those of a site: who reads a tenant, who writes to it, who reads a federation, and who puts
   * rules about it into the owner's ruler. Selectors limit only what is read: GEM does not apply
   * them to what is written, nor to what a ruler reads.
   */
  public static List<AccessPolicy> of(Site site) {
    List<AccessPolicy> policies = new ArrayList<>();
    for (Tenant tenant : site.tenants()) {
      policies.add(reading(tenant.name(), List.of(tenant)));
      policies.add(
          new AccessPolicy(
              tenant.name() + "-write",
              "Writes the series of " + tenant.name(),
              List.of("metrics:write"),
              List.of(new Realm(tenant.name(), List.of()))));
    }
    for (Federation federation : site.federations()) {
      policies.add(reading(federation.name(), members(federation, site)));
      policies.add(ruling(federation));
    }
    return List.copyOf(policies);
  }

  private static List<Tenant> members(Federation federation, Site site) {
    return site.tenants().stream()
        .filter(tenant -> federation.members().contains(tenant.name()))
        .toList();
  }

  private static AccessPolicy reading(String name, List<Tenant> tenants) {
    return new AccessPolicy(
        name + "-read",
        "Reads the series of " + name,
        List.of("metrics:read"),
        tenants.stream().map(it -> new Realm(it.name(), it.gem().access())).toList());
  }

  /** GEM wants both rights on every tenant that the rules read, or refuses them. */
  private static AccessPolicy ruling(Federation federation) {
    Set<String> tenants = new LinkedHashSet<>(List.of(federation.owner()));
    tenants.addAll(federation.members());
    return new AccessPolicy(
        federation.name() + "-rules",
        "Manages the rules about " + federation.name(),
        List.of("metrics:read", "rules:read", "rules:write"),
        tenants.stream().map(name -> new Realm(name, List.of())).toList());
  }
}
