package io.runboards.verify.trial;

import io.runboards.catalog.Dimension;
import io.runboards.catalog.Unit;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.proof.Flaw;
import java.util.Arrays;
import java.util.Optional;

/**
 * All series of a graph stand still, although they measure something that moves.
 *
 * <p>Nothing at all may last: errors that do not happen. Capacities, quotas and states may stand
 * still, too.
 */
final class Constant implements Trial {
  private static final int FEW = 20;

  @Override
  public Optional<Flaw> flaw(Showing showing) {
    boolean moves =
        showing.quantity().unit().map(Unit::dimension).filter(Constant::isAlive).isPresent();
    boolean still =
        showing.isOverTime()
            && showing.curves().stream().allMatch(Constant::standsStill)
            && showing.curves().stream().anyMatch(curve -> curve.size() >= FEW);
    return moves && still
        ? Optional.of(
            Flaw.warning(
                "constant",
                "all %s series keep one value over the whole range"
                    .formatted(showing.curves().size())))
        : Optional.empty();
  }

  private static boolean isAlive(Dimension dimension) {
    return switch (dimension) {
      case FRACTION, POWER, TEMPERATURE, FREQUENCY, INFORMATION_RATE, EVENT_RATE -> true;
      default -> false;
    };
  }

  private static boolean standsStill(Curve curve) {
    return curve.size() > 0
        && curve.values()[0] != 0
        && Arrays.stream(curve.values()).allMatch(value -> value == curve.values()[0]);
  }
}
