package io.runboards.check;

import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Variable;
import io.runboards.finding.NearNames;
import java.util.List;
import java.util.stream.Stream;

/** A {@code $variable} that the dashboard does not have: it would stay in the text as it is. */
final class UnknownVariable implements DashboardCheck {
  @Override
  public String id() {
    return "unknown-variable";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    Dashboard here = dashboard.dashboard();
    Stream<DashboardProblem> rows =
        here.rows().stream()
            .flatMap(row -> unknown(row.title(), here))
            .map(name -> DashboardProblem.of(message(name.value(), here)));
    Stream<DashboardProblem> annotations =
        here.annotations().stream()
            .map(Annotation::target)
            .flatMap(target -> Stream.of(target.promql(), target.legend()))
            .flatMap(text -> unknown(text, here))
            .map(name -> DashboardProblem.of(message(name.value(), here)));
    Stream<DashboardProblem> repeats =
        here.rows().stream()
            .map(Row::repeat)
            .filter(name -> !name.isEmpty() && !names(here).contains(name))
            .map(name -> DashboardProblem.of(message(name, here)));
    return Stream.of(rows, annotations, repeats, here.panels().flatMap(panel -> of(panel, here)))
        .flatMap(problems -> problems);
  }

  private static Stream<DashboardProblem> of(Panel panel, Dashboard here) {
    Stream<DashboardProblem> inQueries =
        panel.frame().data().targets().stream()
            .flatMap(target ->
                unknown(target.promql(), here)
                    .map(name ->
                        DashboardProblem.at(
                            new Spot.InQuery(panel, target, name.span()),
                            message(name.value(), here))));
    String repeat = panel.frame().space().repeat();
    Stream<String> texts =
        Stream.concat(
            Stream.of(panel.title(), panel.frame().heading().about()),
            panel.frame().data().targets().stream().map(Target::legend));
    Stream<String> wrong =
        Stream.concat(
            texts.flatMap(text -> unknown(text, here)).map(VariableNames.Use::value),
            Stream.of(repeat).filter(name -> !name.isEmpty() && !names(here).contains(name)));
    return Stream.concat(
        inQueries, wrong.map(name -> DashboardProblem.of(panel, message(name, here))));
  }

  private static Stream<VariableNames.Use> unknown(String text, Dashboard here) {
    return VariableNames.in(text)
        .filter(use -> !VariableNames.isGrafanas(use.value()))
        .filter(use -> !names(here).contains(use.value()));
  }

  private static List<String> names(Dashboard here) {
    return here.variables().stream().map(Variable::name).toList();
  }

  private static String message(String name, Dashboard here) {
    List<String> near = NearNames.of(name, names(here));
    String others =
        near.isEmpty()
            ? "it has " + String.join(", ", names(here))
            : "did you mean " + String.join(" or ", near) + "?";
    return "the dashboard has no variable '" + name + "'; " + others;
  }
}
