package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import java.time.Duration;
import java.util.List;

/** A vector database that fails, falls behind or lacks a server. */
final class VectorIncidents {
  private static final Incident ERRORS =
      new Incident(
          "vector-database-errors",
          "The vector database fails",
          "A disk of the vector database is full, and its collections are read-only or not readable"
              + " at all: one in five calls ends with an error.",
          Duration.ofMinutes(30),
          (platform, seconds) -> platform.services().vectors().fail(0.2));

  private static final Incident REPLICAS_DEAD =
      new Incident(
          "vector-replicas-dead",
          "A server of the vector database is gone",
          "A server of the vector database does not find its volume any more. The others answer, but"
              + " most shards have lost their second copy.",
          Duration.ofMinutes(40),
          (platform, seconds) -> platform.services().vectors().loseOne());

  private static final Incident OPTIMIZER_STUCK =
      new Incident(
          "vector-optimizer-stuck",
          "Updates wait",
          "The vector database no longer puts its collections in order. Updates pile up, and"
              + " searches grow slower.",
          Duration.ofHours(1),
          (platform, seconds) -> {
            platform.services().vectors().stopOptimizing();
            platform.services().vectors().slowDown(1 + seconds / 600.0);
          });

  static final List<Incident> ALL = List.of(ERRORS, REPLICAS_DEAD, OPTIMIZER_STUCK);

  private VectorIncidents() {}
}
