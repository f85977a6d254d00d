package io.runboards.site;

import io.runboards.rules.Audience;
import io.runboards.rules.GroupParts;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGraph;
import io.runboards.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that run for a tenant, in groups that its ruler takes.
 *
 * @param tenant whose rules they are
 * @param namespaces its rules by subject
 */
public record TenantRules(Tenant tenant, List<Namespace> namespaces) {

  /**
   * The rules about a subject.
   *
   * @param name its name, which no other subject of the tenant has
   * @param file where they come from
   * @param members the tenants whose series they read; none for the tenant's own
   * @param parts the groups, as small as the ruler wants them
   */
  public record Namespace(
      String name, RuleFile file, List<String> members, List<GroupParts> parts) {
    public Namespace {
      members = List.copyOf(members);
      parts = List.copyOf(parts);
    }

    public List<RuleGroup> groups() {
      return parts.stream().flatMap(part -> part.groups().stream()).toList();
    }
  }

  public TenantRules {
    namespaces = List.copyOf(namespaces);
  }

  /** The tenants of a site that rules run for, each with its rules. */
  public static List<TenantRules> of(Site site, RuleBook book) {
    RuleGraph graph = RuleGraph.of(book);
    return site.tenants().stream()
        .filter(Tenant::rules)
        .map(tenant -> new TenantRules(tenant, namespaces(tenant, site, book, graph)))
        .filter(rules -> !rules.namespaces.isEmpty())
        .toList();
  }

  private static List<Namespace> namespaces(
      Tenant tenant, Site site, RuleBook book, RuleGraph graph) {
    List<Namespace> namespaces = new ArrayList<>();
    for (RuleFile file : book.files()) {
      if (file.groups().isEmpty()) {
        continue;
      }
      List<GroupParts> parts =
          file.groups().stream()
              .map(group -> GroupParts.of(group, tenant.groupLimits().rules(), graph))
              .toList();
      if (file.audience() == Audience.FEDERATION) {
        site.federations().stream()
            .filter(federation -> federation.owner().equals(tenant.name()))
            .map(it -> new Namespace(file.name() + "-" + it.name(), file, it.members(), parts))
            .forEach(namespaces::add);
      } else if (file.audience() == Audience.TENANT || tenant.operator()) {
        namespaces.add(new Namespace(file.name(), file, List.of(), parts));
      }
    }
    return namespaces;
  }

  /**
   * What the ruler refuses, or does otherwise than the rules' authors meant; none if all is well.
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    int groups = namespaces.stream().mapToInt(it -> it.groups().size()).sum();
    if (groups > tenant.groupLimits().groups()) {
      problems.add(
          "tenant '%s' gets %s groups of rules, but its ruler takes %s"
              .formatted(tenant.name(), groups, tenant.groupLimits().groups()));
    }
    for (Namespace namespace : namespaces) {
      for (GroupParts parts : namespace.parts()) {
        parts.torn().forEach(chain -> problems.add(torn(chain, parts.groups().getFirst())));
      }
    }
    return problems;
  }

  private String torn(List<Rule> chain, RuleGroup group) {
    return "%s: the %s rules from %s on read each other's results and belong into one group, but the ruler of tenant '%s' takes %s in a group"
        .formatted(
            group.name(),
            chain.size(),
            chain.getFirst().name(),
            tenant.name(),
            tenant.groupLimits().rules());
  }
}
