package io.runboards.cli;

import io.runboards.check.Examined;
import io.runboards.check.QueryChecks;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Target;
import io.runboards.finding.Excerpt;
import io.runboards.finding.Finding;
import io.runboards.finding.Severity;
import io.runboards.site.Site;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding, and the query that it is about.
 *
 * @param finding what is wrong
 * @param text the query
 */
record Objection(Finding finding, String text) {

  /** All that is wrong with the queries of dashboards. */
  static List<Objection> to(Workspace workspace, Site site) {
    List<Objection> objections = new ArrayList<>();
    for (Examined examined : workspace.dashboards()) {
      Dashboard dashboard = examined.dashboard();
      examined
          .panels()
          .forEach(panel ->
              panel
                  .frame()
                  .data()
                  .targets()
                  .forEach(target ->
                      objections.addAll(
                          to(target, source(dashboard, panel.title(), target), examined, site))));
      dashboard
          .annotations()
          .forEach(marks ->
              objections.addAll(
                  to(
                      marks.target(),
                      source(dashboard, marks.name(), marks.target()),
                      examined,
                      site)));
    }
    return objections;
  }

  private static List<Objection> to(Target target, String source, Examined examined, Site site) {
    return Optional.ofNullable(examined.broken().get(target))
        .map(broken -> List.of(broken.toFinding(source)))
        .orElseGet(() ->
            QueryChecks.check(
                source,
                target.promql(),
                examined.queries().get(target).tree(),
                site.world(),
                Optional.of(site.cluster())))
        .stream()
        .map(finding -> new Objection(finding, target.promql()))
        .toList();
  }

  private static String source(Dashboard dashboard, String title, Target target) {
    return "%s '%s' (%s)".formatted(dashboard.uid(), title, target.origin());
  }

  boolean isError() {
    return finding.severity() == Severity.ERROR;
  }

  void print(PrintWriter out) {
    out.println(finding + " [" + finding.id() + "]");
    out.println(Excerpt.of(text, finding.place()));
  }
}
