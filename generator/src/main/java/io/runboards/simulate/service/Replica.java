package io.runboards.simulate.service;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/** One server of a model: a queue, and slots in which it works on several requests at once. */
final class Replica {
  /** Seconds that a client waits in the queue, in the mean, before it gives up. */
  private static final double PATIENCE = 30;

  /** Seconds after which the past no longer counts for how many requests it works on. */
  private static final double MEMORY = 15;

  private static final double DISCONNECTED = 0.0004;
  private static final double BROKEN = 0.0001;
  private static final double CUT = 0.06;

  private final Model model;
  private final String pod;
  private final Restarts restarts;
  private final Whole leaving = new Whole();
  private final Whole disconnecting = new Whole();
  private final Whole failing = new Whole();
  private final Whole cutting = new Whole();
  private boolean failed;
  private boolean up = true;
  private boolean started;
  private double turns;
  private long waiting;
  private long dropped;
  private long stopped;
  private long cut;
  private long aborted;
  private long errors;
  private long gaveUp;
  private double running;
  private double rate;
  private double firstToken;
  private double eachToken;
  private double wholeAnswer;
  private double promptLength;

  Replica(Model model, String pod, Noise noise) {
    this.model = model;
    this.pod = pod;
    this.restarts = new Restarts(0.3, 120, noise);
  }

  void calm() {
    failed = false;
  }

  /** It does not answer for now. */
  void fail() {
    failed = true;
  }

  /** Finds out whether it answers. What it was working on is lost when it stops. */
  void wake(Moment now) {
    boolean before = up;
    up = !failed && !restarts.isAway(now);
    started = up && !before;
    dropped = up ? 0 : waiting + (before ? Math.round(running) : 0);
    if (!up) {
      waiting = 0;
      rest();
    }
  }

  private void rest() {
    running = 0;
    rate = 0;
    stopped = 0;
    cut = 0;
    aborted = 0;
    errors = 0;
    gaveUp = 0;
  }

  void advance(Moment now, long arrived, Strain strain) {
    double capacity = model.capacity(strain) * now.step();
    turns = Math.min(turns + capacity, Math.max(1, capacity));
    gaveUp = Math.min(waiting, leaving.of(waiting * (1 - Math.exp(-now.step() / PATIENCE))));
    long here = waiting + arrived - gaveUp;
    long ended = Math.min(here, (long) turns);
    turns -= ended;
    waiting = here - ended;
    double news = 1 - Math.exp(-now.step() / MEMORY);
    rate += news * ((double) ended / now.step() - rate);
    running = waiting > 0 ? model.room(strain) : model.running(rate, strain);
    end(ended, strain);
    double wait = waiting / model.capacity(strain);
    firstToken = wait + model.firstToken(running, strain);
    eachToken = model.eachToken(running, strain);
    wholeAnswer = wait + model.wholeAnswer(running, strain);
    promptLength = model.prompt() * strain.longer();
  }

  private void end(long ended, Strain strain) {
    errors = Math.min(ended, failing.of(ended * (BROKEN + strain.failing() * (1 - BROKEN))));
    long disconnected = Math.min(ended - errors, disconnecting.of(ended * DISCONNECTED));
    aborted = gaveUp + disconnected;
    long answered = ended - errors - disconnected;
    cut = Math.min(answered, cutting.of(answered * CUT));
    stopped = answered - cut;
  }

  String pod() {
    return pod;
  }

  boolean isUp() {
    return up;
  }

  /** Whether it was away until now. */
  boolean hasStarted() {
    return started;
  }

  long waiting() {
    return waiting;
  }

  double running() {
    return running;
  }

  /** How full its cache is. */
  double cacheUse() {
    return Math.min(1, running * (promptLength + model.answer()) / model.cache());
  }

  /** Requests that were lost with it. */
  long dropped() {
    return dropped;
  }

  /** Answers that came to their end. */
  long stopped() {
    return stopped;
  }

  /** Answers that were cut at their greatest length. */
  long cut() {
    return cut;
  }

  /** Requests whose clients hung up. */
  long aborted() {
    return aborted;
  }

  long errors() {
    return errors;
  }

  long answered() {
    return stopped + cut;
  }

  /** Requests that were worked on. */
  long begun() {
    return answered() + errors + aborted - gaveUp;
  }

  long ended() {
    return answered() + errors + aborted;
  }

  long read() {
    return Math.round(begun() * promptLength);
  }

  long written() {
    return answered() * model.answer();
  }

  double firstToken() {
    return firstToken;
  }

  double eachToken() {
    return eachToken;
  }

  double wholeAnswer() {
    return wholeAnswer;
  }
}
