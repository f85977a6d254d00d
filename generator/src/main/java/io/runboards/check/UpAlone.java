package io.runboards.check;

import io.runboards.flow.Metrics;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.ValueType;
import io.runboards.rules.Alert;
import java.util.stream.Stream;

/** An alert that says no more than that a scrape failed. */
final class UpAlone implements AlertCheck {
  @Override
  public String id() {
    return "up-alone";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    return rule.query().stream()
        .filter(query -> isFailedScrape(query.tree()))
        .map(query ->
            RuleProblem.in(
                    rule.source(),
                    rule.text(),
                    query.tree().span(),
                    "a failed scrape alone is no reason to wake somebody")
                .advise("Ask for what users lose by it, or for series that are absent"));
  }

  private static boolean isFailedScrape(Expr tree) {
    Expr top = tree;
    while (top instanceof Expr.Paren paren) {
      top = paren.expr();
    }
    if (!(top instanceof Binary binary) || !binary.op().isComparison()) {
      return false;
    }
    boolean mirrored = binary.left().type() == ValueType.SCALAR;
    BinaryOp op = mirrored ? binary.op().mirrored() : binary.op();
    boolean isLow = op != BinaryOp.GT && op != BinaryOp.GE;
    Expr bound = mirrored ? binary.left() : binary.right();
    return isLow
        && bound.type() == ValueType.SCALAR
        && isUp(mirrored ? binary.right() : binary.left());
  }

  private static boolean isUp(Expr values) {
    Expr node = values;
    while (!(node instanceof VectorSelector)) {
      boolean counts = node instanceof Aggregation all && all.op() == AggregateOp.COUNT;
      if (counts || node instanceof Binary || node.children().isEmpty()) {
        return false;
      }
      node = node.children().getLast();
    }
    return Metrics.nameOf((VectorSelector) node).filter("up"::equals).isPresent();
  }
}
