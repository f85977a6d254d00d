package io.runboards.check;

import io.runboards.promql.AggregateOp;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Matching;
import io.runboards.promql.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * A label that an operation names.
 *
 * @param role what the operation wants of it
 * @param text its name; one without dashboard variables
 * @param operands the operands in which it is looked up; none for a label that is made
 * @param node the operation
 */
record LabelUse(Role role, Text text, List<Expr> operands, Expr node) {

  /** What an operation wants of a label. */
  enum Role {
    BY,
    WITHOUT,
    ON,
    IGNORING,
    INCLUDE,
    SOURCE,
    TARGET
  }

  /** Whether the operation only gets rid of the label. */
  boolean drops() {
    return role == Role.WITHOUT || role == Role.IGNORING;
  }

  /** Whether it says which series of its right side {@code or} leaves out. */
  boolean isOfOr() {
    return node instanceof Binary binary && binary.op() == BinaryOp.OR;
  }

  /** Whether each series of one of the operands has the label. */
  boolean isCertain(Query query) {
    return operands.stream()
        .anyMatch(operand -> query.labels().at(operand).certain().contains(text.value()));
  }

  /** Whether a series of one of the operands may have the label. */
  boolean isPossible(Query query) {
    return operands.stream().anyMatch(operand -> query.labels().at(operand).mayHave(text.value()));
  }

  String label() {
    return text.value();
  }

  /** All labels that some operations name. */
  static List<LabelUse> among(List<Expr> nodes) {
    return nodes.stream()
        .flatMap(LabelUse::of)
        .filter(use -> use.text.isFixed() && !use.text.isEmpty())
        .toList();
  }

  private static Stream<LabelUse> of(Expr node) {
    return switch (node) {
      case Aggregation aggregation -> ofAggregation(aggregation);
      case Binary binary -> ofBinary(binary);
      case Call call -> ofCall(call);
      default -> Stream.empty();
    };
  }

  private static Stream<LabelUse> ofAggregation(Aggregation node) {
    Role role = node.without() ? Role.WITHOUT : Role.BY;
    Stream<LabelUse> listed =
        node.labels().stream().map(label -> new LabelUse(role, label, List.of(node.expr()), node));
    Stream<LabelUse> made =
        node.op() == AggregateOp.COUNT_VALUES
            ? node.parameter().stream().flatMap(label -> string(Role.TARGET, label, node))
            : Stream.empty();
    return Stream.concat(made, listed);
  }

  private static Stream<LabelUse> ofBinary(Binary node) {
    Matching matching = node.matching();
    Role role = matching.on() ? Role.ON : Role.IGNORING;
    Expr one = matching.group() == Matching.Group.RIGHT ? node.left() : node.right();
    return Stream.concat(
        matching.labels().stream().map(label -> new LabelUse(role, label, node.children(), node)),
        matching.include().stream()
            .map(label -> new LabelUse(Role.INCLUDE, label, List.of(one), node)));
  }

  private static Stream<LabelUse> ofCall(Call node) {
    List<Expr> args = node.args();
    return switch (node.function().name()) {
      case "label_replace" ->
          Stream.concat(
              string(Role.TARGET, args.get(1), node),
              isConstant(args.get(2)) ? Stream.empty() : string(Role.SOURCE, args.get(3), node));
      case "label_join" ->
          Stream.concat(
              string(Role.TARGET, args.get(1), node),
              args.stream().skip(3).flatMap(source -> string(Role.SOURCE, source, node)));
      default -> Stream.empty();
    };
  }

  /** A replacement that takes nothing from the source may name a label that is not there. */
  private static boolean isConstant(Expr replacement) {
    return replacement instanceof StringLiteral string && !string.text().value().contains("$");
  }

  private static Stream<LabelUse> string(Role role, Expr arg, Expr node) {
    List<Expr> operands = role == Role.TARGET ? List.of() : List.of(node.children().getFirst());
    return arg instanceof StringLiteral string
        ? Stream.of(new LabelUse(role, string.text(), operands, node))
        : Stream.empty();
  }
}
