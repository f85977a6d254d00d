package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.ArrayList;
import java.util.List;

/** A Qdrant cluster, whose servers share the calls and hold each shard twice, and an old server. */
public final class VectorDatabase implements Part {
  static final int SERVERS = 3;
  static final int COPIES = 2;
  private static final int SHARDS_OF_A_COLLECTION = 3;
  private static final String JOB = "qdrant";
  private static final long OPERATION = 3600;

  private final Noise noise;
  private final Demand searches;
  private final List<VectorCollection> collections;
  private final List<VectorServer> servers = new ArrayList<>();
  private final OldVectorServer old;
  private final Split searchesOf = new Split(SERVERS);
  private final Split updatesOf = new Split(SERVERS);
  private final double[] weights = new double[SERVERS];
  private Ailment ailment = Ailment.NONE;
  private boolean stuck;
  private int upBefore = SERVERS;
  private long term = 4;

  /**
   * What makes the servers worse than usual.
   *
   * @param failing the part of the calls that they cannot answer
   * @param slower how many times as long all calls take
   */
  record Ailment(double failing, double slower) {
    static final Ailment NONE = new Ailment(0.0002, 1);
  }

  /**
   * What all servers know of their cluster.
   *
   * @param deadReplicas shards that lack a copy
   * @param commit the number of the last operation on the cluster
   * @param term elections of a leader so far
   */
  record State(long deadReplicas, long commit, long term) {}

  VectorDatabase(Targets targets, Noise noise) {
    this.noise = noise;
    this.searches = new Demand(30, noise.of("searches"));
    this.collections =
        List.of(
            collection("documents", 2_400_000, List.of("text"), 4),
            collection("products", 600_000, List.of("text", "image"), 2),
            collection("tickets", 900_000, List.of("text"), 3));
    for (int i = 0; i < SERVERS; i++) {
      String name = JOB + "-" + i;
      String peer = Long.toString(noise.of(name).seed() >>> 12);
      servers.add(
          new VectorServer(
              peer, targets.add(JOB, name + ".qdrant:6333"), collections, noise.of(name)));
    }
    this.old = new OldVectorServer(targets.add(JOB, "qdrant-old:6333"), noise.of("old"));
  }

  private VectorCollection collection(String name, long points, List<String> vectors, double most) {
    return new VectorCollection(name, points, vectors, most, noise.of(name));
  }

  @Override
  public void calm() {
    searches.calm();
    servers.forEach(VectorServer::calm);
    ailment = Ailment.NONE;
    stuck = false;
  }

  /** This part of the calls fails for now. */
  public void fail(double share) {
    ailment = new Ailment(share, ailment.slower());
  }

  /** All calls take so many times as long for now. */
  public void slowDown(double factor) {
    ailment = new Ailment(ailment.failing(), factor);
  }

  /** Updates are not put in order for now: they wait. */
  public void stopOptimizing() {
    stuck = true;
  }

  /** One of the servers does not answer for now. */
  public void loseOne() {
    servers.getLast().fail();
  }

  @Override
  public void advance(Moment now) {
    long updates = 0;
    for (VectorCollection collection : collections) {
      collection.advance(now, stuck);
      updates += collection.updates();
    }
    int up = wake(now);
    State state = state(up, now);
    if (up > 0) {
      long[] asked = searchesOf.of(searches.in(now), weights);
      long[] changed = updatesOf.of(updates, weights);
      for (int i = 0; i < SERVERS; i++) {
        servers.get(i).answer(asked[i], changed[i], ailment, noise, now);
      }
    }
    servers.forEach(server -> server.show(state));
    old.advance(now);
  }

  private int wake(Moment now) {
    int up = 0;
    for (int i = 0; i < SERVERS; i++) {
      servers.get(i).wake(now);
      weights[i] = servers.get(i).isUp() ? 1 : 0;
      up += servers.get(i).isUp() ? 1 : 0;
    }
    return up;
  }

  /** Each server that goes away has copies of most shards, and makes the others elect a leader. */
  private State state(int up, Moment now) {
    term += Math.max(0, upBefore - up);
    upBefore = up;
    long shards = (long) collections.size() * SHARDS_OF_A_COLLECTION;
    long dead = Math.min(shards, shards * COPIES / SERVERS * (SERVERS - up));
    return new State(dead, now.second() / OPERATION, term);
  }
}
