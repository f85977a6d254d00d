package io.runboards.site;

import io.runboards.rules.GroupLimits;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody whose series a store keeps apart from those of others.
 *
 * @param name its name, which requests carry in the header {@code X-Scope-OrgID}
 * @param operator whether it holds the series of the store itself and of what sends to it
 * @param rules whether rules run for it
 * @param organisation the organisation of Grafana that sees it; empty for the first
 * @param limits the limits that the store's own configuration sets for it
 * @param gem what GEM's admin API knows of it
 */
public record Tenant(
    String name,
    boolean operator,
    boolean rules,
    String organisation,
    Map<TenantLimit, String> limits,
    Gem gem) {

  /**
   * What GEM's admin API knows of a tenant.
   *
   * @param limits limits; if there are any, those of the store's own configuration do not hold
   * @param access selectors: who may read the tenant sees series that one of them selects; all if
   *     there is none
   */
  public record Gem(Map<TenantLimit, String> limits, List<String> access) {
    public static final Gem NOTHING = new Gem(Map.of(), List.of());

    public Gem {
      limits = sorted(limits);
      access = List.copyOf(access);
    }
  }

  public Tenant {
    limits = sorted(limits);
  }

  private static Map<TenantLimit, String> sorted(Map<TenantLimit, String> limits) {
    Map<TenantLimit, String> sorted = new EnumMap<>(TenantLimit.class);
    sorted.putAll(limits);
    return Collections.unmodifiableMap(sorted);
  }

  /** A tenant with rules of its own and no limits. */
  public static Tenant named(String name) {
    return new Tenant(name, false, true, "", Map.of(), Gem.NOTHING);
  }

  /** The same tenant as one that holds the series of the store itself. */
  public Tenant asOperator() {
    return new Tenant(name, true, rules, organisation, limits, gem);
  }

  public Tenant withoutRules() {
    return new Tenant(name, operator, false, organisation, limits, gem);
  }

  public Tenant limitedTo(Map<TenantLimit, String> others) {
    return new Tenant(name, operator, rules, organisation, others, gem);
  }

  /** The same tenant with what GEM's admin API knows of it. */
  public Tenant inGem(Gem other) {
    return new Tenant(name, operator, rules, organisation, limits, other);
  }

  /** How many rules its ruler takes. */
  public GroupLimits groupLimits() {
    return new GroupLimits(
        number(TenantLimit.RULER_MAX_RULES_PER_RULE_GROUP, GroupLimits.USUAL.rules()),
        number(TenantLimit.RULER_MAX_RULE_GROUPS_PER_TENANT, GroupLimits.USUAL.groups()));
  }

  /** A store takes 0 for no limit. */
  private int number(TenantLimit limit, int usual) {
    String value = gem.limits.getOrDefault(limit, limits.get(limit));
    int number = value == null ? usual : Integer.parseInt(value);
    return number == 0 ? Integer.MAX_VALUE : number;
  }
}
