package io.runboards.verify.trial;

import io.runboards.verify.proof.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A legend names a label that some series do not have, and shows a gap there. */
final class LegendGaps implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    List<String> gaps = new ArrayList<>();
    for (String label : LegendText.labels(showing.target().legend())) {
      long without = showing.count(curve -> curve.labels().value(label).isEmpty());
      if (without > 0) {
        gaps.add("{{%s}} in %s of %s".formatted(label, without, showing.curves().size()));
      }
    }
    return gaps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Flaw.error("legend-gap", "legends have gaps: " + String.join(", ", gaps) + " series"));
  }
}
