package io.runboards.simulate.service;

import io.runboards.catalog.LiteLlm;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Group;
import java.util.EnumMap;
import java.util.Map;

/** What the gateway says of the requests of one key for one model. */
final class ClientSeries {
  static final String NONE = "None";
  private static final String ROUTE = "/v1/chat/completions";

  private final Counter good;
  private final Map<Failure, Counter> bad = new EnumMap<>(Failure.class);
  private final Map<Failure, Counter> failed = new EnumMap<>(Failure.class);

  ClientSeries(Group group, Client client, Deployment asked) {
    this.good = requests(group, client, asked, "200");
    for (Failure failure : Failure.values()) {
      bad.put(failure, requests(group, client, asked, failure.status()));
      failed.put(failure, failures(group, client, asked, failure));
    }
  }

  private static Counter requests(Group group, Client client, Deployment asked, String status) {
    return group.counter(
        LiteLlm.PROXY_TOTAL_REQUESTS_METRIC_TOTAL,
        NONE,
        client.hash(),
        client.alias(),
        asked.group(),
        client.team().id(),
        client.team().alias(),
        client.user(),
        status,
        client.mail(),
        ROUTE,
        client.address(),
        client.program(),
        asked.id(),
        NONE,
        NONE);
  }

  private static Counter failures(Group group, Client client, Deployment asked, Failure failure) {
    return group.counter(
        LiteLlm.PROXY_FAILED_REQUESTS_METRIC_TOTAL,
        NONE,
        client.hash(),
        client.alias(),
        asked.group(),
        client.team().id(),
        client.team().alias(),
        client.user(),
        client.mail(),
        failure.status(),
        failure.exception(),
        ROUTE,
        client.address(),
        client.program(),
        asked.id(),
        NONE,
        NONE);
  }

  void answered(long requests) {
    good.add(requests);
  }

  void failed(Failure failure, long requests) {
    bad.get(failure).add(requests);
    failed.get(failure).add(requests);
  }
}
