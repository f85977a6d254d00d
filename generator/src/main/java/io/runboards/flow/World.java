package io.runboards.flow;

import io.runboards.catalog.Catalog;
import java.util.List;
import java.util.Set;

/**
 * What is known about the series that queries read.
 *
 * @param catalog the known metrics
 * @param extraLabels labels that every series may carry besides the documented ones: those of the
 *     scrape such as {@code instance} and {@code job}, of the replica, and external labels
 */
public record World(Catalog catalog, Set<String> extraLabels) {
  /** The labels that a scrape by Prometheus adds. */
  public static final List<String> SCRAPE_LABELS = List.of("instance", "job");

  public World {
    extraLabels = Set.copyOf(extraLabels);
  }

  /** The standard catalog, scraped by Prometheus. */
  public static World standard() {
    return new World(Catalog.standard(), Set.copyOf(SCRAPE_LABELS));
  }
}
