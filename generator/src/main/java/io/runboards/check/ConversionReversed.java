package io.runboards.check;

import io.runboards.catalog.Unit;
import io.runboards.flow.Measure;
import io.runboards.flow.Nature;
import io.runboards.flow.Quantity;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values that are divided by what they should be multiplied by, or the other way round. */
final class ConversionReversed implements QueryCheck {
  /** What leads from one unit to another, and hardly means anything else. */
  private static final Set<Double> FACTORS =
      Set.of(60.0, 100.0, 1000.0, 1024.0, 3600.0, 86400.0, 1e6, 0x1p20, 3.6e6, 1e9, 0x1p30);

  @Override
  public String id() {
    return "conversion-reversed";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(query.binaries(), binary -> problem(binary, query));
  }

  private static Optional<Problem> problem(Binary binary, Query query) {
    boolean product = binary.op() == BinaryOp.MUL;
    if (product && isFactor(binary.left(), query)) {
      return problem(binary, binary.right(), binary.left(), query);
    }
    return (product || binary.op() == BinaryOp.DIV) && isFactor(binary.right(), query)
        ? problem(binary, binary.left(), binary.right(), query)
        : Optional.empty();
  }

  private static boolean isFactor(Expr expr, Query query) {
    Quantity quantity = query.units().at(expr);
    return quantity.nature() == Nature.NUMBER
        && quantity.constant().isPresent()
        && FACTORS.contains(quantity.constant().getAsDouble());
  }

  private static Optional<Problem> problem(Binary binary, Expr values, Expr number, Query query) {
    Quantity before = query.units().at(values);
    Measure after = query.units().at(binary).measure();
    if (!isMeasured(before) || !before.measure().isSettled() || after.isSettled()) {
      return Optional.empty();
    }
    double ratio = before.measure().scale() / after.scale();
    Measure meant = new Measure(after.exponents(), before.measure().scale() * ratio);
    boolean product = binary.op() == BinaryOp.MUL;
    String message =
        "%s %s %s is no usual unit"
            .formatted(before.measure(), product ? "times" : "divided by", number);
    String advice = "%s by %s for %s".formatted(product ? "Divide" : "Multiply", number, meant);
    return meant.isSettled()
        ? Optional.of(Problem.warning(binary.span(), message).advise(advice))
        : Optional.empty();
  }

  /** A plain number of things may be scaled as somebody likes. */
  private static boolean isMeasured(Quantity values) {
    boolean measured = values.nature() == Nature.QUANTITY || values.nature() == Nature.INSTANT;
    boolean counted = values.unit().equals(Optional.of(Unit.COUNT));
    return measured && !counted && values.constant().isEmpty();
  }
}
