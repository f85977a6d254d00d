package io.runboards.check;

import io.runboards.catalog.Unit;
import io.runboards.promql.BinaryOp;
import java.util.List;
import java.util.Optional;

/** A comparison of percent with a ratio, or of a ratio with percent. */
final class PercentAgainstRatio implements QueryCheck {
  private static final double WHOLE = 100;

  /** From here on a number is more likely percent than many times the whole. */
  private static final double LIKELY_PERCENT = 20;

  @Override
  public String id() {
    return "percent-against-ratio";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(Threshold.in(query), PercentAgainstRatio::problem);
  }

  static Optional<Problem> problem(Threshold threshold) {
    Optional<Unit> unit = threshold.values().unit();
    if (unit.equals(Optional.of(Unit.PERCENT)) && isRatio(threshold)) {
      String bound = threshold.boundInWords();
      return Optional.of(
          Problem.warning(
                  threshold.span(),
                  "percent is 0 to 100, so " + bound + " means " + bound + " percent")
              .advise("Multiply the number by 100 if it is meant as a ratio"));
    }
    return unit.equals(Optional.of(Unit.RATIO)) ? ratio(threshold) : Optional.empty();
  }

  /** That a utilization is less than 1 percent is a usual condition. */
  private static boolean isRatio(Threshold threshold) {
    double bound = threshold.bound();
    boolean equality = threshold.op() == BinaryOp.EQ || threshold.op() == BinaryOp.NE;
    return bound > 0 && (bound < 1 || bound == 1 && equality);
  }

  private static Optional<Problem> ratio(Threshold threshold) {
    double bound = threshold.bound();
    if (bound > 1 && threshold.values().range().max() <= 1) {
      return Optional.of(
          Problem.error(threshold.span(), "a ratio is 0 to 1, never " + threshold.boundInWords())
              .advise("Divide the number by 100 if it is meant as percent"));
    }
    return bound >= LIKELY_PERCENT && bound <= WHOLE
        ? Optional.of(
            Problem.warning(
                    threshold.span(),
                    "a ratio of 1 is the whole, so "
                        + threshold.boundInWords()
                        + " means that many times the whole")
                .advise("Divide the number by 100 if it is meant as percent"))
        : Optional.empty();
  }
}
