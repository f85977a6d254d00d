package io.runboards.check;

import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Table;
import java.util.stream.Stream;

/** A link to a dashboard that does not exist, or that carries what nobody knows or wants. */
final class BrokenLink implements DashboardCheck {
  @Override
  public String id() {
    return "broken-link";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard
        .panels()
        .flatMap(panel ->
            links(panel).distinct().flatMap(link -> problems(link, panel, dashboard, workspace)));
  }

  private static Stream<DashboardProblem> problems(
      DrillDown link, Panel panel, Examined dashboard, Workspace workspace) {
    return Destination.of(link, dashboard.dashboard(), dashboard.clickable(panel), workspace)
        .problems()
        .stream()
        .map(problem -> DashboardProblem.of(panel, "the link '" + link.title() + "': " + problem));
  }

  static Stream<DrillDown> links(Panel panel) {
    Stream<DrillDown> own =
        Stream.concat(
            panel.frame().looks().links().stream(),
            panel.frame().looks().parts().stream()
                .map(Part::links)
                .flatMap(links -> links.stream()));
    return panel instanceof Table table
        ? Stream.concat(
            own, table.columns().stream().flatMap(column -> column.look().links().stream()))
        : own;
  }
}
