package io.runboards.check;

import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.AdHoc;
import io.runboards.dashboard.Variable.DataSource;
import io.runboards.dashboard.Variable.ValuesOf;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A variable whose choice changes nothing. */
final class UnusedVariable implements DashboardCheck {
  @Override
  public String id() {
    return "unused-variable";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    Dashboard here = dashboard.dashboard();
    Set<String> used =
        texts(here)
            .flatMap(VariableNames::in)
            .map(VariableNames.Use::value)
            .collect(Collectors.toSet());
    here.rows().stream().map(Row::repeat).forEach(used::add);
    here.panels().map(panel -> panel.frame().space().repeat()).forEach(used::add);
    return here.variables().stream()
        .filter(variable -> !(variable instanceof DataSource || variable instanceof AdHoc))
        .map(Variable::name)
        .filter(name -> !used.contains(name))
        .map(name ->
            DashboardProblem.of("nothing asks for the variable '" + name + "'").asWarning());
  }

  private static Stream<String> texts(Dashboard here) {
    return Stream.of(
            here.rows().stream().map(Row::title),
            here.annotations().stream().map(Annotation::target).map(Target::promql),
            here.variables().stream()
                .filter(ValuesOf.class::isInstance)
                .map(variable -> ((ValuesOf) variable).source().toString()),
            here.panels().flatMap(UnusedVariable::texts))
        .flatMap(texts -> texts);
  }

  private static Stream<String> texts(Panel panel) {
    return Stream.concat(
        Stream.of(panel.title(), panel.frame().heading().about()),
        panel.frame().data().targets().stream()
            .flatMap(target -> Stream.of(target.promql(), target.legend())));
  }
}
