package io.runboards.check;

import io.runboards.dashboard.Frame.Heading;
import io.runboards.dashboard.Origin;
import io.runboards.dashboard.Panel;
import java.util.Optional;
import java.util.stream.Stream;

/** A panel of the library that is defined twice: dashboards would show one of the two. */
final class SharedPanel implements DashboardCheck {
  @Override
  public String id() {
    return "shared-panel";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard
        .panels()
        .filter(panel -> !panel.frame().heading().library().isEmpty())
        .flatMap(panel -> problem(panel, workspace).stream());
  }

  private static Optional<DashboardProblem> problem(Panel panel, Workspace workspace) {
    Heading heading = panel.frame().heading();
    String uid = heading.library();
    if (!UidForm.isGood(uid)) {
      return Optional.of(
          DashboardProblem.of(
              panel,
              "the uid of a shared panel must be up to 40 small letters, digits and hyphens, not '"
                  + uid
                  + "'"));
    }
    Origin first =
        workspace.firstShared(uid).map(it -> it.frame().heading().origin()).orElseThrow();
    return first.equals(heading.origin())
        ? Optional.empty()
        : Optional.of(
            DashboardProblem.of(panel, "the shared panel '" + uid + "' is also defined in " + first)
                .advise("Define it once, in a method that both dashboards call"));
  }
}
