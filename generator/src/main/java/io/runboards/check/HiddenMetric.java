package io.runboards.check;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Metric;
import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.rules.Audience;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An access policy that keeps from its readers what the dashboards or rules show them. */
final class HiddenMetric implements SiteCheck {
  private static final int NAMED = 3;

  /** What a cluster's Prometheus adds to every series that it sends. */
  private static final Set<String> EXTERNAL = Set.of("cluster", "environment");

  @Override
  public String id() {
    return "hidden-metric";
  }

  @Override
  public Stream<SiteProblem> problems(Site site, Workspace workspace) {
    Set<String> anywhere = new HashSet<>(workspace.world().extraLabels());
    anywhere.addAll(EXTERNAL);
    return site.tenants().stream()
        .filter(tenant -> !tenant.gem().access().isEmpty())
        .flatMap(tenant -> problems(tenant, AccessPolicies.of(tenant, anywhere), workspace));
  }

  private static Stream<SiteProblem> problems(
      Tenant tenant, AccessPolicies policies, Workspace workspace) {
    Map<Metric, String> readers = readers(tenant, workspace);
    List<Metric> hidden = readers.keySet().stream().filter(policies::hide).toList();
    if (hidden.isEmpty()) {
      return Stream.empty();
    }
    String named =
        hidden.stream()
            .limit(NAMED)
            .map(metric -> metric.name() + " (" + readers.get(metric) + ")")
            .collect(joining(", "));
    String rest = hidden.size() > NAMED ? " and " + (hidden.size() - NAMED) + " more" : "";
    return Stream.of(
        SiteProblem.warning(
                List.of("tenants", tenant.name(), "gem", "access"),
                "whoever reads '%s' through these selectors never sees %s%s"
                    .formatted(tenant.name(), named, rest))
            .advise(advice(hidden, policies)));
  }

  private static String advice(List<Metric> hidden, AccessPolicies policies) {
    Set<String> missing = new TreeSet<>();
    hidden.forEach(metric -> policies.missingOn(metric).forEach(missing::add));
    return missing.isEmpty()
        ? "Let their names through"
        : "They have no label "
            + String.join(" or ", missing)
            + ": if yours do, name it under labels";
  }

  /** Every metric that a tenant's dashboards and rules read, with the first of them that does. */
  private static Map<Metric, String> readers(Tenant tenant, Workspace workspace) {
    Map<Metric, String> readers = new LinkedHashMap<>();
    for (Examined examined : workspace.dashboards()) {
      String reader = "dashboard " + examined.dashboard().uid();
      ofVariables(examined.dashboard()).forEach(metric -> readers.putIfAbsent(metric, reader));
      ofQueries(examined).forEach(metric -> readers.putIfAbsent(metric, reader));
    }
    for (ExaminedRule rule : workspace.rules()) {
      if (rule.file().audience() == Audience.TENANT || tenant.operator()) {
        rule.query().stream()
            .flatMap(query -> query.readings().stream())
            .forEach(it -> readers.putIfAbsent(it.metric(), "rule " + rule.rule().name()));
      }
    }
    return readers;
  }

  private static Stream<Metric> ofVariables(Dashboard dashboard) {
    return dashboard.variables().stream()
        .filter(ValuesOf.class::isInstance)
        .map(variable -> ((ValuesOf) variable).source().metric());
  }

  private static Stream<Metric> ofQueries(Examined examined) {
    return Stream.concat(
            examined.panels().flatMap(panel -> panel.frame().data().targets().stream()),
            examined.dashboard().annotations().stream().map(Annotation::target))
        .flatMap(target -> Optional.ofNullable(examined.queries().get(target)).stream())
        .flatMap(query -> query.readings().stream())
        .map(Reading::metric);
  }
}
