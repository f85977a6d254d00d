package io.runboards.check;

import io.runboards.dashboard.Framed;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import java.util.stream.Stream;

/** A query that asks for one moment for a graph, or for a whole range for a table. */
final class WrongTime implements DashboardCheck {
  @Override
  public String id() {
    return "wrong-time";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard.panels().flatMap(WrongTime::problems);
  }

  private static Stream<DashboardProblem> problems(Panel panel) {
    return panel instanceof Framed<?> framed
        ? panel.frame().data().targets().stream()
            .filter(target -> target.when() != framed.when())
            .map(target -> DashboardProblem.of(panel, message(target)))
        : Stream.empty();
  }

  private static String message(Target target) {
    return switch (target.when()) {
      case NOW -> "a query asks for one moment, and the panel shows what was when";
      case RANGE -> "a query asks for the whole time range, and the panel shows one moment";
    };
  }
}
