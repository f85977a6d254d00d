package io.runboards.check;

import io.runboards.promql.AggregateOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Matching.Group;
import io.runboards.promql.Text;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Labels that are lost before they are needed. */
final class GroupingMistakes {
  private static final Set<String> NODES = Set.of("node", "Hostname");

  /** Labels that make up for the node of a GPU. */
  private static final Set<String> UNIQUE = Set.of("UUID", "pod_name", "pod_uuid");

  private GroupingMistakes() {}

  /** An aggregation or a join does not keep a label that an operation above names. */
  static Stream<Expr> neededLabelsRemoved(Subject subject) {
    Stream<Expr> fromGroups =
        subject
            .sites(Aggregation.class)
            .filter(site -> !picks(site.node().op()))
            .flatMap(site ->
                withoutOneOf(
                    site.node().labels(),
                    site,
                    labels -> site.with(Edit.grouped(site.node(), labels))));
    Stream<Expr> fromJoins =
        subject
            .sites(Binary.class)
            .flatMap(site ->
                withoutOneOf(
                    site.node().matching().include(),
                    site,
                    labels -> site.with(Edit.including(site.node(), labels))));
    return Stream.concat(fromGroups, fromJoins);
  }

  private static Stream<Expr> withoutOneOf(
      List<Text> labels, Site<?> site, Function<List<Text>, Expr> relabelled) {
    return IntStream.range(0, labels.size())
        .filter(i -> isNeeded(labels.get(i).value(), site))
        .mapToObj(i -> relabelled.apply(Edit.without(labels, i)));
  }

  /** Just those labels are dropped that an operation above names. */
  static Stream<Expr> byTurnedWithout(Subject subject) {
    return subject
        .sites(Aggregation.class)
        .filter(site -> !picks(site.node().op()) && !site.node().without())
        .filter(
            site -> values(site.node().labels()).stream().anyMatch(label -> isNeeded(label, site)))
        .map(site -> site.with(Edit.without(site.node())));
  }

  /** GPUs of all nodes are grouped by their index alone. */
  static Stream<Expr> nodesRemoved(Subject subject) {
    return subject
        .sites(Aggregation.class)
        .filter(site -> {
          List<String> labels = values(site.node().labels());
          return labels.contains("gpu")
              && labels.stream().anyMatch(NODES::contains)
              && labels.stream().noneMatch(UNIQUE::contains);
        })
        .map(site -> {
          List<Text> others =
              site.node().labels().stream()
                  .filter(label -> !NODES.contains(label.value()))
                  .toList();
          return site.with(Edit.grouped(site.node(), others));
        });
  }

  /** Whether an operation above names the label, before another one drops it. */
  static boolean isNeeded(String label, Site<?> site) {
    if (site.above().isEmpty()) {
      return false;
    }
    Site<?> above = site.above().get();
    return names(label, above.node(), site.index())
        || !drops(above.node(), site.index()) && isNeeded(label, above);
  }

  private static boolean names(String label, Expr node, int operand) {
    return switch (node) {
      case Aggregation aggregation ->
          !aggregation.without() && values(aggregation.labels()).contains(label);
      case Binary binary ->
          binary.matching().on() && values(binary.matching().labels()).contains(label)
              || isOne(binary, operand) && values(binary.matching().include()).contains(label);
      case Call call when call.function().name().equals("label_replace") ->
          call.args().get(3) instanceof StringLiteral source && source.text().value().equals(label);
      default -> false;
    };
  }

  /** Whether a label that the operation does not name is lost, if it comes from this operand. */
  private static boolean drops(Expr node, int operand) {
    return switch (node) {
      case Aggregation aggregation -> !picks(aggregation.op());
      case Binary binary when binary.op().isSet() -> operand == 1;
      case Binary binary ->
          binary.matching().on() && binary.matching().group() == Group.NONE
              || isOne(binary, operand);
      default -> false;
    };
  }

  /** Whether a join takes labels over from this side. */
  private static boolean isOne(Binary binary, int operand) {
    return switch (binary.matching().group()) {
      case NONE -> false;
      case LEFT -> operand == 1;
      case RIGHT -> operand == 0;
    };
  }

  /** Whether the result has series of the operand with all their labels. */
  private static boolean picks(AggregateOp op) {
    return switch (op) {
      case TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> true;
      default -> false;
    };
  }

  private static List<String> values(List<Text> labels) {
    return labels.stream().map(Text::value).toList();
  }
}
