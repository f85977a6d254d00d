package io.runboards.check;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.VectorSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A node of a tree and the way to it from the root, so that it can be replaced.
 *
 * @param node the node
 * @param above the site of the node's parent; empty at the root
 * @param index which of its parent's children the node is
 */
public record Site<T extends Expr>(T node, Optional<Site<?>> above, int index) {

  /** All nodes of a tree, parents before their children. */
  public static Stream<Site<?>> in(Expr tree) {
    return new Site<>(tree, Optional.empty(), 0).andBelow();
  }

  /** This node and all below it. */
  public Stream<Site<?>> andBelow() {
    return Stream.concat(Stream.of(this), children().flatMap(Site::andBelow));
  }

  public Stream<Site<?>> children() {
    return IntStream.range(0, node.children().size()).mapToObj(this::child);
  }

  public Site<?> child(int which) {
    return new Site<>(node.children().get(which), Optional.of(this), which);
  }

  /** This site, if its node is of a kind. */
  public <S extends Expr> Stream<Site<S>> as(Class<S> kind) {
    return kind.isInstance(node)
        ? Stream.of(new Site<>(kind.cast(node), above, index))
        : Stream.empty();
  }

  /** The nodes above this one, the nearest first. */
  public Stream<Expr> ancestors() {
    return above.stream()
        .flatMap(parent -> Stream.concat(Stream.of(parent.node), parent.ancestors()));
  }

  /** The whole tree with another node in this place. */
  public Expr with(Expr replacement) {
    return above
        .map(parent -> parent.with(withChild(parent.node, index, replacement)))
        .orElse(replacement);
  }

  private static Expr withChild(Expr parent, int index, Expr child) {
    return switch (parent) {
      case Expr.RangeSelector range ->
          new Expr.RangeSelector((VectorSelector) child, range.range(), range.span());
      case Expr.Subquery subquery ->
          new Expr.Subquery(
              child, subquery.range(), subquery.step(), subquery.modifiers(), subquery.span());
      case Aggregation aggregation -> withOperand(aggregation, index, child);
      case Call call -> withArgument(call, index, child);
      case Expr.Paren paren -> new Expr.Paren(child, paren.span());
      case Expr.Unary unary -> new Expr.Unary(unary.negative(), child, unary.span());
      case Binary binary -> withSide(binary, index, child);
      case Expr.NumberLiteral number -> throw new IllegalArgumentException(number + " has none");
      case Expr.StringLiteral string -> throw new IllegalArgumentException(string + " has none");
      case Expr.VariableRef variable -> throw new IllegalArgumentException(variable + " has none");
      case VectorSelector selector -> throw new IllegalArgumentException(selector + " has none");
    };
  }

  private static Expr withOperand(Aggregation node, int index, Expr child) {
    boolean isParameter = node.parameter().isPresent() && index == 0;
    return new Aggregation(
        node.op(),
        node.without(),
        node.labels(),
        isParameter ? Optional.of(child) : node.parameter(),
        isParameter ? node.expr() : child,
        node.span());
  }

  private static Expr withArgument(Call call, int index, Expr child) {
    List<Expr> args = new ArrayList<>(call.args());
    args.set(index, child);
    return new Call(call.function(), args, call.span());
  }

  private static Expr withSide(Binary node, int index, Expr child) {
    Expr left = index == 0 ? child : node.left();
    Expr right = index == 1 ? child : node.right();
    return new Binary(node.op(), left, right, node.bool(), node.matching(), node.span());
  }
}
