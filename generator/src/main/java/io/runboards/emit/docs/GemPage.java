package io.runboards.emit.docs;

import static java.util.stream.Collectors.joining;

import io.runboards.emit.OutFile;
import io.runboards.emit.gem.AccessPolicy;
import io.runboards.emit.gem.GemFiles;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import io.runboards.site.TenantLimit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How to give GEM its tenants and access policies: a page beside the bodies of the requests. */
public final class GemPage {
  private GemPage() {}

  /** The page; empty if no tenant has anything to do with GEM. */
  public static Optional<OutFile> of(Site site) {
    return GemFiles.isUsedBy(site)
        ? Optional.of(new OutFile("gem/README.md", Pages.TEMPLATES.fill("gem.md.ftl", page(site))))
        : Optional.empty();
  }

  /** What the template reads. */
  public record Page(String site, String cluster, List<Row> tenants, List<Policy> policies) {}

  /** A tenant, and who sets its limits. */
  public record Row(String name, String limits) {}

  /** A policy, what it allows and with whom. */
  public record Policy(String name, String scopes, String tenants) {}

  private static Page page(Site site) {
    return new Page(
        site.name(),
        site.setup().cluster(),
        site.tenants().stream().map(it -> new Row(it.name(), limits(it))).toList(),
        AccessPolicy.of(site).stream().map(GemPage::policy).toList());
  }

  private static String limits(Tenant tenant) {
    if (!tenant.gem().limits().isEmpty()) {
      return "the admin API: " + ids(tenant.gem().limits().keySet());
    }
    return tenant.limits().isEmpty() ? "the global defaults" : "the runtime configuration";
  }

  private static String ids(Collection<TenantLimit> limits) {
    return limits.stream().map(TenantLimit::id).collect(joining(", "));
  }

  private static Policy policy(AccessPolicy policy) {
    return new Policy(
        policy.name(),
        String.join(", ", policy.scopes()),
        String.join(
            ", ",
            policy.realms().stream()
                .map(it ->
                    it.selectors().isEmpty()
                        ? it.tenant()
                        : it.tenant() + " where " + String.join(" or ", it.selectors()))
                .toList()));
  }
}
