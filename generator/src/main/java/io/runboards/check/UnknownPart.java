package io.runboards.check;

import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Part.Match;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Table.OfLabel;
import io.runboards.dashboard.Table.OfQuery;
import io.runboards.dashboard.Target;
import io.runboards.finding.DidYouMean;
import java.util.List;
import java.util.stream.Stream;

/** Words about a series or column that the panel does not have. */
final class UnknownPart implements DashboardCheck {
  @Override
  public String id() {
    return "unknown-part";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard
        .panels()
        .filter(panel -> panel.frame().data().transformations().isEmpty())
        .flatMap(
            panel -> panel instanceof Table table ? ofTable(table, dashboard) : ofSeries(panel));
  }

  /** Names are known only where no legend takes them from labels. */
  private static Stream<DashboardProblem> ofSeries(Panel panel) {
    List<String> names = legends(panel);
    boolean fixed =
        names.stream()
            .noneMatch(name -> name.isEmpty() || name.contains("{{") || name.contains("$"));
    return panel.frame().looks().parts().stream()
        .map(Part::match)
        .flatMap(
            match -> match instanceof Match.ByName(String name) ? Stream.of(name) : Stream.empty())
        .filter(name -> fixed && !names.contains(name))
        .map(name ->
            DashboardProblem.of(
                panel, "no series is called '" + name + "'" + DidYouMean.oneOf(names, name)));
  }

  private static Stream<DashboardProblem> ofTable(Table table, Examined dashboard) {
    return table.columns().stream()
        .flatMap(column ->
            switch (column) {
              case OfQuery of -> ofQuery(of, table);
              case OfLabel of -> ofLabel(of, table, dashboard);
            });
  }

  private static Stream<DashboardProblem> ofQuery(OfQuery column, Table table) {
    List<String> names = legends(table);
    return names.contains(column.title())
        ? Stream.empty()
        : Stream.of(
            DashboardProblem.of(
                table,
                "no query has the legend '"
                    + column.title()
                    + "'"
                    + DidYouMean.oneOf(names, column.title())));
  }

  private static Stream<DashboardProblem> ofLabel(OfLabel column, Table table, Examined dashboard) {
    String label = column.label().name();
    boolean open =
        table.frame().data().targets().stream()
            .anyMatch(
                target -> dashboard.labels(target).filter(it -> !it.mayHave(label)).isEmpty());
    return open
        ? Stream.empty()
        : Stream.of(
            DashboardProblem.of(
                table, "the column '" + column.title() + "': no query results in '" + label + "'"));
  }

  private static List<String> legends(Panel panel) {
    return panel.frame().data().targets().stream().map(Target::legend).toList();
  }
}
