package io.runboards.simulate.store;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.List;

/** One whose series the store keeps apart: what it offers, and what becomes of that. */
public final class Tenant implements Part {
  static final double INTERVAL = 30;

  /** A series counts as active for so long after its last sample. */
  private static final double STAYS_ACTIVE = 1200;

  private static final double SAMPLES_IN_A_REQUEST = 500;
  private static final double SELDOM = 2e-5;

  private final String name;
  private final Load load;
  private final Limits limits;
  private final List<Queue> queues;
  private final Health store;
  private final Noise noise;
  private final Whole offered = new Whole();
  private final Whole incoming = new Whole();
  private final Whole accepted = new Whole();
  private final Whole refused = new Whole();
  private final Whole broken = new Whole();

  private double usual;
  private double growth = 1;
  private double flood = 1;
  private boolean quiet;
  private double ahead;
  private double old;

  private double active;
  private double newest;
  private long received;
  private long samplesIn;
  private long requestsIn;
  private long requests;
  private long requestsRefused;
  private long requestsFailed;
  private final long[] discarded = new long[Discard.values().length];

  /**
   * A tenant.
   *
   * @param load how many series it has when nothing is wrong
   * @param queues what brings its samples: several bring the same, and one copy is kept
   */
  Tenant(String name, Load load, Limits limits, List<Queue> queues, Health store, Noise noise) {
    this.name = name;
    this.load = load;
    this.limits = limits;
    this.queues = List.copyOf(queues);
    this.store = store;
    this.noise = noise;
  }

  /** How many series a tenant has. */
  @FunctionalInterface
  interface Load {
    double series(Moment now);
  }

  /** It has so many series, where the store lets it. */
  public void growTo(double series) {
    growth = series / usual;
  }

  /** It has so many times as many series, and samples a second, as it may have. */
  public void overrun(double factor) {
    growTo(factor * limits.series());
    flood = limits.rate() * INTERVAL / limits.series();
  }

  /** It sends so many times as many samples of each series as usual. */
  public void flood(double factor) {
    flood = factor;
  }

  /** It sends nothing. */
  public void fallSilent() {
    quiet = true;
  }

  /** The clock that stamps this part of its samples is hours ahead. */
  public void runAhead(double share) {
    ahead = share;
  }

  /** This part of its samples is hours old. */
  public void sendOld(double share) {
    old = share;
  }

  @Override
  public void calm() {
    growth = 1;
    flood = 1;
    quiet = false;
    ahead = 0;
    old = 0;
    queues.forEach(Queue::calm);
  }

  @Override
  public void advance(Moment now) {
    usual = load.series(now);
    double series = usual * growth;
    long samples = quiet ? 0 : offered.of(series * flood / INTERVAL * now.step());
    samplesIn = 0;
    long again = 0;
    Queue kept = queues.getFirst();
    for (Queue queue : queues) {
      queue.advance(now, samples, store);
      samplesIn += queue.arrived();
      again += queue.arrived() - queue.delivered();
      if (kept.delivered() == 0) {
        kept = queue;
      }
    }
    if (kept.delivered() > 0) {
      newest = kept.newest();
    }
    check(kept.delivered(), series, now);
    active =
        now.second() - newest > STAYS_ACTIVE ? 0 : Math.min(Math.rint(series), limits.series());
    requestsIn = incoming.of(samplesIn / SAMPLES_IN_A_REQUEST);
    requests = accepted.of(received / SAMPLES_IN_A_REQUEST);
    requestsRefused = refused.of(discarded[Discard.RATE_LIMITED.ordinal()] / SAMPLES_IN_A_REQUEST);
    requestsFailed = broken.of((again + SELDOM * samplesIn) / SAMPLES_IN_A_REQUEST);
  }

  /** What the store refuses, first by the distributors, then by the ingesters. */
  private void check(long delivered, double series, Moment now) {
    long future = Math.round(delivered * ahead);
    long over = Math.max(0, delivered - future - Math.round(limits.rate() * now.step()));
    received = delivered - future - over;
    long late = Math.round(received * old);
    double tooMany = Math.max(0, 1 - limits.series() / series);
    discarded[Discard.TOO_FAR_IN_FUTURE.ordinal()] = future;
    discarded[Discard.RATE_LIMITED.ordinal()] = over;
    discarded[Discard.TOO_OLD.ordinal()] = late;
    discarded[Discard.SERIES_LIMIT.ordinal()] = Math.round((received - late) * tooMany);
    discarded[Discard.OUT_OF_ORDER.ordinal()] =
        Math.min(received, noise.times(received * SELDOM, now.second()));
  }

  public String name() {
    return name;
  }

  Limits limits() {
    return limits;
  }

  double active() {
    return active;
  }

  double newest() {
    return newest;
  }

  /** Samples of the last step that the distributors passed on. */
  long received() {
    return received;
  }

  long samplesIn() {
    return samplesIn;
  }

  long requestsIn() {
    return requestsIn;
  }

  long requests() {
    return requests;
  }

  long requestsRefused() {
    return requestsRefused;
  }

  /** Requests that the store answered with an error of its own. */
  long requestsFailed() {
    return requestsFailed;
  }

  long discarded(Discard reason) {
    return discarded[reason.ordinal()];
  }
}
