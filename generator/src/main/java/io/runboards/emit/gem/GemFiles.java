package io.runboards.emit.gem;

import io.runboards.emit.OutFile;
import io.runboards.emit.gem.AccessPolicy.Realm;
import io.runboards.json.JsonWriter;
import io.runboards.rules.Length;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import io.runboards.site.TenantLimit;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The tenants and access policies of a site, one body of a request to GEM's admin API each. */
public final class GemFiles {
  private GemFiles() {}

  /** All of them; none if no tenant has anything to do with GEM. */
  public static List<OutFile> of(Site site) {
    if (!isUsedBy(site)) {
      return List.of();
    }
    String cluster = site.setup().cluster();
    List<OutFile> files = new ArrayList<>();
    for (Tenant tenant : site.tenants()) {
      files.add(
          new OutFile(
              "gem/tenants/" + tenant.name() + ".json",
              json(body -> write(body, tenant, cluster))));
    }
    for (AccessPolicy policy : AccessPolicy.of(site)) {
      files.add(
          new OutFile(
              "gem/access-policies/" + policy.name() + ".json",
              json(body -> write(body, policy, cluster))));
    }
    return List.copyOf(files);
  }

  /** Whether the site says anything to GEM. */
  public static boolean isUsedBy(Site site) {
    return site.tenants().stream().anyMatch(tenant -> !tenant.gem().equals(Tenant.Gem.NOTHING));
  }

  /** A body without limits takes away those that the tenant had. */
  private static void write(JsonWriter body, Tenant tenant, String cluster) {
    body.field("name", tenant.name());
    body.field("display_name", tenant.name());
    body.field("status", "active");
    body.field("cluster", cluster);
    if (!tenant.gem().limits().isEmpty()) {
      body.object(
          "limits",
          limits -> tenant.gem().limits().forEach((limit, value) -> write(limits, limit, value)));
    }
  }

  private static void write(JsonWriter limits, TenantLimit limit, String value) {
    if (limit.isLength()) {
      limits.field(limit.id(), Length.of(value).toString());
    } else {
      limits.field(limit.id(), Double.parseDouble(value));
    }
  }

  private static void write(JsonWriter body, AccessPolicy policy, String cluster) {
    body.field("name", policy.name());
    body.field("display_name", policy.title());
    body.field("status", "active");
    body.field("scopes", policy.scopes());
    body.objects("realms", policy.realms(), (realm, it) -> write(realm, it, cluster));
  }

  private static void write(JsonWriter realm, Realm of, String cluster) {
    realm.field("tenant", of.tenant());
    realm.field("cluster", cluster);
    if (!of.selectors().isEmpty()) {
      realm.objects(
          "label_policies",
          of.selectors(),
          (policy, selector) -> policy.field("selector", selector));
    }
  }

  private static String json(Consumer<JsonWriter> fields) {
    StringWriter text = new StringWriter();
    JsonWriter.pretty(text, fields);
    return text.toString();
  }
}
