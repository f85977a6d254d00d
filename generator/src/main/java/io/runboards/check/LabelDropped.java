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

/** A label that a metric has, but that is gone where the query needs it. */
final class LabelDropped implements QueryCheck {
  @Override
  public String id() {
    return "label-dropped";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(
        query.uses(), use -> use.drops() ? Optional.empty() : problem(use, query));
  }

  private static Optional<Problem> problem(LabelUse use, Query query) {
    for (Expr operand : use.operands()) {
      Optional<Expr> dropper = dropper(use.label(), operand, query);
      if (dropper.isPresent()) {
        return problem(use, dropper.get(), query);
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> problem(LabelUse use, Expr dropper, Query query) {
    String why = "'" + use.label() + "' was dropped by " + head(dropper);
    if (!use.isOfOr() || !use.isPossible(query)) {
      return Optional.of(Problem.error(use.text().span(), why));
    }
    return use.isCertain(query)
        ? Optional.of(Problem.warning(use.text().span(), why + ", so or takes both sides whole"))
        : Optional.empty();
  }

  /** The operation that had the label in its input and has it no more in its result. */
  private static Optional<Expr> dropper(String label, Expr part, Query query) {
    if (query.labels().at(part).mayHave(label) || !query.everHad(label, part)) {
      return Optional.empty();
    }
    Expr node = part;
    while (true) {
      List<Expr> children =
          node.children().stream().filter(child -> query.everHad(label, child)).toList();
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
