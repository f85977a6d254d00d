package io.runboards.simulate.service;

import io.runboards.catalog.LiteLlm;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;

/** What the gateway thinks of a deployment, by how its latest calls ended. */
final class Standing {
  private static final int HEALTHY = 0;
  private static final int PARTLY_OUT = 1;
  private static final int OUT = 2;

  /** So many failures in a row, and a deployment is left alone for a while. */
  private static final int TOO_MANY = 3;

  private static final int A_WHILE = 60;
  private static final double SOME = 0.05;

  private final Gauge state;
  private final Counter cooledDown;
  private long inARow;
  private long rested;

  Standing(Group group, Deployment deployment) {
    this.state =
        group.gauge(
            LiteLlm.DEPLOYMENT_STATE,
            deployment.name(),
            deployment.id(),
            deployment.base(),
            deployment.provider());
    this.cooledDown =
        group.counter(
            LiteLlm.DEPLOYMENT_COOLED_DOWN_TOTAL,
            deployment.name(),
            deployment.id(),
            deployment.base(),
            deployment.provider(),
            Failure.ERROR.status());
    state.set(HEALTHY);
  }

  void judge(Outcome outcome, int step) {
    long bad = outcome.errors() + outcome.unreachable();
    if (outcome.answered() > 0) {
      inARow = 0;
      rested = A_WHILE;
      state.set(bad > SOME * outcome.calls() ? PARTLY_OUT : HEALTHY);
    } else if (bad > 0) {
      inARow += bad;
      state.set(inARow < TOO_MANY ? PARTLY_OUT : OUT);
    }
    if (inARow >= TOO_MANY) {
      rested += step;
      cooledDown.add(rested / A_WHILE);
      rested %= A_WHILE;
    }
  }
}
