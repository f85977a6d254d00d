package io.runboards.check;

import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Part.Match;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Target;
import io.runboards.flow.DisplayUnits;
import io.runboards.flow.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A unit that was stated for a panel, although its query results in another one. */
final class UnitContradiction implements DashboardCheck {
  @Override
  public String id() {
    return "unit-contradiction";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard.panels().flatMap(panel -> problems(panel, dashboard));
  }

  private static Stream<DashboardProblem> problems(Panel panel, Examined dashboard) {
    List<Target> targets = panel.frame().data().targets();
    return IntStream.range(0, targets.size())
        .boxed()
        .flatMap(index -> problem(index, targets.get(index), panel, dashboard).stream());
  }

  private static Optional<DashboardProblem> problem(
      int index, Target target, Panel panel, Examined dashboard) {
    Optional<String> stated = stated(index, target, panel);
    Optional<Quantity> derived = dashboard.quantity(target);
    return stated.isEmpty() || derived.isEmpty() || DisplayUnits.fits(derived.get(), stated.get())
        ? Optional.empty()
        : Optional.of(
            DashboardProblem.at(
                new Spot.InQuery(panel, target, dashboard.queries().get(target).tree().span()),
                "the unit '%s' contradicts the query, which results in %s"
                    .formatted(stated.get(), derived.get().name())));
  }

  /** The unit that someone stated for the values of a query. */
  private static Optional<String> stated(int index, Target target, Panel panel) {
    Stream<Part> parts = panel.frame().looks().parts().stream();
    if (panel instanceof Table table) {
      parts = Stream.concat(parts, table.columns().stream().map(Table.Column::look));
    }
    return parts
        .filter(part -> part.fields().unit().isPresent())
        .filter(part -> isAbout(part.match(), index, target))
        .findFirst()
        .flatMap(part -> part.fields().unit())
        .or(() -> panel.frame().looks().fields().unit());
  }

  private static boolean isAbout(Match match, int index, Target target) {
    return switch (match) {
      case Match.ByName(String name) -> name.equals(target.legend());
      case Match.ByQuery(String refId) -> refId.equals(Target.refId(index));
      case Match.ByRegex regex -> false;
    };
  }
}
