package io.runboards.verify.trial;

import io.runboards.verify.proof.Flaw;
import java.util.Arrays;
import java.util.Optional;

/** Values are no numbers, as after a division of nothing by nothing, or infinite. */
final class NotANumber implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    long series =
        showing.count(
            curve -> Arrays.stream(curve.values()).anyMatch(value -> !Double.isFinite(value)));
    return series == 0
        ? Optional.empty()
        : Optional.of(
            Flaw.error(
                "not-a-number",
                "%s of %s series have values that are no finite numbers (NaN or Inf)"
                    .formatted(series, showing.curves().size())));
  }
}
