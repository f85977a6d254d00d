package io.runboards.simulate.service;

import io.runboards.catalog.Qdrant;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;

/** The memory of a server of a vector database: what it holds, and what that takes. */
final class VectorMemory {
  private static final double EMPTY = 300e6;
  private static final double OF_A_VECTOR = 3_500;
  private static final double IN_PAGES = 1.06;
  private static final double IN_RAM = 1.11;

  private final Gauge allocated;
  private final Gauge active;
  private final Gauge resident;

  VectorMemory(Group group) {
    this.allocated = group.gauge(Qdrant.MEMORY_ALLOCATED_BYTES);
    this.active = group.gauge(Qdrant.MEMORY_ACTIVE_BYTES);
    this.resident = group.gauge(Qdrant.MEMORY_RESIDENT_BYTES);
  }

  void show(long vectors) {
    double share = (double) VectorDatabase.COPIES / VectorDatabase.SERVERS;
    double bytes = EMPTY + vectors * OF_A_VECTOR * share;
    allocated.set(Math.rint(bytes));
    active.set(Math.rint(bytes * IN_PAGES));
    resident.set(Math.rint(bytes * IN_RAM));
  }
}
