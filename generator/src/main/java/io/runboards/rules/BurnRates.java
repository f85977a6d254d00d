package io.runboards.rules;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * The burn rates of one objective, which do not contradict each other.
 *
 * @param fastestFirst the burn rates, each slower than the one before and over a longer time
 */
record BurnRates(List<BurnRate> fastestFirst) {

  /** Demands of the burn rates of an objective that each can fire, and for a reason of its own. */
  static BurnRates of(Objective objective) {
    List<BurnRate> rates =
        objective.burnRates().stream()
            .sorted(Comparator.comparing(BurnRate::factor).reversed())
            .toList();
    if (rates.isEmpty()) {
      throw new WrongRule(objective.name() + " has no burn rates: nobody hears of a lost budget");
    }
    for (BurnRate rate : rates) {
      demandWindows(rate);
      demandHold(rate);
      demandCanFire(rate, objective.budget());
    }
    for (int i = 1; i < rates.size(); i++) {
      demandLonger(rates.get(i), rates.get(i - 1));
    }
    BurnRate slowest = rates.getLast();
    if (objective.window().isShorterThan(slowest.longWindow())) {
      throw new WrongRule(
          "%s is kept over %s, but burn rate %s looks at %s"
              .formatted(
                  objective.name(),
                  Spans.text(objective.window()),
                  number(slowest),
                  Spans.text(slowest.longWindow())));
    }
    return new BurnRates(rates);
  }

  private static void demandWindows(BurnRate rate) {
    if (rate.shortWindow().isShorterThan(ObjectiveMetrics.BASE)) {
      throw new WrongRule(
          "burn rate %s has a short window of %s, but events are counted over %s"
              .formatted(
                  number(rate), Spans.text(rate.shortWindow()), Spans.text(ObjectiveMetrics.BASE)));
    }
    if (!rate.shortWindow().isShorterThan(rate.longWindow())) {
      throw new WrongRule(
          "burn rate %s has a short window of %s, which is not shorter than the long one of %s"
              .formatted(
                  number(rate), Spans.text(rate.shortWindow()), Spans.text(rate.longWindow())));
    }
  }

  private static void demandHold(BurnRate rate) {
    if (rate.hold().isNone()) {
      throw new WrongRule(
          "burn rate %s holds for no time: one bad evaluation would fire".formatted(number(rate)));
    }
  }

  private static void demandCanFire(BurnRate rate, BigDecimal budget) {
    if (rate.factor() <= 0) {
      throw new WrongRule("burn rate " + number(rate) + " is not above 0");
    }
    BigDecimal threshold = rate.threshold(budget);
    if (threshold.compareTo(BigDecimal.ONE) >= 0) {
      throw new WrongRule(
          "burn rate %s of an error budget of %s never fires: no error ratio is above %s"
              .formatted(number(rate), budget.toPlainString(), threshold.toPlainString()));
    }
  }

  private static void demandLonger(BurnRate slower, BurnRate faster) {
    if (slower.factor() == faster.factor()) {
      throw new WrongRule("burn rate " + number(slower) + " is there twice");
    }
    if (!faster.longWindow().isShorterThan(slower.longWindow())) {
      throw new WrongRule(
          "burn rate %s looks at %s, which is not longer than the %s of the faster burn rate %s"
              .formatted(
                  number(slower),
                  Spans.text(slower.longWindow()),
                  Spans.text(faster.longWindow()),
                  number(faster)));
    }
  }

  private static String number(BurnRate rate) {
    return BigDecimal.valueOf(rate.factor()).stripTrailingZeros().toPlainString();
  }
}
