package io.runboards.check;

import io.runboards.catalog.ValueRange;
import io.runboards.flow.Metrics;
import io.runboards.flow.Quantity;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.ValueType;
import io.runboards.rules.Alert;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An alert that fires because GPUs are busy, which is what they are for. */
final class GpuUtilizationHigh implements AlertCheck {
  private static final List<String> BEGINNINGS =
      List.of("runai_gpu_utilization", "DCGM_FI_DEV_GPU_UTIL", "DCGM_FI_PROF_GR_ENGINE_ACTIVE");

  @Override
  public String id() {
    return "gpu-utilization-high";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    return rule.query().stream()
        .flatMap(query -> reason(query.tree(), query, workspace).stream())
        .map(reason ->
            RuleProblem.in(
                    rule.source(),
                    rule.text(),
                    reason.span(),
                    "fires because GPUs are busy, and training keeps them so for days")
                .advise("Ask what goes wrong then: who waits, what is hot or slow"));
  }

  /** The comparison that alone makes the query have a result when GPUs are busy. */
  private static Optional<Binary> reason(Expr node, Query query, Workspace workspace) {
    return switch (node) {
      case Expr.Paren paren -> reason(paren.expr(), query, workspace);
      case Aggregation aggregation -> reason(aggregation.expr(), query, workspace);
      case Binary binary when binary.op() == BinaryOp.OR ->
          reason(binary.left(), query, workspace)
              .or(() -> reason(binary.right(), query, workspace));
      case Binary binary when binary.op() == BinaryOp.AND ->
          reason(binary.right(), query, workspace)
              .flatMap(right -> reason(binary.left(), query, workspace));
      case Binary binary when binary.op() == BinaryOp.UNLESS ->
          reason(binary.left(), query, workspace);
      case Binary binary when binary.op().isComparison() ->
          isHigh(binary, query, workspace)
              ? Optional.of(binary)
              : reason(compared(binary), query, workspace);
      default -> Optional.empty();
    };
  }

  private static Expr compared(Binary binary) {
    return binary.left().type() == ValueType.SCALAR ? binary.right() : binary.left();
  }

  /** Whether only values in the upper half are left. */
  private static boolean isHigh(Binary binary, Query query, Workspace workspace) {
    boolean mirrored = binary.left().type() == ValueType.SCALAR;
    BinaryOp op = mirrored ? binary.op().mirrored() : binary.op();
    if (op != BinaryOp.GT && op != BinaryOp.GE) {
      return false;
    }
    Quantity bound = query.units().at(mirrored ? binary.left() : binary.right());
    Expr values = mirrored ? binary.right() : binary.left();
    return bound.constant().isPresent()
        && bound.constant().getAsDouble() >= half(query.units().at(values).range())
        && isUtilization(values, workspace, new HashSet<>());
  }

  private static double half(ValueRange range) {
    return Double.isFinite(range.max()) ? range.max() / 2 : 50;
  }

  /** Whether the values are the utilization of GPUs, perhaps averaged or in other steps. */
  private static boolean isUtilization(Expr node, Workspace workspace, Set<String> seen) {
    Optional<Expr> value = Optional.of(node);
    while (value.isPresent()) {
      if (value.get() instanceof VectorSelector selector) {
        String name = Metrics.nameOf(selector).orElse("");
        return BEGINNINGS.stream().anyMatch(name::startsWith)
            || seen.add(name)
                && workspace.writers(name).stream()
                    .flatMap(rule -> rule.query().stream())
                    .anyMatch(query -> isUtilization(query.tree(), workspace, seen));
      }
      value = source(value.get());
    }
    return false;
  }

  /** The part that has the same values, of the same or of several series or moments. */
  private static Optional<Expr> source(Expr node) {
    return switch (node) {
      case Expr.Paren paren -> Optional.of(paren.expr());
      case Expr.RangeSelector range -> Optional.of(range.vector());
      case Expr.Subquery subquery -> Optional.of(subquery.expr());
      case Aggregation aggregation ->
          switch (aggregation.op()) {
            case SUM, AVG, MIN, MAX, TOPK, BOTTOMK, QUANTILE, LIMITK ->
                Optional.of(aggregation.expr());
            default -> Optional.empty();
          };
      case Call call -> source(call);
      case Binary binary ->
          switch (binary.op()) {
            case MUL, DIV -> besideANumber(binary);
            case AND, UNLESS -> Optional.of(binary.left());
            default -> binary.op().isComparison() ? besideANumber(binary) : Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static Optional<Expr> besideANumber(Binary binary) {
    if (binary.bool()) {
      return Optional.empty();
    }
    return binary.right().type() == ValueType.SCALAR
        ? Optional.of(binary.left())
        : Optional.of(binary.right())
            .filter(right -> binary.left().type() == ValueType.SCALAR)
            .filter(right -> binary.op() != BinaryOp.DIV);
  }

  private static Optional<Expr> source(Call call) {
    return switch (call.function().name()) {
      case "avg_over_time",
          "min_over_time",
          "max_over_time",
          "last_over_time",
          "clamp",
          "clamp_min",
          "clamp_max",
          "round",
          "floor",
          "ceil",
          "sort",
          "sort_desc",
          "label_replace",
          "label_join" ->
          Optional.of(call.args().getFirst());
      case "quantile_over_time" -> Optional.of(call.args().getLast());
      default -> Optional.empty();
    };
  }
}
