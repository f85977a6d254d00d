package io.runboards.simulate.service;

import io.runboards.catalog.Blackbox;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/** An address that is probed from outside, and its certificate, which is renewed in good time. */
public final class Address {
  private static final long DAY = 86_400;
  private static final long LIFE = 90 * DAY;
  private static final long RENEWED_BEFORE = 30 * DAY;
  private static final long WAVE = 1200;
  private static final double GIVEN_UP_AFTER = 5;

  private final Target target;
  private final Noise noise;
  private final Gauge success;
  private final Gauge duration;
  private final Gauge status;
  private final Gauge expiry;
  private boolean down;
  private boolean probed = true;
  private long secondsLeft = -1;

  Address(Target target, Noise noise) {
    this.target = target;
    this.noise = noise;
    Group group = target.always();
    this.success = group.gauge(Blackbox.PROBE_SUCCESS);
    this.duration = group.gauge(Blackbox.PROBE_DURATION_SECONDS);
    this.status = group.gauge(Blackbox.PROBE_HTTP_STATUS_CODE);
    this.expiry = group.gauge(Blackbox.PROBE_SSL_EARLIEST_CERT_EXPIRY);
  }

  void calm() {
    down = false;
    probed = true;
    secondsLeft = -1;
  }

  /** Nobody can connect to it for now. */
  public void goDown() {
    down = true;
  }

  /** Its certificate is good for so many seconds only. */
  public void expiresIn(long seconds) {
    secondsLeft = seconds;
  }

  void notProbed() {
    probed = false;
  }

  void advance(Moment now) {
    target.reachable(probed);
    success.set(!down);
    if (down) {
      duration.set(GIVEN_UP_AFTER);
      status.set(0);
      expiry.hide();
    } else {
      duration.set(0.04 + 0.1 * noise.smooth(now.second(), WAVE) + 0.02 * noise.at(now.second()));
      status.set(200);
      expiry.set(secondsLeft >= 0 ? now.second() + secondsLeft : renewed(now));
    }
  }

  /** A new certificate comes each two months, and is good for three. */
  private double renewed(Moment now) {
    long period = LIFE - RENEWED_BEFORE;
    long phase = noise.among((int) period, 0);
    return now.second() - Math.floorMod(now.second() - phase, period) + (double) LIFE;
  }
}
