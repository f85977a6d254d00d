package io.runboards.verify.trial;

import io.runboards.verify.proof.Flaw;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Series lack a label that the catalog promises. */
final class MissingLabels implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    Set<String> missing = new TreeSet<>();
    for (String label : showing.labels().certain()) {
      if (showing.count(curve -> curve.labels().value(label).isEmpty()) > 0) {
        missing.add(label);
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Flaw.error(
                "label-missing",
                "series lack %s, which the catalog promises".formatted(Names.quoted(missing))));
  }
}
