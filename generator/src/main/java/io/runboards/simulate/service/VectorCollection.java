package io.runboards.simulate.service;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.List;

/**
 * Points with vectors: they grow in number, and are put in order from time to time.
 *
 * <p>Before that, updates wait for a short while; if nothing puts them in order, for long.
 */
final class VectorCollection {
  /** So many updates, and a server begins to put a collection in order. */
  private static final int DUE = 4_000;

  private static final int SECONDS_OF_WORK = 240;
  private static final int SNAPSHOT_HOUR = 2;
  private static final double NEW_POINTS = 0.2;
  private static final long DAY = 86_400;
  private static final double SECONDS_OF_WAITING = 2;
  private static final int DONE_IN_A_SECOND = 100;

  private final String name;
  private final List<String> vectors;
  private final Demand updates;
  private final Whole added = new Whole();
  private long points;
  private long unordered;
  private long queue;
  private int work;
  private boolean snapshot;
  private long updatesNow;

  VectorCollection(String name, long points, List<String> vectors, double most, Noise noise) {
    this.name = name;
    this.points = points;
    this.vectors = List.copyOf(vectors);
    this.updates = new Demand(most, noise);
    this.unordered = noise.among(DUE, 0);
  }

  void advance(Moment now, boolean stuck) {
    updatesNow = updates.in(now);
    points += added.of(updatesNow * NEW_POINTS);
    unordered += updatesNow;
    if (stuck) {
      queue += updatesNow;
      work = SECONDS_OF_WORK;
    } else {
      long usual = Math.round(SECONDS_OF_WAITING * updatesNow / now.step());
      queue = Math.max(usual, queue - (long) DONE_IN_A_SECOND * now.step());
      putInOrder(now.step());
    }
    long today = now.second() / DAY * DAY + SNAPSHOT_HOUR * 3600L;
    snapshot = now.second() >= today && now.second() - now.step() < today;
  }

  private void putInOrder(int step) {
    if (work > 0) {
      work = Math.max(0, work - step);
    } else if (unordered >= DUE) {
      unordered = 0;
      work = SECONDS_OF_WORK;
    }
  }

  String name() {
    return name;
  }

  List<String> vectors() {
    return vectors;
  }

  long points() {
    return points;
  }

  /** Updates that wait. */
  long queue() {
    return queue;
  }

  /** Updates that came in the latest step. */
  long updates() {
    return updatesNow;
  }

  /** Whether it is being put in order. */
  boolean isWorkedOn() {
    return work > 0;
  }

  /** Whether a snapshot was made in the latest step. */
  boolean hasSnapshot() {
    return snapshot;
  }
}
