package io.runboards.simulate.service;

import static io.runboards.simulate.service.ClientSeries.NONE;

import io.runboards.catalog.LiteLlm;
import io.runboards.catalog.Metric;
import io.runboards.simulate.scrape.Group;

/** How long the answers to one key took, and what of it was the gateway's own share. */
final class CallTimes {
  private static final double OVERHEAD = 0.012;
  private static final double QUEUE = 0.004;

  private final Latency whole;
  private final Latency model;
  private final Latency firstToken;
  private final Latency overhead;
  private final Latency queue;
  private final Latency eachToken;

  CallTimes(Group group, Client client, Deployment asked, Deployment called) {
    String[] request = request(client, asked, called);
    String[] api = api(client, asked, called);
    this.whole = latency(group, LiteLlm.REQUEST_TOTAL_LATENCY_METRIC, request);
    this.queue = latency(group, LiteLlm.REQUEST_QUEUE_TIME_SECONDS, request);
    this.model = latency(group, LiteLlm.LLM_API_LATENCY_METRIC, api);
    this.firstToken = latency(group, LiteLlm.LLM_API_TIME_TO_FIRST_TOKEN_METRIC, api);
    this.overhead = latency(group, LiteLlm.OVERHEAD_LATENCY_METRIC, limited(client, asked, called));
    this.eachToken =
        latency(group, LiteLlm.DEPLOYMENT_LATENCY_PER_OUTPUT_TOKEN, ofDeployment(client, called));
  }

  private static Latency latency(Group group, Metric metric, String... labels) {
    return new Latency(group.distribution(metric, Buckets.GATEWAY, labels));
  }

  private static String[] request(Client client, Deployment asked, Deployment called) {
    return new String[] {
      NONE,
      client.hash(),
      client.alias(),
      asked.group(),
      client.team().id(),
      client.team().alias(),
      client.user(),
      called.name(),
      called.id(),
      NONE,
      NONE
    };
  }

  private static String[] api(Client client, Deployment asked, Deployment called) {
    return new String[] {
      called.name(),
      client.hash(),
      client.alias(),
      client.team().id(),
      client.team().alias(),
      asked.group(),
      NONE,
      client.user(),
      called.id(),
      NONE,
      NONE
    };
  }

  static String[] limited(Client client, Deployment asked, Deployment called) {
    return new String[] {
      asked.group(),
      called.provider(),
      called.base(),
      called.name(),
      client.hash(),
      client.alias(),
      called.id()
    };
  }

  private static String[] ofDeployment(Client client, Deployment called) {
    return new String[] {
      called.name(),
      called.id(),
      called.base(),
      called.provider(),
      client.hash(),
      client.alias(),
      client.team().id(),
      client.team().alias(),
      NONE,
      NONE
    };
  }

  void took(long requests, Outcome outcome) {
    double seconds = outcome.wholeAnswer();
    whole.took(requests, seconds + OVERHEAD + QUEUE);
    model.took(requests, seconds);
    firstToken.took(requests, outcome.firstToken());
    overhead.took(requests, OVERHEAD);
    queue.took(requests, QUEUE);
    eachToken.took(requests, seconds * outcome.answered() / Math.max(1, outcome.written()));
  }
}
