package io.runboards.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * A speed at which an error budget is used up that somebody must hear of.
 *
 * <p>The long window tells that it matters, the short one that it still goes on: an alert ends soon
 * after its cause.
 *
 * @param factor how many times as fast as the objective allows
 * @param longWindow how long it has been so on average
 * @param shortWindow how long it must have been so most recently
 * @param hold how long both must be so before the alert fires
 * @param urgency how soon somebody must look
 */
public record BurnRate(
    double factor, Length longWindow, Length shortWindow, Length hold, Urgency urgency) {

  /** Two that page and two that make a ticket, for an objective over four weeks. */
  public static final List<BurnRate> USUAL =
      List.of(
          burning(14.4, "1h", "5m").holding("2m").urgent(Urgency.CRITICAL),
          burning(6, "6h", "30m").holding("15m").urgent(Urgency.CRITICAL),
          burning(3, "1d", "2h").holding("1h").urgent(Urgency.WARNING),
          burning(1, "3d", "6h").holding("3h").urgent(Urgency.WARNING));

  /** So many times as fast as allowed, over a long window and over a short one. */
  public static BurnRate burning(double factor, String longWindow, String shortWindow) {
    return new BurnRate(
        factor, Length.of(longWindow), Length.of(shortWindow), Length.of("2m"), Urgency.WARNING);
  }

  public BurnRate holding(String length) {
    return new BurnRate(factor, longWindow, shortWindow, Length.of(length), urgency);
  }

  public BurnRate urgent(Urgency other) {
    return new BurnRate(factor, longWindow, shortWindow, hold, other);
  }

  /** The error ratio above which an error budget burns so fast. */
  BigDecimal threshold(BigDecimal budget) {
    return BigDecimal.valueOf(factor).multiply(budget).stripTrailingZeros();
  }

  /** How long the budget of a period lasts at this speed, in seconds. */
  double lasts(Length period) {
    return period.seconds() / factor;
  }
}
