package io.runboards.check;

import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.ValueType;
import io.runboards.rules.Alert;
import java.util.stream.Stream;

/** An alert that fires as soon as there is any series, whatever its value. */
final class AlwaysFires implements AlertCheck {
  @Override
  public String id() {
    return "always-fires";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    return rule.query().stream().flatMap(query -> problems(rule, query, workspace));
  }

  private static Stream<RuleProblem> problems(ExaminedRule rule, Query query, Workspace workspace) {
    Expr top = inside(query.tree());
    if (isMeantToFire(top)) {
      return Stream.empty();
    }
    if (top instanceof Binary binary && binary.bool()) {
      return Stream.of(
          problem(rule, top, "always fires: with bool the result is 0 or 1, and both fire")
              .advise("Leave bool out"));
    }
    if (alwaysHasAResult(top)) {
      return Stream.of(problem(rule, top, "always fires: the query has a result at any time"));
    }
    return hasACondition(rule, query, workspace)
        ? Stream.empty()
        : Stream.of(
            problem(
                    rule,
                    top,
                    "always fires: the query has a result as long as its series are there")
                .advise("Compare it with a number"));
  }

  private static RuleProblem problem(ExaminedRule rule, Expr part, String message) {
    return RuleProblem.in(rule.source(), rule.text(), part.span(), message);
  }

  private static Expr inside(Expr node) {
    Expr inner = node;
    while (inner instanceof Expr.Paren paren) {
      inner = paren.expr();
    }
    return inner;
  }

  /** An alert that shows that alerts arrive is written {@code vector(1)}. */
  private static boolean isMeantToFire(Expr top) {
    return top instanceof Call call
        && call.function().name().equals("vector")
        && call.args().getFirst() instanceof NumberLiteral;
  }

  private static boolean alwaysHasAResult(Expr node) {
    Expr inner = inside(node);
    return switch (inner) {
      case Call call -> call.type() == ValueType.SCALAR || call.function().name().equals("vector");
      case Aggregation aggregation -> alwaysHasAResult(aggregation.expr());
      case Binary binary when binary.op() == BinaryOp.OR ->
          alwaysHasAResult(binary.right()) || alwaysHasAResult(binary.left());
      default -> inner.type() == ValueType.SCALAR;
    };
  }

  /** Whether something decides; also if it reads what nobody knows. */
  private static boolean hasACondition(ExaminedRule rule, Query query, Workspace workspace) {
    return query.readings().size() < query.selectors().size()
        || query.nodes().stream().anyMatch(AlwaysFires::decides)
        || workspace.graph().below(rule.rule()).stream()
            .anyMatch(writer ->
                workspace.writers(writer.name()).stream()
                    .flatMap(it -> it.query().stream())
                    .anyMatch(it -> it.nodes().stream().anyMatch(AlwaysFires::decides)));
  }

  private static boolean decides(Expr node) {
    return switch (node) {
      case Binary binary when binary.op().isComparison() -> !binary.bool();
      case Binary binary -> binary.op() == BinaryOp.AND || binary.op() == BinaryOp.UNLESS;
      case Call call -> call.function().name().startsWith("absent");
      default -> false;
    };
  }
}
