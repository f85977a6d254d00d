package io.runboards.query;

import io.runboards.catalog.Label;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Matching;
import io.runboards.promql.Span;
import io.runboards.promql.Text;
import java.util.Arrays;
import java.util.List;

/** Two queries, the series of which are paired by an operator. */
public record Paired(Binary expr) implements Series {

  static Paired of(BinaryOp op, Series left, Series right) {
    return new Paired(
        new Binary(op, left.expr(), right.expr(), false, Matching.ALL_LABELS, Span.NONE));
  }

  /** Pairs the series in which these labels agree. */
  public Paired on(Label... labels) {
    return matching(true, names(labels), expr.matching().group(), expr.matching().include());
  }

  public Paired on(List<Label> labels) {
    return on(labels.toArray(Label[]::new));
  }

  /** Pairs the series in which all labels but these agree. */
  public Paired ignoring(Label... labels) {
    return matching(false, names(labels), expr.matching().group(), expr.matching().include());
  }

  /** Several series on the left may have one partner, and take these labels over from it. */
  public Paired groupLeft(Label... include) {
    Matching now = expr.matching();
    return matching(now.on(), now.labels(), Matching.Group.LEFT, names(include));
  }

  /** Several series on the right may have one partner, and take these labels over from it. */
  public Paired groupRight(Label... include) {
    Matching now = expr.matching();
    return matching(now.on(), now.labels(), Matching.Group.RIGHT, names(include));
  }

  /** A comparison that answers 0 or 1 instead of leaving series out. */
  public Paired asBool() {
    return new Paired(
        new Binary(expr.op(), expr.left(), expr.right(), true, expr.matching(), Span.NONE));
  }

  private Paired matching(boolean on, List<Text> labels, Matching.Group group, List<Text> include) {
    Matching now = expr.matching();
    Matching changed = new Matching(on, labels, group, include, now.fillLeft(), now.fillRight());
    return new Paired(
        new Binary(expr.op(), expr.left(), expr.right(), expr.bool(), changed, Span.NONE));
  }

  private static List<Text> names(Label... labels) {
    return Arrays.stream(labels).map(label -> Text.of(label.name())).toList();
  }

  @Override
  public String toString() {
    return expr.toString();
  }
}
