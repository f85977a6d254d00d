package io.runboards.check;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Matching;
import io.runboards.promql.Text;
import io.runboards.promql.ValueType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which labels have one value in all series of a result, because a matcher asks for it. */
final class PinnedValues {
  private final Map<Expr, Map<String, String>> values = new IdentityHashMap<>();

  private PinnedValues() {}

  /** The values at every node of a query. */
  static PinnedValues in(Query query) {
    PinnedValues pinned = new PinnedValues();
    for (Expr node : query.nodes().reversed()) {
      pinned.values.put(node, pinned.of(node));
    }
    return pinned;
  }

  /** Why no series of one side has a partner on the other; empty if some may have one. */
  Optional<String> contradiction(Binary binary) {
    boolean pairs =
        switch (binary.op()) {
          case OR, UNLESS -> false;
          default -> isVector(binary.left()) && isVector(binary.right());
        };
    if (!pairs || binary.matching().fills()) {
      return Optional.empty();
    }
    Map<String, String> left = values.get(binary.left());
    Map<String, String> right = values.get(binary.right());
    return new TreeSet<>(left.keySet())
        .stream()
            .filter(label -> right.containsKey(label) && !right.get(label).equals(left.get(label)))
            .filter(label -> mustAgree(label, binary.matching()))
            .findFirst()
            .map(label ->
                "nothing matches: '%s' is '%s' on the left and '%s' on the right"
                    .formatted(label, left.get(label), right.get(label)));
  }

  private static boolean isVector(Expr side) {
    return side.type() == ValueType.VECTOR;
  }

  private static boolean mustAgree(String label, Matching matching) {
    return matching.on() == names(matching.labels()).contains(label);
  }

  private static Set<String> names(List<Text> labels) {
    return labels.stream().map(Text::value).collect(Collectors.toSet());
  }

  private Map<String, String> of(Expr node) {
    return switch (node) {
      case VectorSelector selector -> selected(selector);
      case Expr.RangeSelector range -> values.get(range.vector());
      case Expr.Subquery subquery -> values.get(subquery.expr());
      case Expr.Paren paren -> values.get(paren.expr());
      case Expr.Unary unary -> values.get(unary.expr());
      case Aggregation aggregation -> aggregated(aggregation);
      case Call call -> called(call);
      case Binary binary -> combined(binary);
      default -> Map.of();
    };
  }

  private static Map<String, String> selected(VectorSelector selector) {
    Map<String, String> pinned = new HashMap<>();
    for (Matcher matcher : selector.matchers()) {
      boolean isOneValue = matcher.op() == Matcher.Op.EQUAL && !matcher.value().isEmpty();
      if (isOneValue && matcher.value().isFixed() && !matcher.label().value().equals("__name__")) {
        pinned.put(matcher.label().value(), matcher.value().value());
      }
    }
    return pinned;
  }

  private Map<String, String> aggregated(Aggregation aggregation) {
    Map<String, String> pinned = values.get(aggregation.expr());
    return switch (aggregation.op()) {
      case TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> pinned;
      case COUNT_VALUES -> Map.of();
      default -> kept(pinned, names(aggregation.labels()), !aggregation.without());
    };
  }

  private static Map<String, String> kept(
      Map<String, String> pinned, Set<String> labels, boolean these) {
    if (pinned.isEmpty()) {
      return pinned;
    }
    Map<String, String> kept = new HashMap<>(pinned);
    kept.keySet().removeIf(label -> labels.contains(label) != these);
    return kept;
  }

  private Map<String, String> called(Call call) {
    if (call.type() != ValueType.VECTOR) {
      return Map.of();
    }
    return switch (call.function().name()) {
      case "absent", "absent_over_time", "vector", "info" -> Map.of();
      case "label_replace", "label_join" ->
          call.args().get(1) instanceof StringLiteral target
              ? kept(values.get(call.args().getFirst()), Set.of(target.text().value()), false)
              : Map.of();
      default ->
          call.args().stream()
              .filter(arg -> arg.type() == ValueType.VECTOR || arg.type() == ValueType.MATRIX)
              .findFirst()
              .map(values::get)
              .orElse(Map.of());
    };
  }

  private Map<String, String> combined(Binary binary) {
    Map<String, String> left = values.get(binary.left());
    Map<String, String> right = values.get(binary.right());
    if (!isVector(binary.left()) || !isVector(binary.right())) {
      return isVector(binary.left()) ? left : right;
    }
    return switch (binary.op()) {
      case AND, UNLESS -> left;
      case OR -> {
        Map<String, String> both = new HashMap<>(left);
        both.entrySet().retainAll(right.entrySet());
        yield both;
      }
      default -> paired(binary.matching(), left, right);
    };
  }

  private static Map<String, String> paired(
      Matching matching, Map<String, String> left, Map<String, String> right) {
    Set<String> labels = names(matching.labels());
    return matching.fills()
        ? Map.of()
        : switch (matching.group()) {
          case NONE -> kept(left, labels, matching.on());
          case LEFT -> kept(left, names(matching.include()), false);
          case RIGHT -> kept(right, names(matching.include()), false);
        };
  }
}
