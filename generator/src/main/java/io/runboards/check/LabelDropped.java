package io.runboards.check;

import static java.util.stream.Collectors.joining;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Matching;
import io.runboards.promql.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A label that a metric has, but that is gone where the query needs it. */
final class LabelDropped implements QueryCheck {
  @Override
  public String id() {
    return "label-dropped";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return query.uses().filter(use -> !use.drops()).flatMap(use -> problem(use, query));
  }

  private static Stream<Problem> problem(LabelUse use, Query query) {
    boolean ofUnlikeSides = use.isOfOr() && use.isPossible(query);
    if (ofUnlikeSides && !use.isCertain(query)) {
      return Stream.empty();
    }
    return use.operands().stream()
        .flatMap(operand -> dropper(use.label(), operand, query).stream())
        .limit(1)
        .map(dropper -> "'" + use.label() + "' was dropped by " + head(dropper))
        .map(why ->
            ofUnlikeSides
                ? Problem.warning(use.text().span(), why + ", so or takes both sides whole")
                : Problem.error(use.text().span(), why));
  }

  /** The operation that had the label in its input and has it no more in its result. */
  private static Optional<Expr> dropper(String label, Expr part, Query query) {
    if (query.labels().at(part).mayHave(label) || !query.ever().had(label, part)) {
      return Optional.empty();
    }
    Expr node = part;
    while (true) {
      List<Expr> children =
          node.children().stream().filter(child -> query.ever().had(label, child)).toList();
      if (children.isEmpty()
          || children.stream().anyMatch(child -> query.labels().at(child).mayHave(label))) {
        return Optional.of(node);
      }
      node = children.getFirst();
    }
  }

  /** How the text of an operation begins: without its operands. */
  private static String head(Expr node) {
    return switch (node) {
      case Aggregation aggregation -> head(aggregation);
      case Binary binary -> head(binary);
      case Call call -> call.function().name();
      default -> node.toString();
    };
  }

  private static String head(Aggregation node) {
    String labels = list(node.labels());
    if (node.without()) {
      return node.op().symbol() + " without " + labels;
    }
    return node.labels().isEmpty() ? node.op().symbol() : node.op().symbol() + " by " + labels;
  }

  private static String head(Binary node) {
    Matching matching = node.matching();
    String head = node.op().symbol();
    if (matching.on() || !matching.labels().isEmpty()) {
      head += (matching.on() ? " on " : " ignoring ") + list(matching.labels());
    }
    return switch (matching.group()) {
      case NONE -> head;
      case LEFT -> head + " group_left " + list(matching.include());
      case RIGHT -> head + " group_right " + list(matching.include());
    };
  }

  private static String list(List<Text> labels) {
    return labels.stream().map(Text::value).collect(joining(", ", "(", ")"));
  }
}
