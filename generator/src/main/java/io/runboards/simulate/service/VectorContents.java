package io.runboards.simulate.service;

import io.runboards.catalog.Qdrant;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import java.util.List;

/** What a server says of a collection. */
final class VectorContents {
  private final VectorCollection collection;
  private final Gauge points;
  private final List<Gauge> vectors;
  private final Gauge optimizations;
  private final Gauge queue;
  private final Counter snapshots;

  VectorContents(VectorCollection collection, Group group) {
    String name = collection.name();
    this.collection = collection;
    this.points = group.gauge(Qdrant.COLLECTION_POINTS, name);
    this.vectors =
        collection.vectors().stream()
            .map(vector -> group.gauge(Qdrant.COLLECTION_VECTORS, name, vector))
            .toList();
    this.optimizations = group.gauge(Qdrant.COLLECTION_RUNNING_OPTIMIZATIONS, name);
    this.queue = group.gauge(Qdrant.COLLECTION_UPDATE_QUEUE_LENGTH, name);
    this.snapshots = group.counter(Qdrant.SNAPSHOT_CREATED_TOTAL, name);
  }

  /** Returns how many vectors there are. */
  long show() {
    points.set(collection.points());
    vectors.forEach(gauge -> gauge.set(collection.points()));
    optimizations.set(collection.isWorkedOn());
    queue.set(collection.queue() * VectorDatabase.COPIES / VectorDatabase.SERVERS);
    snapshots.add(collection.hasSnapshot() ? 1 : 0);
    return collection.points() * vectors.size();
  }
}
