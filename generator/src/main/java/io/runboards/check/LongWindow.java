package io.runboards.check;

import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Period;
import io.runboards.rules.Length;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A graph of a window that is longer than the whole graph, such as {@code [5d]} for 5 minutes. */
final class LongWindow implements DashboardCheck {
  @Override
  public String id() {
    return "long-window";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard.panels().flatMap(panel -> problems(panel, dashboard));
  }

  private static Stream<DashboardProblem> problems(Panel panel, Examined dashboard) {
    String own = panel.frame().data().timeFrom();
    String from = dashboard.dashboard().settings().from();
    Length shown = Length.of(own.isEmpty() ? from.substring("now-".length()) : own);
    return panel.frame().data().targets().stream()
        .filter(target -> target.when() == Target.When.RANGE)
        .filter(target -> dashboard.queries().containsKey(target))
        .flatMap(target ->
            dashboard.queries().get(target).nodes().stream()
                .filter(node -> window(node).filter(shown::isShorterThan).isPresent())
                .map(node -> problem(panel, target, node, shown)));
  }

  private static Optional<Length> window(Expr node) {
    Period period =
        switch (node) {
          case RangeSelector range -> range.range();
          case Subquery subquery -> subquery.range();
          default -> Period.ZERO;
        };
    return period instanceof Period.Fixed fixed
        ? Optional.of(new Length(Duration.ofNanos(fixed.nanos())))
        : Optional.empty();
  }

  private static DashboardProblem problem(Panel panel, Target target, Expr node, Length shown) {
    return DashboardProblem.at(
            new Spot.InQuery(panel, target, node.span()),
            "the window of %s is longer than the time range, which is %s"
                .formatted(window(node).orElseThrow(), shown))
        .asWarning();
  }
}
