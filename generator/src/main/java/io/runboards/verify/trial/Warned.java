package io.runboards.verify.trial;

import io.runboards.verify.proof.Flaw;
import java.util.Optional;

/** The store itself warns of the answer. */
final class Warned implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    return showing.answer().warnings().stream()
        .findFirst()
        .map(warning -> Flaw.warning("store-warns", warning));
  }
}
