package io.runboards.simulate.service;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/**
 * Requests as they come: more by day than by night, and never evenly.
 *
 * <p>A gateway may turn some of them away, because of who sends them or because it is broken.
 */
final class Demand {
  private static final double BY_NIGHT = 0.3;
  private static final double BUSIEST_HOUR = 14;
  private static final double ON_WEEKENDS = 0.7;
  private static final long WAVE = 1800;

  private final double most;
  private final Noise noise;
  private final Whole overBudget = new Whole();
  private final Whole lost = new Whole();
  private double atLeast;
  private double shareOverBudget;
  private double shareLost;
  private long overBudgetNow;
  private long lostNow;

  /**
   * A demand.
   *
   * @param most requests a second when most come
   */
  Demand(double most, Noise noise) {
    this.most = most;
    this.noise = noise;
  }

  void calm() {
    atLeast = 0;
    shareOverBudget = 0;
    shareLost = 0;
  }

  /** So many requests a second come for now, unless more would come anyway. */
  void atLeast(double perSecond) {
    atLeast = perSecond;
  }

  /** Part of the requests come from somebody who has no money left. */
  void overBudget(double share) {
    shareOverBudget = share;
  }

  /** Part of the others get lost on the way. */
  void lose(double share) {
    shareLost = share;
  }

  /** The requests of a step that get through. */
  long in(Moment now) {
    double wave = 0.8 + 0.4 * noise.smooth(now.second(), WAVE);
    double rate = Math.max(most * busy(now) * wave, atLeast);
    long all = noise.times(rate * now.step(), now.second());
    overBudgetNow = overBudget.of(all * shareOverBudget);
    lostNow = lost.of((all - overBudgetNow) * shareLost);
    return all - overBudgetNow - lostNow;
  }

  /** Those of the latest step that were turned away for want of money. */
  long overBudget() {
    return overBudgetNow;
  }

  /** Those of the latest step that got lost. */
  long lost() {
    return lostNow;
  }

  private static double busy(Moment now) {
    double sun = 0.5 + 0.5 * Math.cos((now.hour() - BUSIEST_HOUR) / 24 * 2 * Math.PI);
    return (BY_NIGHT + (1 - BY_NIGHT) * sun * sun) * (now.isWeekend() ? ON_WEEKENDS : 1);
  }
}
