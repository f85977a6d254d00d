package io.runboards.simulate.service;

import io.runboards.catalog.Qdrant;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/** A Qdrant server of an older version that stands alone and counts failures by themselves. */
final class OldVectorServer {
  private static final String METHOD = "POST";
  private static final String ENDPOINT = "/collections/{name}/points/search";
  private static final double FAILING = 0.001;
  private static final double SEARCH = 0.02;

  private final Demand searches;
  private final VectorCalls rest;
  private final Counter failed;
  private final Counter failedGrpc;
  private final Whole failingGrpc = new Whole();

  OldVectorServer(Target target, Noise noise) {
    Group group = target.always();
    group.fact(Qdrant.APP_INFO, "qdrant", "1.15.5");
    group.gauge(Qdrant.COLLECTIONS_TOTAL).set(1);
    group.gauge(Qdrant.COLLECTIONS_VECTOR_TOTAL).set(120_000);
    group.gauge(Qdrant.CLUSTER_ENABLED).set(false);
    this.searches = new Demand(2, noise);
    this.rest = VectorCalls.rest(group, METHOD, ENDPOINT, 0);
    this.failed = group.counter(Qdrant.REST_RESPONSES_FAIL_TOTAL, METHOD, ENDPOINT, "500");
    this.failedGrpc = group.counter(Qdrant.GRPC_RESPONSES_FAIL_TOTAL, "/qdrant.Points/Search");
  }

  void advance(Moment now) {
    long calls = searches.in(now);
    failed.add(rest.come(calls, FAILING, SEARCH));
    failedGrpc.add(failingGrpc.of(calls * FAILING / 2));
  }
}
