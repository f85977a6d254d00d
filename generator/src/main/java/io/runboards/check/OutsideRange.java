package io.runboards.check;

import java.util.List;
import java.util.Optional;

/** A comparison with a number that none or all of the values meet. */
final class OutsideRange implements QueryCheck {
  @Override
  public String id() {
    return "outside-range";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(
        Threshold.in(query),
        threshold ->
            PercentAgainstRatio.problem(threshold).isEmpty()
                ? problem(threshold)
                : Optional.empty());
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
