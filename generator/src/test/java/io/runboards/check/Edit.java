package io.runboards.check;

import io.runboards.promql.AggregateOp;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Function;
import io.runboards.promql.Matcher;
import io.runboards.promql.Matching;
import io.runboards.promql.Matching.Group;
import io.runboards.promql.Modifiers;
import io.runboards.promql.Period;
import io.runboards.promql.Span;
import io.runboards.promql.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** New nodes that differ from old ones in one thing. */
public final class Edit {
  private Edit() {}

  /** All but the one at an index. */
  public static <T> List<T> without(List<T> list, int index) {
    List<T> others = new ArrayList<>(list);
    others.remove(index);
    return others;
  }

  public static <T> List<T> replaced(List<T> list, int index, T item) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, item);
    return changed;
  }

  public static VectorSelector named(VectorSelector selector, String name) {
    return new VectorSelector(
        Text.of(name), selector.matchers(), selector.modifiers(), selector.span());
  }

  public static VectorSelector matching(VectorSelector selector, List<Matcher> matchers) {
    return new VectorSelector(selector.name(), matchers, selector.modifiers(), selector.span());
  }

  public static Matcher labelled(Matcher matcher, Text label) {
    return new Matcher(label, matcher.op(), matcher.value(), matcher.span());
  }

  public static Aggregation grouped(Aggregation node, List<Text> labels) {
    return new Aggregation(
        node.op(), node.without(), labels, node.parameter(), node.expr(), node.span());
  }

  public static Aggregation without(Aggregation node) {
    return new Aggregation(
        node.op(), true, node.labels(), node.parameter(), node.expr(), node.span());
  }

  public static Aggregation by(AggregateOp op, Aggregation node) {
    return new Aggregation(
        op, node.without(), node.labels(), Optional.empty(), node.expr(), node.span());
  }

  public static Aggregation over(Aggregation node, Expr values) {
    return new Aggregation(
        node.op(), node.without(), node.labels(), node.parameter(), values, node.span());
  }

  public static Expr.Subquery overTime(Expr values, Period length) {
    return new Expr.Subquery(values, length, Period.ZERO, Modifiers.NONE, Span.NONE);
  }

  public static Call call(String function, Expr... args) {
    return new Call(Function.named(function).orElseThrow(), List.of(args), Span.NONE);
  }

  /** The same arguments for another function. */
  public static Call renamed(Call call, String function) {
    return new Call(Function.named(function).orElseThrow(), call.args(), call.span());
  }

  public static Binary pairedBy(Binary node, Matching matching) {
    return new Binary(node.op(), node.left(), node.right(), node.bool(), matching, node.span());
  }

  public static Binary including(Binary node, List<Text> labels) {
    return pairedBy(node, grouped(node.matching(), node.matching().group(), labels));
  }

  public static Binary with(Binary node, BinaryOp op) {
    return new Binary(op, node.left(), node.right(), node.bool(), node.matching(), node.span());
  }

  public static Binary compared(Expr left, BinaryOp op, double bound) {
    return new Binary(
        op, inParentheses(left), number(bound), false, Matching.ALL_LABELS, Span.NONE);
  }

  public static Binary divided(Expr left, Expr right) {
    return new Binary(BinaryOp.DIV, left, right, false, Matching.ALL_LABELS, Span.NONE);
  }

  public static Matching on(Matching matching, List<Text> labels) {
    return new Matching(
        true,
        labels,
        matching.group(),
        matching.include(),
        matching.fillLeft(),
        matching.fillRight());
  }

  public static Matching ignoring(Matching matching) {
    return new Matching(
        false,
        matching.labels(),
        matching.group(),
        matching.include(),
        matching.fillLeft(),
        matching.fillRight());
  }

  public static Matching grouped(Matching matching, Group group, List<Text> include) {
    return new Matching(
        matching.on(),
        matching.labels(),
        group,
        include,
        matching.fillLeft(),
        matching.fillRight());
  }

  public static NumberLiteral number(double value) {
    return new NumberLiteral(value, false, Span.NONE);
  }

  public static Expr.RangeSelector overFiveMinutes(VectorSelector selector) {
    return new Expr.RangeSelector(selector, Period.of(Duration.ofMinutes(5)), Span.NONE);
  }

  private static Expr inParentheses(Expr expr) {
    return expr instanceof Binary ? new Expr.Paren(expr, Span.NONE) : expr;
  }
}
