package io.runboards.check;

import io.runboards.site.Site;
import io.runboards.site.TenantRules;
import java.util.List;
import java.util.stream.Stream;

/** More rules for a tenant than its ruler takes, or rules that its ruler would tear apart. */
final class RulerLimit implements SiteCheck {
  @Override
  public String id() {
    return "ruler-limit";
  }

  @Override
  public Stream<SiteProblem> problems(Site site, Workspace workspace) {
    return TenantRules.of(site, workspace.book()).stream().flatMap(RulerLimit::problems);
  }

  private static Stream<SiteProblem> problems(TenantRules rules) {
    List<String> limits = List.of("tenants", rules.tenant().name(), "limits");
    return rules.problems().stream()
        .map(problem ->
            SiteProblem.error(limits, problem).advise("Raise the limit, or ship fewer rules"));
  }
}
