package io.runboards.simulate.service;

import static io.runboards.simulate.service.ClientSeries.NONE;

import io.runboards.catalog.LiteLlm;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Group;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the gateway says of the calls that it makes to a deployment for one key. */
final class CallSeries {
  private static final List<Failure> OF_DEPLOYMENTS =
      List.of(Failure.ERROR, Failure.UNREACHABLE, Failure.GAVE_UP);

  private final Deployment deployment;
  private final CallTimes times;
  private final Counter calls;
  private final Counter succeeded;
  private final Map<Failure, Counter> failed = new EnumMap<>(Failure.class);
  private final Counter spend;
  private final Counter tokens;
  private final Counter read;
  private final Counter written;
  private final Counter cached;
  private final Counter notCached;

  CallSeries(Group group, Client client, Deployment asked, Deployment called) {
    this.deployment = called;
    this.times = new CallTimes(group, client, asked, called);
    this.calls =
        group.counter(LiteLlm.DEPLOYMENT_TOTAL_REQUESTS_TOTAL, call(client, asked, called));
    this.succeeded =
        group.counter(LiteLlm.DEPLOYMENT_SUCCESS_RESPONSES_TOTAL, call(client, asked, called));
    for (Failure failure : OF_DEPLOYMENTS) {
      failed.put(failure, failures(group, client, asked, called, failure));
    }
    this.spend = spend(group, client, called);
    this.tokens = group.counter(LiteLlm.TOTAL_TOKENS_METRIC_TOTAL, tokens(client, asked, called));
    this.read = group.counter(LiteLlm.INPUT_TOKENS_METRIC_TOTAL, tokens(client, asked, called));
    this.written = group.counter(LiteLlm.OUTPUT_TOKENS_METRIC_TOTAL, tokens(client, asked, called));
    this.cached = group.counter(LiteLlm.CACHE_HITS_METRIC_TOTAL, cache(client, called));
    this.notCached = group.counter(LiteLlm.CACHE_MISSES_METRIC_TOTAL, cache(client, called));
  }

  private static String[] call(Client client, Deployment asked, Deployment called) {
    return new String[] {
      asked.group(),
      called.name(),
      called.id(),
      called.base(),
      called.provider(),
      client.hash(),
      client.alias(),
      client.team().id(),
      client.team().alias(),
      client.address(),
      client.program()
    };
  }

  private static String[] tokens(Client client, Deployment asked, Deployment called) {
    return new String[] {
      NONE,
      client.hash(),
      client.alias(),
      called.name(),
      client.team().id(),
      client.team().alias(),
      client.user(),
      client.mail(),
      asked.group(),
      called.id(),
      NONE,
      NONE
    };
  }

  private static String[] cache(Client client, Deployment called) {
    return new String[] {
      called.name(),
      client.hash(),
      client.alias(),
      client.team().id(),
      client.team().alias(),
      NONE,
      client.user(),
      called.id()
    };
  }

  private static Counter spend(Group group, Client client, Deployment called) {
    return group.counter(
        LiteLlm.SPEND_METRIC_TOTAL,
        NONE,
        client.hash(),
        client.alias(),
        called.name(),
        client.team().id(),
        client.team().alias(),
        client.user(),
        client.mail(),
        client.address(),
        client.program(),
        called.id(),
        called.provider(),
        NONE,
        NONE);
  }

  private static Counter failures(
      Group group, Client client, Deployment asked, Deployment called, Failure failure) {
    return group.counter(
        LiteLlm.DEPLOYMENT_FAILURE_RESPONSES_TOTAL,
        asked.group(),
        called.name(),
        called.id(),
        called.base(),
        called.provider(),
        failure.status(),
        failure.exception(),
        client.hash(),
        client.alias(),
        client.team().id(),
        client.team().alias(),
        client.address(),
        client.program());
  }

  /**
   * So many calls were answered, in the times of an outcome; returns the dollars that they cost.
   */
  double answered(long requests, long tokensRead, long tokensWritten, Outcome outcome) {
    calls.add(requests);
    succeeded.add(requests);
    times.took(requests, outcome);
    notCached.add(requests);
    read.add(tokensRead);
    written.add(tokensWritten);
    tokens.add(tokensRead + tokensWritten);
    double dollars = deployment.dollars(tokensRead, tokensWritten);
    spend.add(dollars);
    return dollars;
  }

  void failed(Failure failure, long requests) {
    calls.add(requests);
    failed.get(failure).add(requests);
  }

  /** So many requests were answered without a call. */
  void cached(long requests) {
    cached.add(requests);
  }
}
