package io.runboards.simulate.service;

import io.runboards.catalog.Qdrant;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;

/** Calls of one kind to a vector database, over one of its two protocols. */
final class VectorCalls {
  private final Counter good;
  private final Counter wrong;
  private final Counter bad;
  private final Latency durations;
  private final Gauge mean;
  private final Whole failing = new Whole();
  private final Whole mistaken = new Whole();
  private final double mistakes;

  private VectorCalls(
      Counter good, Counter wrong, Counter bad, Latency durations, Gauge mean, double mistakes) {
    this.good = good;
    this.wrong = wrong;
    this.bad = bad;
    this.durations = durations;
    this.mean = mean;
    this.mistakes = mistakes;
  }

  /** Calls over REST, of which some are the client's mistake. */
  static VectorCalls rest(Group group, String method, String endpoint, double mistakes) {
    return new VectorCalls(
        group.counter(Qdrant.REST_RESPONSES_TOTAL, method, endpoint, "200"),
        group.counter(Qdrant.REST_RESPONSES_TOTAL, method, endpoint, "404"),
        group.counter(Qdrant.REST_RESPONSES_TOTAL, method, endpoint, "500"),
        new Latency(
            group.distribution(
                Qdrant.REST_RESPONSES_DURATION_SECONDS, Buckets.DATABASE, method, endpoint, "200")),
        group.gauge(Qdrant.REST_RESPONSES_AVG_DURATION_SECONDS, method, endpoint, "200"),
        mistakes);
  }

  /** Calls over gRPC, whose status 0 means that all is well, 5 not found and 13 a broken server. */
  static VectorCalls grpc(Group group, String endpoint, double mistakes) {
    return new VectorCalls(
        group.counter(Qdrant.GRPC_RESPONSES_TOTAL, endpoint, "0"),
        group.counter(Qdrant.GRPC_RESPONSES_TOTAL, endpoint, "5"),
        group.counter(Qdrant.GRPC_RESPONSES_TOTAL, endpoint, "13"),
        new Latency(
            group.distribution(
                Qdrant.GRPC_RESPONSES_DURATION_SECONDS, Buckets.DATABASE, endpoint, "0")),
        group.gauge(Qdrant.GRPC_RESPONSES_AVG_DURATION_SECONDS, endpoint, "0"),
        mistakes);
  }

  /**
   * So many calls come, of which a part fails; the others take so many seconds in the mean. Returns
   * how many failed.
   */
  long come(long calls, double failed, double seconds) {
    long broken = Math.min(calls, failing.of(calls * failed));
    long mistake = Math.min(calls - broken, mistaken.of(calls * mistakes));
    long well = calls - broken - mistake;
    good.add(well);
    wrong.add(mistake);
    bad.add(broken);
    durations.took(well, seconds);
    mean.set(seconds);
    return broken;
  }
}
