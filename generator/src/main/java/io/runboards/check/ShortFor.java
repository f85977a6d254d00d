package io.runboards.check;

import io.runboards.promql.Expr;
import io.runboards.rules.Alert;
import io.runboards.rules.Length;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleGraph;
import io.runboards.rules.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An alert that one bad sample is enough for. */
final class ShortFor implements AlertCheck {
  private static final Length LEAST = Length.of("2m");
  private static final List<String> GPU_METRICS = List.of("DCGM_FI_", "DCGM_EXP_", "runai_gpu_");

  @Override
  public String id() {
    return "short-for";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    Length hold = alert.hold().before();
    if (!hold.isShorterThan(LEAST)) {
      return Stream.empty();
    }
    Optional<String> gpuMetric = gpuMetric(alert, workspace.graph());
    if (gpuMetric.isPresent()) {
      String message =
          "holds for %s, but reads the GPU metric %s: %s are the least"
              .formatted(hold, gpuMetric.get(), LEAST);
      return Stream.of(RuleProblem.of(rule, message));
    }
    boolean pagesAtOnce =
        hold.isNone() && alert.urgency() == Urgency.CRITICAL && isOfOneMoment(rule);
    return pagesAtOnce
        ? Stream.of(
            RuleProblem.of(rule, "pages for a single bad sample")
                .advise("Let it hold for some minutes, or look at a window")
                .asWarning())
        : Stream.empty();
  }

  private static Optional<String> gpuMetric(Alert alert, RuleGraph graph) {
    Stream<String> below =
        graph.below(alert).stream()
            .map(Recording.class::cast)
            .flatMap(it -> graph.reads(it).stream());
    return Stream.concat(graph.reads(alert).stream(), below)
        .filter(name -> GPU_METRICS.stream().anyMatch(name::startsWith))
        .min(String::compareTo);
  }

  private static boolean isOfOneMoment(ExaminedRule rule) {
    return rule.query()
        .filter(query ->
            !query.selectors().isEmpty()
                && query.nodes().stream()
                    .noneMatch(node ->
                        node instanceof Expr.RangeSelector || node instanceof Expr.Subquery))
        .isPresent();
  }
}
