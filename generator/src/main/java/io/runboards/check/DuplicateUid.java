package io.runboards.check;

import io.runboards.dashboard.Dashboard;
import java.util.stream.Stream;

/** Two dashboards with one uid: the second would replace the first. */
final class DuplicateUid implements DashboardCheck {
  @Override
  public String id() {
    return "duplicate-uid";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    Dashboard here = dashboard.dashboard();
    return workspace
        .find(here.uid())
        .filter(first -> first != here)
        .map(first ->
            DashboardProblem.of(
                "the uid is that of '" + first.title() + "' in " + first.origin() + ", too"))
        .stream();
  }
}
