package io.runboards.site;

import io.runboards.site.Fields.Outcome;
import io.runboards.site.Fields.Outcome.Bad;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who shares the store of a site: its tenants, and which of them are read together. */
final class TenantsSection {
  private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9!_*'()-][A-Za-z0-9!_.*'()-]*");
  private static final Pattern FEDERATION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final int LONGEST = 150;
  private static final String OF_MIMIR = "__mimir_cluster";

  private final Names names = new Names("tenant");
  private final List<Tenant> tenants;
  private final List<Federation> federations;

  TenantsSection(Fields site) {
    this.tenants =
        site.entries("tenants", "name", "operator", "rules", "limits").stream()
            .flatMap(entry -> tenant(entry).stream())
            .toList();
    Names federated = new Names("federation");
    List<Federation> read = new ArrayList<>();
    for (Fields entry : site.entries("federations", "name", "owner", "members")) {
      federation(entry, federated).ifPresent(read::add);
    }
    this.federations = read;
  }

  List<Tenant> tenants() {
    return tenants;
  }

  List<Federation> federations() {
    return federations;
  }

  private Optional<Tenant> tenant(Fields entry) {
    entry.require("name", "a tenant needs a name");
    Fields limits = entry.below("limits", "rules-per-group", "groups");
    boolean operator = entry.value("operator", Meanings::flag).orElse(false);
    boolean rules = entry.value("rules", Meanings::flag).orElse(true);
    Map<TenantLimit, String> most = new EnumMap<>(TenantLimit.class);
    limits
        .value("rules-per-group", Meanings::count)
        .ifPresent(it -> most.put(TenantLimit.RULER_MAX_RULES_PER_RULE_GROUP, it.toString()));
    limits
        .value("groups", Meanings::count)
        .ifPresent(it -> most.put(TenantLimit.RULER_MAX_RULE_GROUPS_PER_TENANT, it.toString()));
    return entry
        .value("name", names.fresh(TenantsSection::tenantName))
        .map(name -> new Tenant(name, operator, rules, "", most, Tenant.Gem.NOTHING));
  }

  private Optional<Federation> federation(Fields entry, Names federated) {
    entry.require("name", "a federation needs a name");
    entry.require(
        "owner", "a federation needs an owner: the tenant whose ruler evaluates its rules");
    Optional<String> name = entry.value("name", federated.fresh(TenantsSection::federationName));
    Optional<String> owner = entry.value("owner", names::of);
    owner
        .filter(
            it -> tenants.stream().anyMatch(tenant -> tenant.name().equals(it) && !tenant.rules()))
        .ifPresent(it ->
            entry.wrong("owner", "no rules run for '" + it + "'", "Leave out its 'rules: false'"));
    List<String> members = entry.values("members", names::of);
    if (entry.size("members") < 2) {
      entry.wrong("members", "a federation has at least two members", "Write [a, b]");
    }
    return name.flatMap(it -> owner.map(by -> new Federation(it, by, members)));
  }

  /** What Mimir takes for a tenant, and what can be the name of a folder. */
  private static Outcome<String> tenantName(String text) {
    if (text.contains("|")) {
      return new Bad<>(
          "'" + text + "' names several tenants at once", "Write each by itself, and a federation");
    }
    if (text.length() > LONGEST) {
      return new Bad<>("a tenant's name has at most " + LONGEST + " characters", "");
    }
    if (text.equals(OF_MIMIR)) {
      return new Bad<>("Mimir uses the name '" + text + "' itself", "Choose another");
    }
    return Meanings.matching(
        TENANT,
        text,
        "'" + text + "' is no name of a tenant",
        "Write letters, digits and !-_.*'(), with no dot at the beginning");
  }

  private static Outcome<String> federationName(String text) {
    return Meanings.matching(
        FEDERATION,
        text,
        "'" + text + "' is no name of a federation",
        "Write up to 63 small letters, digits and dashes between them");
  }
}
