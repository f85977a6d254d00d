package io.runboards.site;

import io.runboards.site.Fields.Meaning;
import io.runboards.site.Fields.Outcome;
import io.runboards.site.Fields.Outcome.Bad;
import io.runboards.site.Fields.Outcome.Good;
import io.runboards.site.Setup.RegisteredSystem;
import io.runboards.site.Setup.Store.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who shares the store of a site: tenants, which are read together, and who sends more. */
final class TenantsSection {
  private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9!_*'()-][A-Za-z0-9!_.*'()-]*");
  private static final Pattern FEDERATION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final int LONGEST = 150;
  private static final String OF_MIMIR = "__mimir_cluster";

  private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final String PRECEDENCE =
      "GEM takes all of them from its admin API if one is set there, else all from the runtime"
          + " configuration, else the global ones, so that those of 'limits' would not hold";
  private static final String ONE_PLACE = "Write all of them here, or all of them in 'limits'";

  private final Names organisations;
  private final Names names = new Names("tenant");
  private final Names federated = new Names("federation");
  private final List<Tenant> tenants;
  private final List<Federation> federations;
  private final List<RegisteredSystem> systems;

  TenantsSection(Fields site, Names organisations, Kind store) {
    this.organisations = organisations;
    this.tenants =
        site.entries("tenants").stream().flatMap(entry -> tenant(entry).stream()).toList();
    if (site.size("tenants") > 0 && store != Kind.MIMIR) {
      site.wrong("tenants", noTenants(store), "Leave them out, or write store: {kind: mimir, ...}");
    }
    this.federations =
        site.entries("federations").stream()
            .flatMap(entry -> federation(entry).stream())
            .toList();
    Names keys = new Names("system");
    this.systems =
        site.entries("systems").stream().flatMap(entry -> system(entry, keys).stream()).toList();
  }

  private static String noTenants(Kind store) {
    return store == Kind.PROMETHEUS
        ? "a Prometheus keeps no tenants apart"
        : "an instance of Grafana Cloud is one tenant and has none below it";
  }

  List<Tenant> tenants() {
    return tenants;
  }

  List<Federation> federations() {
    return federations;
  }

  List<RegisteredSystem> systems() {
    return systems;
  }

  private Optional<Tenant> tenant(Fields entry) {
    boolean operator = entry.value("operator", Meanings::flag).orElse(false);
    boolean rules = entry.value("rules", Meanings::flag).orElse(true);
    String organisation = entry.value("organisation", organisations::of).orElse("");
    Fields gem = entry.below("gem");
    Map<TenantLimit, String> own = limits(entry);
    Tenant.Gem known =
        new Tenant.Gem(limits(gem), gem.values("access", Meanings::selector));
    if (!own.isEmpty() && !known.limits().isEmpty()) {
      gem.wrong("limits", "the limits of a tenant stand in two places: " + PRECEDENCE, ONE_PLACE);
    }
    return entry
        .value("name", names.fresh(TenantsSection::tenantName))
        .map(name -> new Tenant(name, operator, rules, organisation, own, known));
  }

  private static Map<TenantLimit, String> limits(Fields entry) {
    Fields written = entry.below("limits");
    Map<TenantLimit, String> limits = new EnumMap<>(TenantLimit.class);
    for (TenantLimit limit : TenantLimit.values()) {
      if (written.knows(limit.id())) {
        Meaning<String> meaning =
            limit.isLength() ? Meanings::length : TenantsSection::number;
        written.value(limit.id(), meaning).ifPresent(it -> limits.put(limit, it));
      }
    }
    return limits;
  }

  private static Outcome<String> number(String text) {
    return switch (Meanings.whole(0, Integer.MAX_VALUE).of(text)) {
      case Good<Integer> good -> new Good<>(text);
      case Bad<Integer> bad -> new Bad<>(bad.message(), bad.advice());
    };
  }

  private Optional<Federation> federation(Fields entry) {
    Optional<String> name = entry.value("name", federated.fresh(this::federationName));
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

  private Optional<RegisteredSystem> system(Fields entry, Names keys) {
    Optional<String> tenant = entry.value("tenant", names::of);
    return entry
        .value("key", keys.fresh(TenantsSection::systemKey))
        .flatMap(key -> tenant.map(it -> new RegisteredSystem(key, it)));
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
    if (text.equals(DataSource.EVERYTHING)) {
      return new Bad<>("'" + text + "' is all tenants, always", "Choose another name");
    }
    return Meanings.matching(
        TENANT,
        text,
        "'" + text + "' is no name of a tenant",
        "Write letters, digits and !-_.*'(), with no dot at the beginning");
  }

  private static Outcome<String> systemKey(String text) {
    return Meanings.matching(
        SYSTEM,
        text,
        "'" + text + "' is no key of a system",
        "Write letters, digits, -, _ and dots");
  }

  /** A federation is read by a data source of its name, as a tenant is. */
  private Outcome<String> federationName(String text) {
    if (names.isKnown(text)) {
      return new Bad<>("a tenant is called '" + text + "', too", "Choose another name");
    }
    if (text.equals(DataSource.EVERYTHING)) {
      return new Bad<>("'" + text + "' is all tenants, always", "Choose another name");
    }
    return Meanings.matching(
        FEDERATION,
        text,
        "'" + text + "' is no name of a federation",
        "Write up to 63 small letters, digits and dashes between them");
  }
}
