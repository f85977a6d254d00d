package io.runboards.verify.trial;

import io.runboards.catalog.ValueRange;
import io.runboards.dashboard.Fields;
import io.runboards.dashboard.TimeSeries;
import io.runboards.verify.proof.Flaw;
import java.util.Optional;

/** Lines run beyond the ends of the scale that the graph sets, and are cut off there. */
final class OffTheScale implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    Fields fields = showing.panel().frame().looks().fields();
    ValueRange scale =
        new ValueRange(
            fields.min().orElse(Double.NEGATIVE_INFINITY),
            fields.max().orElse(Double.POSITIVE_INFINITY));
    if (!(showing.panel() instanceof TimeSeries)) {
      return Optional.empty();
    }
    return showing.curves().stream()
        .filter(curve -> OutOfRange.outside(curve, scale).isPresent())
        .findFirst()
        .map(curve ->
            Flaw.warning(
                "off-the-scale",
                "%s reaches %s, and the scale of the panel is %s"
                    .formatted(
                        curve.labels(),
                        Numbers.shown(OutOfRange.outside(curve, scale).orElseThrow()),
                        scale)));
  }
}
