package io.runboards.check;

import io.runboards.catalog.Label;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.flow.World;
import io.runboards.promql.Expr.VectorSelector;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A query that shows more than the reader has chosen: it asks a metric that has the chosen label,
 * for all its values.
 */
final class IgnoredVariable implements DashboardCheck {
  @Override
  public String id() {
    return "ignored-variable";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    List<ValuesOf> variables =
        dashboard.dashboard().variables().stream()
            .filter(ValuesOf.class::isInstance)
            .map(ValuesOf.class::cast)
            .filter(variable -> isUsed(variable, dashboard))
            .toList();
    return dashboard
        .panels()
        .flatMap(panel ->
            panel.frame().data().targets().stream()
                .filter(target -> dashboard.queries().containsKey(target))
                .flatMap(target -> problems(panel, target, dashboard, variables)));
  }

  /** Of one that no query asks for, another check says so. */
  private static boolean isUsed(ValuesOf variable, Examined dashboard) {
    return dashboard.queries().values().stream()
        .flatMap(query -> query.readings().stream())
        .anyMatch(reading -> names(reading.selector(), variable));
  }

  private static Stream<DashboardProblem> problems(
      Panel panel, Target target, Examined dashboard, List<ValuesOf> variables) {
    Query query = dashboard.queries().get(target);
    return variables.stream()
        .filter(variable -> !World.SCRAPE_LABELS.contains(variable.label().name()))
        .filter(variable -> !isNamed(variable.label(), target))
        .flatMap(variable ->
            query.readings().stream()
                .filter(reading -> reading.metric().has(variable.label().name()))
                .filter(reading -> !chooses(reading.selector(), variable.label()))
                .filter(reading -> !obeys(reading, variable, variables))
                .filter(reading -> !isCompared(reading, variable, panel, dashboard))
                .map(reading -> problem(panel, target, reading, variable)));
  }

  /** Who reads the legend sees of which value each series is. */
  private static boolean isNamed(Label label, Target target) {
    return target.legend().contains("{{" + label.name() + "}}");
  }

  /** Whether a query says by itself which values it is about. */
  private static boolean chooses(VectorSelector selector, Label label) {
    return selector.matchers().stream()
        .anyMatch(matcher -> matcher.label().value().equals(label.name()));
  }

  /** A chosen workload or pod is one of the chosen project: it need not be said again. */
  private static boolean obeys(Reading reading, ValuesOf variable, List<ValuesOf> all) {
    return names(reading.selector(), variable)
        || all.stream()
            .filter(other -> other.label().growth() == Label.Growth.UNBOUNDED)
            .filter(other -> areRelated(variable, other))
            .anyMatch(other -> names(reading.selector(), other));
  }

  private static boolean areRelated(ValuesOf one, ValuesOf other) {
    return names(one.source().expr(), other) || names(other.source().expr(), one);
  }

  /** Whether another query of the panel shows what is chosen: this one shows all beside it. */
  private static boolean isCompared(
      Reading reading, ValuesOf variable, Panel panel, Examined dashboard) {
    return panel.frame().data().targets().stream()
        .map(dashboard.queries()::get)
        .filter(Objects::nonNull)
        .filter(query -> query.readings().stream().noneMatch(it -> it == reading))
        .flatMap(query -> query.readings().stream())
        .filter(other -> other.metric().equals(reading.metric()))
        .anyMatch(other -> names(other.selector(), variable));
  }

  private static boolean names(VectorSelector selector, ValuesOf variable) {
    return selector.matchers().stream()
        .flatMap(matcher -> VariableNames.in(matcher.value().value()))
        .anyMatch(use -> use.value().equals(variable.name()));
  }

  private static DashboardProblem problem(
      Panel panel, Target target, Reading reading, ValuesOf variable) {
    return DashboardProblem.at(
            new Spot.InQuery(panel, target, reading.selector().span()),
            "%s is asked for every '%s', whatever is chosen in $%s"
                .formatted(reading.metric().name(), variable.label(), variable.name()))
        .asWarning();
  }
}
