package io.runboards.check;

import io.runboards.catalog.Dimension;
import io.runboards.catalog.Unit;
import io.runboards.flow.Mismatch;
import io.runboards.flow.Nature;
import io.runboards.flow.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** An addition, a subtraction or a comparison of values in unlike units. */
final class MixedUnits implements QueryCheck {
  private static final double HUNDRED = 100;

  @Override
  public String id() {
    return "mixed-units";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.where(query.units().mismatches(), mismatch -> true, MixedUnits::problem);
  }

  private static Problem problem(Mismatch mismatch) {
    String left = name(mismatch.left());
    String right = name(mismatch.right());
    String verb =
        switch (mismatch.node().op()) {
          case ADD -> "adds " + left + " and " + right;
          case SUB -> "subtracts " + right + " from " + left;
          default -> "compares " + left + " with " + right;
        };
    return Problem.error(mismatch.node().span(), verb).advise(advice(mismatch));
  }

  private static String name(Quantity quantity) {
    return quantity.nature() == Nature.NUMBER && quantity.constant().isPresent()
        ? "the number " + plain(quantity.constant().getAsDouble())
        : quantity.name();
  }

  private static String advice(Mismatch mismatch) {
    boolean comparison = mismatch.node().op().isComparison();
    if (comparison
        && (isSince(mismatch.left(), mismatch.right())
            || isSince(mismatch.right(), mismatch.left()))) {
      return "Take the time since with time() - x";
    }
    if (mismatch.left().nature() == Nature.NUMBER || mismatch.right().nature() == Nature.NUMBER) {
      return "The whole is 100 in percent, and 1 as a ratio";
    }
    Optional<Unit> left = mismatch.left().unit();
    Optional<Unit> right = mismatch.right().unit();
    if (left.isEmpty() || right.isEmpty()) {
      return "";
    }
    OptionalDouble factor = left.get().factorTo(right.get());
    if (factor.isEmpty()) {
      return "";
    }
    return factor.getAsDouble() >= 1
        ? multiply(left.get(), factor.getAsDouble())
        : multiply(right.get(), right.get().factorTo(left.get()).orElseThrow());
  }

  /** Whether a moment meets a number or a length of time. */
  private static boolean isSince(Quantity moment, Quantity length) {
    return moment.nature() == Nature.INSTANT
        && (length.nature() == Nature.NUMBER
            || length.unit().filter(unit -> unit.dimension() == Dimension.TIME).isPresent());
  }

  private static String multiply(Unit unit, double factor) {
    return "Multiply the " + unit.label() + " by " + plain(factor);
  }

  /** The number without the noise of its last digits and without an exponent. */
  private static String plain(double value) {
    double rounded = Math.rint(value * HUNDRED) / HUNDRED;
    boolean noise = Math.abs(value - rounded) < Math.ulp(value) * HUNDRED;
    return Double.isFinite(value)
        ? new BigDecimal(Double.toString(noise ? rounded : value))
            .stripTrailingZeros()
            .toPlainString()
        : Double.toString(value);
  }
}
