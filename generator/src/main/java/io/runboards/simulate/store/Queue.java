package io.runboards.simulate.store;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/**
 * Samples on their way from a Prometheus to the store, by remote write.
 *
 * <p>Whatever is offered is delivered, lost or still waits; the lag follows from what waits.
 */
public final class Queue {
  static final int MOST_SHARDS = 25;

  private static final int OLDEST_SECONDS = 2 * 3600;
  private static final int PENDING_IN_A_SHARD = 10_000;
  private static final double CATCHING_UP = 0.05;
  private static final double BARELY_SLOWER = 50;
  private static final double SELDOM = 1e-5;

  private final double headroom;
  private final Noise noise;

  private boolean cut;
  private double throttle = 1;
  private double refused;

  private long waiting;
  private double perSecond;
  private double newest;
  private double desired = 1;
  private double pending;

  private long tried;
  private long retried;
  private long failed;
  private long tooOld;

  /**
   * An empty one.
   *
   * @param headroom how many times as much as usual it can send at most
   */
  Queue(double headroom, Noise noise) {
    this.headroom = headroom;
    this.noise = noise;
  }

  void calm() {
    cut = false;
    throttle = 1;
    refused = 0;
  }

  /** Nothing gets to the store in this step. */
  public void cut() {
    cut = true;
  }

  /** Only this part of what could be sent gets through in this step. */
  public void throttle(double share) {
    throttle = share;
  }

  /** This part is refused for good on its way in this step. */
  public void refuse(double share) {
    refused = share;
  }

  void advance(Moment now, long offered, Health store) {
    waiting += offered;
    if (offered > 0) {
      perSecond = offered / (double) now.step();
    }
    double most = headroom * perSecond * throttle / Math.max(1, store.slowWrites() / BARELY_SLOWER);
    if (cut) {
      tried = Math.min(waiting, Math.round(0.2 * perSecond * now.step()));
      retried = tried;
      failed = 0;
    } else {
      send(now, Math.min(waiting, Math.round(most * now.step())), store.failedWrites());
      double needed = perSecond + CATCHING_UP * waiting;
      double unsteady = 0.8 + 0.4 * noise.smooth(now.second(), 900);
      desired = most > 0 ? unsteady * MOST_SHARDS * needed / most : 1;
    }
    giveUpOld();
    double soon = perSecond * (0.5 + 2.5 * noise.smooth(now.second(), 300));
    pending = Math.min(waiting + Math.rint(soon), (double) PENDING_IN_A_SHARD * shards());
    double late = 1 + 3 * noise.smooth(now.second(), 120);
    if (!cut && tried > retried) {
      newest = Math.max(newest, now.second() - late - lag());
    }
  }

  private void send(Moment now, long taken, double failing) {
    tried = taken;
    retried = Math.round(taken * failing);
    long answered = taken - retried;
    failed =
        Math.min(
            answered,
            Math.round(answered * refused) + noise.times(answered * SELDOM, now.second()));
    waiting -= answered;
  }

  private void giveUpOld() {
    long most = Math.round(perSecond * OLDEST_SECONDS);
    tooOld = Math.max(0, waiting - most);
    waiting -= tooOld;
  }

  private double lag() {
    return perSecond > 0 ? waiting / perSecond : 0;
  }

  /** Samples that were sent in the last step, whether that went well or not. */
  long tried() {
    return tried;
  }

  /** Those of them that must be sent again. */
  long retried() {
    return retried;
  }

  /** Those of them that were lost. */
  long failed() {
    return failed;
  }

  /** Samples that were not sent, for they have become too old. */
  long tooOld() {
    return tooOld;
  }

  /** Samples that got to the store, whether it took them or not. */
  long arrived() {
    return cut ? 0 : tried - failed;
  }

  /** Samples that the store took or refused for reasons of its own. */
  long delivered() {
    return tried - retried - failed;
  }

  /** When the newest sample was taken that was sent. */
  double newest() {
    return newest;
  }

  double pending() {
    return pending;
  }

  double desiredShards() {
    return desired;
  }

  int shards() {
    return (int) Math.clamp(Math.ceil(desired), 1, MOST_SHARDS);
  }
}
