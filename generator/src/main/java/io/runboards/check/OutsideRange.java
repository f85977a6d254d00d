package io.runboards.check;

import java.util.Optional;
import java.util.stream.Stream;

/** A comparison with a number that none or all of the values meet. */
final class OutsideRange implements QueryCheck {
  @Override
  public String id() {
    return "outside-range";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return Threshold.in(query)
        .filter(threshold -> PercentAgainstRatio.problem(threshold).isEmpty())
        .flatMap(threshold -> problem(threshold).stream());
  }

  private static Optional<Problem> problem(Threshold threshold) {
    String values = "the values are " + threshold.values().range();
    if (threshold.isNeverMet()) {
      return Optional.of(Problem.error(threshold.span(), "never true: " + values));
    }
    return threshold.isAlwaysMet()
        ? Optional.of(Problem.warning(threshold.span(), "always true: " + values))
        : Optional.empty();
  }
}
