package io.runboards.verify.trial;

import io.runboards.dashboard.Stat;
import io.runboards.verify.proof.Flaw;
import java.util.Optional;

/** A panel writes several values without names, so that nobody knows which is whose. */
final class NamelessValues implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    boolean nameless = showing.panel() instanceof Stat stat && stat.text() == Stat.Shown.VALUE;
    int values = showing.curves().size();
    return nameless && values > 1
        ? Optional.of(
            Flaw.error(
                "nameless-values", "%s values are shown without their names".formatted(values)))
        : Optional.empty();
  }
}
