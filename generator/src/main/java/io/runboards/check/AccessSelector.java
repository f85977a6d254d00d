package io.runboards.check;

import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import java.util.List;
import java.util.stream.Stream;

/** A selector of an access policy that is none. */
final class AccessSelector implements SiteCheck {
  @Override
  public String id() {
    return "access-selector";
  }

  @Override
  public Stream<SiteProblem> problems(Site site, Workspace workspace) {
    return site.tenants().stream()
        .flatMap(tenant ->
            tenant.gem().access().stream().flatMap(selector -> problems(selector, tenant)));
  }

  private static Stream<SiteProblem> problems(String selector, Tenant tenant) {
    try {
      Promql.matchers(selector);
      return Stream.empty();
    } catch (ParseException e) {
      return Stream.of(
          SiteProblem.error(
                  List.of("tenants", tenant.name(), "gem", "access", selector),
                  "'" + selector + "' selects no series: " + e.getMessage())
              .advise("Write matchers in braces, such as {secret!=\"true\"}"));
    }
  }
}
