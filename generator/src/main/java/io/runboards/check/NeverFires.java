package io.runboards.check;

import io.runboards.flow.Quantity;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Promql;
import io.runboards.promql.ValueType;
import io.runboards.rules.Alert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An alert whose query can have no result. What a comparison with a number outside of the range of
 * the values does so is said by {@link OutsideRange}.
 */
final class NeverFires implements AlertCheck {

  /** A part of a query that has no result, and why. */
  private record Nothing(Expr part, String why) {}

  @Override
  public String id() {
    return "never-fires";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    return rule.query().flatMap(NeverFires::nothing).stream()
        .map(nothing ->
            RuleProblem.in(rule.source(), rule.text(), nothing.part().span(), nothing.why()));
  }

  /** The part without a result because of which the whole query has none. */
  private static Optional<Nothing> nothing(Query query) {
    List<Nothing> parts = new ArrayList<>();
    Optional<PinnedValues> pinned =
        query.binaries().isEmpty() || query.matchers().size() < 2
            ? Optional.empty()
            : Optional.of(PinnedValues.in(query));
    for (Binary binary : query.binaries()) {
      why(binary, query, pinned).ifPresent(why -> parts.add(new Nothing(binary, why)));
    }
    return parts.isEmpty() || !isEmpty(query, parts)
        ? Optional.empty()
        : Optional.of(parts.getLast());
  }

  private static Optional<String> why(Binary binary, Query query, Optional<PinnedValues> pinned) {
    if (binary.op().isComparison() && !binary.bool() && isFalse(binary, query)) {
      return Optional.of(
          "never true: the left side is always %s, the right side %s"
              .formatted(words(binary.left(), query), words(binary.right(), query)));
    }
    if (isEmptyOfItself(binary) && Promql.same(binary.left(), binary.right())) {
      return Optional.of("has no result: both sides are the same");
    }
    return pinned.flatMap(values -> values.contradiction(binary));
  }

  private static boolean isFalse(Binary binary, Query query) {
    OptionalDouble left = query.units().at(binary.left()).constant();
    OptionalDouble right = query.units().at(binary.right()).constant();
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    int order = Double.compare(left.getAsDouble(), right.getAsDouble());
    return switch (binary.op()) {
      case EQ -> order != 0;
      case GT -> order <= 0;
      case GE -> order < 0;
      case LT -> order >= 0;
      case LE -> order > 0;
      default -> false;
    };
  }

  private static String words(Expr side, Query query) {
    Quantity values = query.units().at(side);
    return values.range().toString();
  }

  /** What is not equal to itself is no number, and somebody may look for that. */
  private static boolean isEmptyOfItself(Binary binary) {
    return switch (binary.op()) {
      case GT, LT -> !binary.bool() && !binary.matching().fills();
      case UNLESS -> true;
      default -> false;
    };
  }

  /** Whether a query has no result because parts of it have none. */
  private static boolean isEmpty(Query query, List<Nothing> parts) {
    Set<Expr> empty = Collections.newSetFromMap(new IdentityHashMap<>());
    parts.forEach(nothing -> empty.add(nothing.part()));
    for (Expr node : query.nodes().reversed()) {
      if (isEmpty(node, empty)) {
        empty.add(node);
      }
    }
    return empty.contains(query.tree());
  }

  private static boolean isEmpty(Expr node, Set<Expr> empty) {
    return switch (node) {
      case Aggregation aggregation -> empty.contains(aggregation.expr());
      case Call call ->
          !makesSomethingOfNothing(call) && call.args().stream().anyMatch(empty::contains);
      case Binary binary when binary.op() == BinaryOp.OR ->
          empty.contains(binary.left()) && empty.contains(binary.right());
      case Binary binary when binary.op() == BinaryOp.UNLESS -> empty.contains(binary.left());
      case Binary binary ->
          !binary.matching().fills()
              && (empty.contains(binary.left()) || empty.contains(binary.right()));
      default -> node.children().stream().anyMatch(empty::contains);
    };
  }

  private static boolean makesSomethingOfNothing(Call call) {
    return call.type() == ValueType.SCALAR || call.function().name().startsWith("absent");
  }
}
