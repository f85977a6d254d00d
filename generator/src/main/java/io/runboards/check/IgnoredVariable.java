package io.runboards.check;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.flow.World;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Text;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A query that shows more than the reader has chosen: it asks a metric that has the chosen label,
 * for all its values.
 */
final class IgnoredVariable implements DashboardCheck {
  private static final Set<String> UNBOUNDED =
      Labels.all().stream()
          .filter(label -> label.growth() == Label.Growth.UNBOUNDED)
          .map(Label::name)
          .collect(toUnmodifiableSet());

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
                .filter(reading -> !obeys(reading.selector(), variable, variables))
                .filter(reading -> !isJoined(reading, variable, variables, query))
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
  private static boolean obeys(VectorSelector selector, ValuesOf variable, List<ValuesOf> all) {
    return names(selector, variable)
        || all.stream()
            .filter(other -> areRelated(variable, other))
            .anyMatch(other -> picksOne(selector, other));
  }

  /** Whether a label that few series share has the chosen value. */
  private static boolean picksOne(VectorSelector selector, ValuesOf variable) {
    return selector.matchers().stream()
        .filter(matcher -> names(matcher, variable))
        .anyMatch(matcher -> UNBOUNDED.contains(matcher.label().value()));
  }

  /** Whether only what belongs to chosen series is left of the others. */
  private static boolean isJoined(
      Reading reading, ValuesOf variable, List<ValuesOf> all, Query query) {
    return query.binaries().stream()
        .filter(binary -> binary.matching().on())
        .filter(binary -> binary.op() != BinaryOp.OR && binary.op() != BinaryOp.UNLESS)
        .anyMatch(binary ->
            isBelow(reading, binary.left()) && isChosen(binary.right(), binary, variable, all)
                || isBelow(reading, binary.right())
                    && isChosen(binary.left(), binary, variable, all));
  }

  private static boolean isBelow(Reading reading, Expr part) {
    return Below.nodes(List.of(part)).stream().anyMatch(node -> node == reading.selector());
  }

  private static boolean isChosen(Expr side, Binary join, ValuesOf variable, List<ValuesOf> all) {
    Set<String> on = join.matching().labels().stream().map(Text::value).collect(toSet());
    return Below.selectors(List.of(side))
        .filter(selector -> obeys(selector, variable, all))
        .anyMatch(selector ->
            all.stream()
                .filter(other -> names(selector, other))
                .anyMatch(other ->
                    on.contains(other.label().name())
                        && (other == variable || areRelated(variable, other))));
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
    return selector.matchers().stream().anyMatch(matcher -> names(matcher, variable));
  }

  private static boolean names(Matcher matcher, ValuesOf variable) {
    return VariableNames.in(matcher.value().value())
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
