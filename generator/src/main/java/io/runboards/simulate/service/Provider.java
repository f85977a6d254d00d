package io.runboards.simulate.service;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;

/** Somebody outside who answers for money: always fast enough, but not always there. */
public final class Provider implements Part, Backend {
  private static final double BROKEN = 0.002;
  private static final double FIRST_TOKEN = 0.35;
  private static final double WHOLE_ANSWER = 1.1;
  private static final int PROMPT = 900;
  private static final int ANSWER = 60;
  private static final long WAVE = 3600;

  private final Demand demand;
  private final Noise noise;
  private final Whole failing = new Whole();
  private double failingNow;
  private Outcome outcome = Outcome.NOTHING;
  private double inFlight;

  Provider(double most, Noise noise) {
    this.demand = new Demand(most, noise.of("demand"));
    this.noise = noise;
  }

  @Override
  public void calm() {
    demand.calm();
    failingNow = 0;
  }

  /** This part of the calls fails for now. */
  public void fail(double share) {
    failingNow = share;
  }

  @Override
  public void advance(Moment now) {
    take(demand.in(now), now);
  }

  /** Answers requests, among them those that another one could not answer. */
  void take(long calls, Moment now) {
    double share = BROKEN + failingNow * (1 - BROKEN);
    long errors = Math.min(calls, failing.of(calls * share));
    long answered = calls - errors;
    double pace = 0.8 + 0.4 * noise.smooth(now.second(), WAVE);
    outcome =
        new Outcome(
            answered,
            errors,
            0,
            0,
            FIRST_TOKEN * pace,
            WHOLE_ANSWER * pace,
            calls * PROMPT,
            answered * ANSWER);
    inFlight = (double) answered / now.step() * WHOLE_ANSWER * pace;
  }

  @Override
  public Demand demand() {
    return demand;
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }

  @Override
  public double inFlight() {
    return inFlight;
  }
}
