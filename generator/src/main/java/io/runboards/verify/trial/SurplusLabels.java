package io.runboards.verify.trial;

import io.runboards.flow.SeriesLabels;
import io.runboards.verify.proof.Flaw;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Series have a label that nothing led to expect.
 *
 * <p>A store of the user's own may add any labels.
 */
final class SurplusLabels implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    SeriesLabels expected = showing.labels();
    Set<String> surplus = new TreeSet<>();
    showing
        .curves()
        .forEach(curve ->
            curve.labels().values().keySet().stream()
                .filter(label -> !expected.mayHave(label))
                .forEach(surplus::add));
    return surplus.isEmpty() || !showing.ours()
        ? Optional.empty()
        : Optional.of(
            Flaw.error(
                "label-unexpected",
                "series have %s, which does not follow from the query"
                    .formatted(Names.quoted(surplus))));
  }
}
