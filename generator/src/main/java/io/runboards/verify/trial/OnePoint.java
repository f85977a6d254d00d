package io.runboards.verify.trial;

import io.runboards.dashboard.TimeSeries;
import io.runboards.verify.proof.Flaw;
import java.util.Optional;

/** A graph has one point of each series only, through which no line goes. */
final class OnePoint implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    return showing.panel() instanceof TimeSeries
            && showing.isOverTime()
            && showing.count(curve -> curve.size() != 1) == 0
        ? Optional.of(
            Flaw.warning("one-point", "each series has one point only, and there is no line"))
        : Optional.empty();
  }
}
