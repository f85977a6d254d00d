package io.runboards.verify.trial;

import io.runboards.catalog.Labels;
import io.runboards.dashboard.Heatmap;
import io.runboards.verify.proof.Flaw;
import java.util.Optional;

/** A heatmap of a histogram gets series that are no buckets. */
final class NoBuckets implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    boolean needsBuckets = showing.panel() instanceof Heatmap heatmap && heatmap.fromBuckets();
    long others =
        showing.count(
            curve -> curve.labels().value(Labels.LE.name()).isEmpty() && curve.size() > 0);
    return needsBuckets && others > 0
        ? Optional.of(
            Flaw.error(
                "no-buckets",
                "%s of %s series are no buckets of a histogram: they have no label 'le'"
                    .formatted(others, showing.curves().size())))
        : Optional.empty();
  }
}
