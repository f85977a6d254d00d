package io.runboards.verify.trial;

import io.runboards.verify.proof.Flaw;
import java.util.Optional;

/** Looks at one thing that an answer must be. */
interface Trial {
  /** What is wrong; empty if nothing is. */
  Optional<Flaw> flaw(Showing showing);
}
