package io.runboards.simulate.service;

import io.runboards.catalog.LiteLlm;
import io.runboards.catalog.Metric;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.time.Moment;
import java.util.ArrayList;
import java.util.List;

/** Where the gateway turns with requests that their own model could not answer. */
final class Fallback {
  private final Provider provider;
  private final Standing standing;
  private final List<Part> parts = new ArrayList<>();

  /** What is counted of one asker. */
  private record Part(
      Asker asker, CallSeries calls, Limits limits, Counter answered, Counter failed) {}

  Fallback(
      Provider provider, Deployment asked, Deployment called, List<Asker> askers, Group group) {
    this.provider = provider;
    this.standing = new Standing(group, called);
    for (Asker asker : askers) {
      Client client = asker.payer().client();
      parts.add(
          new Part(
              asker,
              new CallSeries(group, client, asked, called),
              new Limits(group, client, asked, called),
              count(group, LiteLlm.DEPLOYMENT_SUCCESSFUL_FALLBACKS_TOTAL, client, asked, called),
              count(group, LiteLlm.DEPLOYMENT_FAILED_FALLBACKS_TOTAL, client, asked, called)));
    }
  }

  private static Counter count(
      Group group, Metric metric, Client client, Deployment asked, Deployment called) {
    return group.counter(
        metric,
        asked.group(),
        called.group(),
        client.hash(),
        client.alias(),
        client.team().id(),
        client.team().alias(),
        Failure.ERROR.status(),
        Failure.ERROR.exception(),
        asked.id());
  }

  /** Asks for what failed, by asker; returns the dollars that it costs. */
  double take(long[] failures, Moment now) {
    long all = 0;
    for (long some : failures) {
      all += some;
    }
    provider.take(all, now);
    Outcome outcome = provider.outcome();
    standing.judge(outcome, now.step());
    long unanswered = outcome.errors();
    double dollars = 0;
    for (int i = 0; i < failures.length; i++) {
      long lost = Math.min(failures[i], unanswered);
      unanswered -= lost;
      dollars += ended(parts.get(i), failures[i] - lost, lost, outcome, now.step());
    }
    return dollars;
  }

  private static double ended(Part part, long answered, long lost, Outcome outcome, int step) {
    long read = answered * outcome.read() / Math.max(1, outcome.calls());
    long written = answered * outcome.written() / Math.max(1, outcome.answered());
    double dollars = part.calls.answered(answered, read, written, outcome);
    part.calls.failed(Failure.ERROR, lost);
    part.limits.used(answered + lost, read + written, step);
    part.answered.add(answered);
    part.failed.add(lost);
    part.asker.requests().answered(answered);
    part.asker.requests().failed(Failure.ERROR, lost);
    part.asker.payer().pay(dollars);
    return dollars;
  }
}
