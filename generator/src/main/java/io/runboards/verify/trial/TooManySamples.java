package io.runboards.verify.trial;

import io.runboards.verify.proof.Flaw;
import java.util.Optional;

/** The store had to touch more samples than a panel that is opened all day may cost. */
final class TooManySamples implements Trial {
  static final long MOST = 20_000_000;

  @Override
  public Optional<Flaw> flaw(Showing showing) {
    return showing
        .answer()
        .effort()
        .filter(effort -> effort.samples() > MOST)
        .map(effort ->
            Flaw.error(
                "too-many-samples",
                "the query touches %s samples, and a panel may touch %s"
                    .formatted(effort.samples(), MOST)));
  }
}
