package io.runboards.check;

import io.runboards.dashboard.Dashboard;
import java.util.stream.Stream;

/** Two dashboards with one title in a folder: nobody can tell them apart. */
final class DuplicateTitle implements DashboardCheck {
  @Override
  public String id() {
    return "duplicate-title";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    Dashboard here = dashboard.dashboard();
    return workspace
        .firstTitled(here.folder(), here.title())
        .filter(first -> first != here)
        .map(first ->
            DashboardProblem.of(
                "the title '%s' is that of %s in the folder '%s', too"
                    .formatted(here.title(), first.uid(), here.folder())))
        .stream();
  }
}
