package io.runboards.simulate.store;

import io.runboards.catalog.Mimir;
import io.runboards.simulate.scrape.Gauge;
import java.util.List;

/** The members of a ring of the store, as a pod sees them. */
final class Ring {
  private final int members;
  private final Gauge active;
  private final Gauge unhealthy;

  private Ring(int members, Gauge active, Gauge unhealthy) {
    this.members = members;
    this.active = active;
    this.unhealthy = unhealthy;
  }

  static Ring seenBy(StorePod pod, String name, int members) {
    for (String state : List.of("JOINING", "LEAVING", "PENDING")) {
      pod.gauge(Mimir.RING_MEMBERS, name, state).set(0);
    }
    return new Ring(
        members,
        pod.gauge(Mimir.RING_MEMBERS, name, "ACTIVE"),
        pod.gauge(Mimir.RING_MEMBERS, name, "Unhealthy"));
  }

  /** So many of its members do not answer. */
  void advance(int out) {
    active.set(members - (double) out);
    unhealthy.set(out);
  }
}
