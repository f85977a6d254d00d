package io.runboards.check;

import io.runboards.finding.Finding;
import io.runboards.site.Site;
import io.runboards.site.SitePlaces;
import java.util.List;
import java.util.stream.Stream;

/** All rules about a site and what is shipped to it. */
public final class SiteChecks {
  /** The rules, in the order of their ids. */
  static final List<SiteCheck> ALL =
      List.of(new CardinalitySource(), new HiddenMetric(), new RulerLimit(), new SeriesBudget());

  private SiteChecks() {}

  /** All that is wrong with a site for these dashboards and rules. */
  public static List<Remark> check(Site site, SitePlaces places, Workspace workspace) {
    return ALL.stream()
        .flatMap(check -> remarks(check, check.problems(site, workspace), places))
        .toList();
  }

  private static Stream<Remark> remarks(
      SiteCheck check, Stream<SiteProblem> problems, SitePlaces places) {
    return problems.map(problem ->
        new Remark(
            new Finding(
                check.id(),
                problem.severity(),
                problem.message(),
                places.of(problem.keys().toArray(String[]::new)),
                problem.advice()),
            ""));
  }
}
