package io.runboards.verify.trial;

import io.runboards.catalog.ValueRange;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.proof.Flaw;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** Values lie where those of their unit cannot be, such as 140 percent. */
final class OutOfRange implements Trial {
  private static final double TOLERANCE = 1e-9;

  @Override
  public Optional<Flaw> flaw(Showing showing) {
    ValueRange range = showing.quantity().range();
    return showing.curves().stream()
        .flatMap(curve ->
            outside(curve, range).stream()
                .mapToObj(value ->
                    Flaw.error(
                        "out-of-range",
                        "%s has the value %s; %s is %s"
                            .formatted(
                                curve.labels(),
                                Numbers.shown(value),
                                showing.quantity().name(),
                                range))))
        .findFirst();
  }

  static OptionalDouble outside(Curve curve, ValueRange range) {
    return Arrays.stream(curve.values())
        .filter(value ->
            value < range.min() - Math.abs(range.min()) * TOLERANCE - TOLERANCE
                || value > range.max() + Math.abs(range.max()) * TOLERANCE + TOLERANCE)
        .findFirst();
  }
}
