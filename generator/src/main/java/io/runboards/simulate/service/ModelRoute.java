package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.time.Moment;
import java.util.List;

/** All requests for one model: what answers them, and what becomes of those of each asker. */
final class ModelRoute {
  private final Backend backend;
  private final List<Asker> askers;
  private final Standing standing;
  private final double cacheHits;
  private final double[] admitted;
  private final double[] refused;
  private final Whole hits = new Whole();
  private final Split hitsOf;
  private final Split answeredOf;
  private final Split readOf;
  private final Split writtenOf;
  private final Split errorsOf;
  private final Split unreachableOf;
  private final Split gaveUpOf;
  private final Split lostOf;
  private final Split refusedOf;

  /**
   * A route without any requests yet.
   *
   * @param cacheHits requests that the gateway answers from its cache, for each other one
   */
  ModelRoute(
      Deployment deployment, Backend backend, List<Asker> askers, double cacheHits, Group group) {
    this.backend = backend;
    this.askers = List.copyOf(askers);
    this.standing = new Standing(group, deployment);
    this.cacheHits = cacheHits;
    int many = askers.size();
    this.admitted = new double[many];
    this.refused = new double[many];
    this.hitsOf = new Split(many);
    this.answeredOf = new Split(many);
    this.readOf = new Split(many);
    this.writtenOf = new Split(many);
    this.errorsOf = new Split(many);
    this.unreachableOf = new Split(many);
    this.gaveUpOf = new Split(many);
    this.lostOf = new Split(many);
    this.refusedOf = new Split(many);
  }

  Backend backend() {
    return backend;
  }

  /** The part of the requests that come from a team. */
  double shareOf(Client.Team team) {
    return askers.stream()
        .filter(asker -> asker.payer().client().team().equals(team))
        .mapToDouble(Asker::weight)
        .sum();
  }

  /** Counts what a step has brought. Errors are those of each asker, for a fallback to take. */
  Result advance(Moment now) {
    Outcome outcome = backend.outcome();
    weigh();
    standing.judge(outcome, now.step());
    double dollars = answers(outcome);
    long[] errors = errorsOf.of(outcome.errors(), admitted);
    long[] unreachable = unreachableOf.of(outcome.unreachable(), admitted);
    long[] gaveUp = gaveUpOf.of(outcome.gaveUp(), admitted);
    long[] lost = lostOf.of(backend.demand().lost(), admitted);
    long[] overBudget = refusedOf.of(backend.demand().overBudget(), refused);
    for (int i = 0; i < askers.size(); i++) {
      Asker asker = askers.get(i);
      asker.calls().failed(Failure.ERROR, errors[i]);
      asker.calls().failed(Failure.UNREACHABLE, unreachable[i]);
      asker.calls().failed(Failure.GAVE_UP, gaveUp[i]);
      asker.requests().failed(Failure.UNREACHABLE, unreachable[i]);
      asker.requests().failed(Failure.GAVE_UP, gaveUp[i]);
      asker.requests().failed(Failure.ERROR, lost[i]);
      asker.requests().failed(Failure.OVER_BUDGET, overBudget[i]);
    }
    return new Result(errors, dollars);
  }

  /**
   * What is left to do after a step.
   *
   * @param errors calls of each asker that ended with an error
   * @param dollars what the provider asks for
   */
  record Result(long[] errors, double dollars) {}

  /** Nobody else answers these: their askers see the errors. */
  void giveUp(long[] errors) {
    for (int i = 0; i < errors.length; i++) {
      askers.get(i).requests().failed(Failure.ERROR, errors[i]);
    }
  }

  private double answers(Outcome outcome) {
    long[] answered = answeredOf.of(outcome.answered(), admitted);
    long[] read = readOf.of(outcome.read(), admitted);
    long[] written = writtenOf.of(outcome.written(), admitted);
    long[] cached = hitsOf.of(hits.of(outcome.answered() * cacheHits), admitted);
    double dollars = 0;
    for (int i = 0; i < askers.size(); i++) {
      Asker asker = askers.get(i);
      double cost = asker.calls().answered(answered[i], read[i], written[i], outcome);
      asker.calls().cached(cached[i]);
      asker.requests().answered(answered[i] + cached[i]);
      asker.payer().pay(cost);
      dollars += cost;
    }
    return dollars;
  }

  /** Who is let in. If nobody is, what still ends belongs to all of them. */
  private void weigh() {
    boolean any = false;
    for (int i = 0; i < askers.size(); i++) {
      Asker asker = askers.get(i);
      boolean out = asker.payer().isRefused();
      refused[i] = out ? asker.weight() : 0;
      admitted[i] = out ? 0 : asker.weight();
      any |= !out;
    }
    for (int i = 0; i < askers.size() && !any; i++) {
      admitted[i] = askers.get(i).weight();
    }
  }
}
