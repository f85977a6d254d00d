package io.runboards.check;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Matching;
import io.runboards.promql.Text;
import io.runboards.promql.ValueType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A label by which the right side of {@code and}, {@code or} or {@code unless} is grouped, which
 * the left side has as well, but which {@code on} does not name. {@code on ()} is clear enough.
 */
final class OnLeavesOut implements QueryCheck {
  @Override
  public String id() {
    return "on-leaves-out";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return query
        .binaries()
        .filter(binary -> binary.op().isSet() && binary.matching().on())
        .filter(binary -> !binary.matching().labels().isEmpty())
        .filter(binary -> binary.matching().labels().stream().allMatch(Text::isFixed))
        .flatMap(binary -> problems(binary, query));
  }

  private static Stream<Problem> problems(Binary binary, Query query) {
    Set<String> compared =
        binary.matching().labels().stream().map(Text::value).collect(Collectors.toSet());
    Set<String> onBothSides = query.labels().at(binary.left()).certain();
    return grouping(binary.right()).stream()
        .filter(label -> label.isFixed() && !compared.contains(label.value()))
        .filter(label -> onBothSides.contains(label.value()))
        .filter(label -> query.labels().at(binary.right()).certain().contains(label.value()))
        .map(label ->
            Problem.warning(
                    label.span(),
                    "both sides of %s have '%s', but on (%s) leaves it out"
                        .formatted(
                            binary.op().symbol(), label.value(), list(binary.matching().labels())))
                .advise("Name it after on, or aggregate this side without it"));
  }

  private static String list(List<Text> labels) {
    return labels.stream().map(Text::value).collect(Collectors.joining(", "));
  }

  /** The labels that tell the series of a part apart, because the query says so. */
  private static List<Text> grouping(Expr part) {
    return switch (part) {
      case Aggregation aggregation when !aggregation.without() && reduces(aggregation) ->
          aggregation.labels();
      case Expr.Paren paren -> grouping(paren.expr());
      case Expr.Unary unary -> grouping(unary.expr());
      case Binary binary when binary.left().type() == ValueType.SCALAR -> grouping(binary.right());
      case Binary binary when binary.right().type() == ValueType.SCALAR -> grouping(binary.left());
      case Binary binary -> ofPairs(binary);
      default -> List.of();
    };
  }

  private static boolean reduces(Aggregation aggregation) {
    return switch (aggregation.op()) {
      case TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> false;
      default -> true;
    };
  }

  private static List<Text> ofPairs(Binary binary) {
    Matching matching = binary.matching();
    boolean onlyThose = matching.on() && matching.group() == Matching.Group.NONE;
    if (onlyThose && !binary.op().isSet()) {
      return matching.labels();
    }
    return grouping(matching.group() == Matching.Group.RIGHT ? binary.right() : binary.left());
  }
}
