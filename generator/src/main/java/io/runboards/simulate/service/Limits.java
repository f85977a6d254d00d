package io.runboards.simulate.service;

import io.runboards.catalog.LiteLlm;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;

/** What a provider outside still allows a key in the current minute. */
final class Limits {
  private static final double REQUESTS = 10_000;
  private static final double TOKENS = 2_000_000;
  private static final double MINUTE = 60;

  private final Gauge requests;
  private final Gauge tokens;

  Limits(Group group, Client client, Deployment asked, Deployment called) {
    String[] labels = CallTimes.limited(client, asked, called);
    this.requests = group.gauge(LiteLlm.REMAINING_REQUESTS_METRIC, labels);
    this.tokens = group.gauge(LiteLlm.REMAINING_TOKENS_METRIC, labels);
  }

  void used(long calls, long allTokens, int step) {
    requests.set(Math.max(0, Math.round(REQUESTS - MINUTE * calls / step)));
    tokens.set(Math.max(0, Math.round(TOKENS - MINUTE * allTokens / step)));
  }
}
