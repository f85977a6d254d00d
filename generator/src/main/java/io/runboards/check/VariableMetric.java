package io.runboards.check;

import io.runboards.catalog.Label;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.finding.Finding;
import io.runboards.finding.Severity;
import io.runboards.flow.World;
import io.runboards.promql.Expr;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.util.Optional;
import java.util.stream.Stream;

/** A variable that takes its values from series which cannot be there. */
final class VariableMetric implements DashboardCheck {
  @Override
  public String id() {
    return "variable-metric";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard.dashboard().variables().stream()
        .filter(ValuesOf.class::isInstance)
        .map(ValuesOf.class::cast)
        .flatMap(variable -> problems(variable, workspace));
  }

  private static Stream<DashboardProblem> problems(ValuesOf variable, Workspace workspace) {
    String text = variable.source().toString();
    Expr tree = Promql.parse(text, Syntax.GRAFANA);
    World world = workspace.world();
    Stream<String> wrong =
        QueryChecks.check("variable", text, Query.of(tree, world, Optional.of(workspace.version())))
            .stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(Finding::message);
    Stream<String> labels =
        Stream.concat(Stream.of(variable.label()), variable.words().stream())
            .map(Label::name)
            .filter(name -> !variable.source().metric().has(name))
            .filter(name -> !world.extraLabels().contains(name))
            .map(name -> variable.source().metric().name() + " has no label '" + name + "'");
    return Stream.concat(wrong, labels)
        .map(message -> DashboardProblem.of("the variable '" + variable.name() + "': " + message));
  }
}
