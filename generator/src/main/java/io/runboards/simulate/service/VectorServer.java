package io.runboards.simulate.service;

import io.runboards.catalog.Qdrant;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.List;

/** A server of a Qdrant cluster, and what it says of the cluster and of itself. */
final class VectorServer {
  private static final double MISTAKES = 0.004;
  private static final double QUERY = 0.012;
  private static final double UPDATE = 0.006;
  private static final double LOOK = 0.002;

  private final Target target;
  private final Restarts restarts;
  private final List<VectorContents> contents = new ArrayList<>();
  private final VectorMemory memory;
  private final VectorCalls queries;
  private final VectorCalls updates;
  private final VectorCalls looks;
  private final VectorCalls grpcQueries;
  private final VectorCalls grpcUpdates;
  private final Gauge vectors;
  private final Gauge pending;
  private final Gauge active;
  private final Gauge dead;
  private final Counter commit;
  private final Counter term;
  private boolean failed;
  private boolean up = true;
  private long shownCommit;
  private long shownTerm;

  VectorServer(String peer, Target target, List<VectorCollection> collections, Noise noise) {
    this.target = target;
    this.restarts = new Restarts(0.2, 90, noise);
    Group group = target.always();
    group.fact(Qdrant.APP_INFO, "qdrant", "1.19.0");
    group.gauge(Qdrant.COLLECTIONS_TOTAL).set(collections.size());
    group.gauge(Qdrant.CLUSTER_ENABLED).set(true);
    group.gauge(Qdrant.CLUSTER_PEERS_TOTAL).set(VectorDatabase.SERVERS);
    group.gauge(Qdrant.CLUSTER_VOTER).set(true);
    group.gauge(Qdrant.CLUSTER_WORKING_STATE, "working").set(true);
    group.gauge(Qdrant.CLUSTER_WORKING_STATE, "stopped").set(false);
    collections.forEach(collection -> contents.add(new VectorContents(collection, group)));
    this.memory = new VectorMemory(group);
    this.queries = VectorCalls.rest(group, "POST", "/collections/{name}/points/query", MISTAKES);
    this.updates = VectorCalls.rest(group, "PUT", "/collections/{name}/points", MISTAKES);
    this.looks = VectorCalls.rest(group, "GET", "/collections/{name}", MISTAKES);
    this.grpcQueries = VectorCalls.grpc(group, "/qdrant.Points/Query", MISTAKES);
    this.grpcUpdates = VectorCalls.grpc(group, "/qdrant.Points/Upsert", MISTAKES);
    this.vectors = group.gauge(Qdrant.COLLECTIONS_VECTOR_TOTAL);
    this.pending = group.gauge(Qdrant.CLUSTER_PENDING_OPERATIONS_TOTAL);
    this.active = group.gauge(Qdrant.COLLECTION_ACTIVE_REPLICAS_MIN);
    this.dead = group.gauge(Qdrant.COLLECTION_DEAD_REPLICAS);
    this.commit = group.counter(Qdrant.CLUSTER_COMMIT, peer);
    this.term = group.counter(Qdrant.CLUSTER_TERM);
  }

  void calm() {
    failed = false;
  }

  /** It does not answer for now. */
  void fail() {
    failed = true;
  }

  /** Finds out whether it answers. */
  void wake(Moment now) {
    boolean before = up;
    up = !failed && !restarts.isAway(now);
    target.reachable(up);
    if (up && !before) {
      target.restart();
      shownCommit = 0;
      shownTerm = 0;
    }
  }

  boolean isUp() {
    return up;
  }

  /** Answers its part of the calls. */
  void answer(
      long searches, long changes, VectorDatabase.Ailment ailment, Noise noise, Moment now) {
    double pace = (0.8 + 0.4 * noise.smooth(now.second(), 900)) * ailment.slower();
    long overGrpc = searches * 3 / 10;
    long changesOverGrpc = changes / 4;
    queries.come(searches - overGrpc, ailment.failing(), QUERY * pace);
    grpcQueries.come(overGrpc, ailment.failing(), QUERY * pace);
    updates.come(changes - changesOverGrpc, ailment.failing(), UPDATE * pace);
    grpcUpdates.come(changesOverGrpc, ailment.failing(), UPDATE * pace);
    looks.come(searches / 20, 0, LOOK * pace);
  }

  /** Shows what all servers of the cluster know. */
  void show(VectorDatabase.State state) {
    long stored = 0;
    for (VectorContents one : contents) {
      stored += one.show();
    }
    vectors.set(stored);
    memory.show(stored);
    pending.set(0);
    active.set(state.deadReplicas() > 0 ? 1 : VectorDatabase.COPIES);
    dead.set(state.deadReplicas());
    commit.add(state.commit() - shownCommit);
    shownCommit = state.commit();
    term.add(state.term() - shownTerm);
    shownTerm = state.term();
  }
}
