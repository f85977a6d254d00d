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
import java.util.ArrayList;
import java.util.List;

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
    for (Expr operand : operands) {
      if (query.labels().at(operand).certain().contains(text.value())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a series of one of the operands may have the label. */
  boolean isPossible(Query query) {
    for (Expr operand : operands) {
      if (query.labels().at(operand).mayHave(text.value())) {
        return true;
      }
    }
    return false;
  }

  String label() {
    return text.value();
  }

  /** All labels that some operations name. */
  static List<LabelUse> among(List<Expr> nodes) {
    List<LabelUse> uses = new ArrayList<>();
    for (Expr node : nodes) {
      switch (node) {
        case Aggregation aggregation -> addAggregation(aggregation, uses);
        case Binary binary -> addBinary(binary, uses);
        case Call call -> addCall(call, uses);
        default -> {}
      }
    }
    return uses;
  }

  private static void addAggregation(Aggregation node, List<LabelUse> uses) {
    if (node.op() == AggregateOp.COUNT_VALUES) {
      addString(Role.TARGET, node.parameter().orElseThrow(), node, uses);
    }
    Role role = node.without() ? Role.WITHOUT : Role.BY;
    addAll(role, node.labels(), List.of(node.expr()), node, uses);
  }

  private static void addBinary(Binary node, List<LabelUse> uses) {
    Matching matching = node.matching();
    Role role = matching.on() ? Role.ON : Role.IGNORING;
    Expr one = matching.group() == Matching.Group.RIGHT ? node.left() : node.right();
    addAll(role, matching.labels(), node.children(), node, uses);
    addAll(Role.INCLUDE, matching.include(), List.of(one), node, uses);
  }

  private static void addCall(Call node, List<LabelUse> uses) {
    List<Expr> args = node.args();
    switch (node.function().name()) {
      case "label_replace" -> {
        addString(Role.TARGET, args.get(1), node, uses);
        if (!isConstant(args.get(2))) {
          addString(Role.SOURCE, args.get(3), node, uses);
        }
      }
      case "label_join" -> {
        addString(Role.TARGET, args.get(1), node, uses);
        for (Expr source : args.subList(3, args.size())) {
          addString(Role.SOURCE, source, node, uses);
        }
      }
      default -> {}
    }
  }

  /** A replacement that takes nothing from the source may name a label that is not there. */
  private static boolean isConstant(Expr replacement) {
    return replacement instanceof StringLiteral string && !string.text().value().contains("$");
  }

  private static void addString(Role role, Expr arg, Expr node, List<LabelUse> uses) {
    List<Expr> operands = role == Role.TARGET ? List.of() : List.of(node.children().getFirst());
    if (arg instanceof StringLiteral string) {
      addAll(role, List.of(string.text()), operands, node, uses);
    }
  }

  private static void addAll(
      Role role, List<Text> labels, List<Expr> operands, Expr node, List<LabelUse> uses) {
    for (Text label : labels) {
      if (label.isFixed() && !label.isEmpty()) {
        uses.add(new LabelUse(role, label, operands, node));
      }
    }
  }
}
