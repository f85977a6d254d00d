package io.runboards.check;

import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.flow.SeriesLabels;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A legend that names a label which the result does not have. */
final class LegendLabel implements DashboardCheck {
  private static final Pattern IN_BRACES = Pattern.compile("\\{\\{\\s*([^}\\s]+)\\s*}}");

  @Override
  public String id() {
    return "legend-label";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard
        .panels()
        .flatMap(panel ->
            panel.frame().data().targets().stream()
                .flatMap(target -> problems(target, panel, dashboard)));
  }

  private static Stream<DashboardProblem> problems(Target target, Panel panel, Examined dashboard) {
    SeriesLabels labels = dashboard.labels(target).orElse(null);
    return labels == null
        ? Stream.empty()
        : IN_BRACES
            .matcher(target.legend())
            .results()
            .map((MatchResult name) -> name.group(1))
            .filter(name -> !labels.mayHave(name))
            .map(name -> problem(name, labels, target, panel, dashboard));
  }

  private static DashboardProblem problem(
      String name, SeriesLabels labels, Target target, Panel panel, Examined dashboard) {
    String others = String.join(", ", labels.possible());
    return DashboardProblem.at(
        new Spot.InQuery(panel, target, dashboard.queries().get(target).tree().span()),
        "the legend '%s' names '%s', which the result does not have; it has %s"
            .formatted(target.legend(), name, others.isEmpty() ? "no label" : others));
  }
}
