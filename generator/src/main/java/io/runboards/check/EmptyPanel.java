package io.runboards.check;

import io.runboards.dashboard.TextPanel;
import java.util.stream.Stream;

/** A panel without a query. */
final class EmptyPanel implements DashboardCheck {
  @Override
  public String id() {
    return "empty-panel";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard
        .panels()
        .filter(panel -> !(panel instanceof TextPanel))
        .filter(panel -> panel.frame().data().targets().isEmpty())
        .map(panel -> DashboardProblem.of(panel, "has no query"));
  }
}
