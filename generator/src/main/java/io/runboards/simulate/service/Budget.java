package io.runboards.simulate.service;

import io.runboards.simulate.time.Moment;

/** Money that may be spent in a month, and what is left of it. */
final class Budget {
  private static final long MONTH = 30 * 86_400L;
  private static final double USUAL_PART = 0.4;

  private final double most;
  private double spent;
  private long month = -1;
  private boolean cut;

  Budget(double most) {
    this.most = most;
  }

  void calm() {
    cut = false;
  }

  /** It is less for now than what has been spent already. */
  void cut() {
    cut = true;
  }

  boolean isCut() {
    return cut;
  }

  void spend(double dollars) {
    spent += dollars;
  }

  /** Begins anew each month. At first, a usual part of the current month's money is spent. */
  void advance(Moment now) {
    long current = now.second() / MONTH;
    if (current != month) {
      spent = month < 0 ? USUAL_PART * most * (now.second() % MONTH) / MONTH : 0;
      month = current;
    }
  }

  double allowed() {
    return cut ? spent / 2 : most;
  }

  double left() {
    return allowed() - spent;
  }
}
