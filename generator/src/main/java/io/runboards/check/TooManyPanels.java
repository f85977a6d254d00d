package io.runboards.check;

import java.util.stream.Stream;

/** More panels than anybody reads. */
final class TooManyPanels implements DashboardCheck {
  private static final int MOST = 49;

  @Override
  public String id() {
    return "too-many-panels";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    long panels = dashboard.panels().count();
    return panels <= MOST
        ? Stream.empty()
        : Stream.of(
            DashboardProblem.of("has " + panels + " panels; " + MOST + " are the most")
                .advise("Move some to a dashboard of their own and link to it"));
  }
}
