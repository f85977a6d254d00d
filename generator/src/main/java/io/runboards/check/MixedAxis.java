package io.runboards.check;

import io.runboards.dashboard.Panel;
import io.runboards.dashboard.TimeSeries;
import io.runboards.flow.DisplayUnits;
import io.runboards.flow.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Values in unlike units on one axis. */
final class MixedAxis implements DashboardCheck {
  @Override
  public String id() {
    return "mixed-axis";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard
        .panels()
        .filter(TimeSeries.class::isInstance)
        .filter(panel ->
            panel.frame().looks().parts().stream().noneMatch(part -> part.line().rightAxis()))
        .filter(panel -> panel.frame().looks().fields().unit().isEmpty())
        .flatMap(panel -> problem(panel, dashboard).stream());
  }

  private static Optional<DashboardProblem> problem(Panel panel, Examined dashboard) {
    List<Quantity> quantities =
        panel.frame().data().targets().stream()
            .flatMap(target -> dashboard.quantity(target).stream())
            .filter(quantity -> DisplayUnits.idFor(quantity).isPresent())
            .toList();
    List<String> units = quantities.stream().map(Quantity::name).distinct().toList();
    return units.size() < 2
        ? Optional.empty()
        : Optional.of(
            DashboardProblem.of(panel, "has one axis for " + String.join(" and ", units))
                .advise("Give one of them an axis onTheRight(), or a panel of its own")
                .asWarning());
  }
}
