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
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A place where a query names a label.
 *
 * @param label the label
 * @param sides the parts of the query each of which must have the label
 * @param renamed the whole query with another label in this place
 */
record LabelPlace(String label, List<Expr> sides, Function<String, Expr> renamed) {

  /** All places of a tree but those of {@code __name__}. */
  static Stream<LabelPlace> in(Expr tree) {
    return Site.in(tree).flatMap(LabelPlace::of).filter(place -> !place.label.startsWith("__"));
  }

  private static Stream<LabelPlace> of(Site<?> site) {
    return switch (site.node()) {
      case VectorSelector selector -> ofSelector(selector, site);
      case Aggregation aggregation ->
          places(
              aggregation.labels(),
              List.of(aggregation.expr()),
              labels -> site.with(Edit.grouped(aggregation, labels)));
      case Binary binary -> ofBinary(binary, site);
      case Call call when call.function().name().equals("label_replace") -> ofCall(call, site);
      default -> Stream.empty();
    };
  }

  private static Stream<LabelPlace> ofSelector(VectorSelector selector, Site<?> site) {
    List<Matcher> matchers = selector.matchers();
    return places(
        matchers.stream().map(Matcher::label).toList(),
        List.of(selector),
        labels ->
            site.with(
                Edit.matching(
                    selector,
                    IntStream.range(0, labels.size())
                        .mapToObj(i -> Edit.labelled(matchers.get(i), labels.get(i)))
                        .toList())));
  }

  private static Stream<LabelPlace> ofBinary(Binary binary, Site<?> site) {
    Matching matching = binary.matching();
    Expr one = matching.group() == Matching.Group.RIGHT ? binary.left() : binary.right();
    return Stream.concat(
        places(
            matching.labels(),
            binary.children(),
            labels -> site.with(Edit.pairedBy(binary, Edit.on(matching, labels)))),
        places(
            matching.include(), List.of(one), labels -> site.with(Edit.including(binary, labels))));
  }

  /** The label that is read; an empty one is none. */
  private static Stream<LabelPlace> ofCall(Call call, Site<?> site) {
    StringLiteral source = (StringLiteral) call.args().get(3);
    return places(
            List.of(source.text()),
            List.of(call.args().getFirst()),
            labels -> site.child(3).with(new StringLiteral(labels.getFirst())))
        .filter(place -> !place.label.isEmpty());
  }

  private static Stream<LabelPlace> places(
      List<Text> labels, List<Expr> sides, Function<List<Text>, Expr> relabelled) {
    return IntStream.range(0, labels.size())
        .filter(i -> labels.get(i).isFixed())
        .mapToObj(i ->
            new LabelPlace(
                labels.get(i).value(),
                sides,
                label -> relabelled.apply(Edit.replaced(labels, i, Text.of(label)))));
  }
}
