package io.runboards.verify.cause;

import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Matching;
import io.runboards.promql.Text;
import io.runboards.promql.ValueType;
import io.runboards.verify.cause.Cause.Kind;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.trial.Numbers;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation that shows nothing, though each of its sides does: either no series have partners,
 * or a comparison holds for none.
 *
 * @param parts asks for the sides
 * @param binary the operation
 */
record Sides(Parts parts, Binary binary) {

  /** A side that should be a number but is none, because of the series under {@code scalar}. */
  Optional<Call> noNumber() {
    return Stream.of(binary.left(), binary.right())
        .filter(Sides::isNumber)
        .filter(side -> parts.measured(side).least().isEmpty())
        .flatMap(Sides::scalars)
        .findFirst();
  }

  private static boolean isNumber(Expr side) {
    return side.type() == ValueType.SCALAR;
  }

  private static Stream<Call> scalars(Expr expr) {
    Stream<Call> below = expr.children().stream().flatMap(Sides::scalars);
    return expr instanceof Call call && call.function().name().equals("scalar")
        ? Stream.of(call)
        : below;
  }

  Cause cause() {
    if (isNumber(binary.right())) {
      return new Cause(
          Kind.COMPARISON,
          "no value is %s %s: %s"
              .formatted(binary.op().symbol(), shortened(binary.right()), between(binary.left())));
    }
    if (isNumber(binary.left())) {
      return new Cause(
          Kind.COMPARISON,
          "%s is %s no value: %s"
              .formatted(shortened(binary.left()), binary.op().symbol(), between(binary.right())));
    }
    return hasPairs()
        ? new Cause(
            Kind.COMPARISON,
            "'%s' holds for no pair of series: on the left %s, on the right %s"
                .formatted(binary.op().symbol(), between(binary.left()), between(binary.right())))
        : new Cause(
            Kind.PAIR,
            "no series has a partner across '%s': on the left there is %s, on the right %s"
                .formatted(binary.op().symbol(), example(binary.left()), example(binary.right())));
  }

  /** Whether the sides have series in common, so that only the comparison can be what fails. */
  private boolean hasPairs() {
    return binary.op().isComparison()
        && !parts.isEmpty(
            new Binary(
                BinaryOp.SUB,
                binary.left(),
                binary.right(),
                false,
                binary.matching(),
                binary.span()));
  }

  private String between(Expr side) {
    Measured values = parts.measured(side);
    if (values.least().isEmpty()) {
      return "there are no numbers";
    }
    String least = Numbers.shown(values.least().getAsDouble());
    String most = Numbers.shown(values.most().orElseThrow());
    return least.equals(most)
        ? "all are " + least
        : "they are between %s and %s".formatted(least, most);
  }

  /** The labels by which the first series of a side looks for a partner. */
  private String example(Expr side) {
    return parts.example(side).map(curve -> matched(curve.labels()).toString()).orElse("nothing");
  }

  private LabelSet matched(LabelSet labels) {
    Matching matching = binary.matching();
    Set<String> named = matching.labels().stream().map(Text::value).collect(Collectors.toSet());
    SortedMap<String, String> kept = new TreeMap<>(labels.withoutMetric().values());
    kept.keySet().removeIf(label -> named.contains(label) != matching.on());
    return new LabelSet(kept);
  }

  private static String shortened(Expr expr) {
    String text = expr.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
