package io.runboards.flow;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is known about the series that queries read. */
public final class World {
  /** The labels that a scrape by Prometheus adds. */
  public static final List<String> SCRAPE_LABELS = List.of("instance", "job");

  private final Catalog catalog;
  private final Set<String> extraLabels;
  private final Map<String, SeriesLabels> documented = new ConcurrentHashMap<>();

  /**
   * A world of its own.
   *
   * @param catalog the known metrics
   * @param extraLabels labels that every series may carry besides the documented ones: those of the
   *     scrape such as {@code instance} and {@code job}, of the replica, and external labels
   */
  public World(Catalog catalog, Set<String> extraLabels) {
    this.catalog = catalog;
    this.extraLabels = Set.copyOf(extraLabels);
  }

  /** The standard catalog, scraped by Prometheus. */
  public static World standard() {
    return new World(Catalog.standard(), Set.copyOf(SCRAPE_LABELS));
  }

  /** The same series, as a query of several tenants sees them. */
  public World acrossTenants() {
    Set<String> all = new HashSet<>(extraLabels);
    all.add(Labels.TENANT_ID.name());
    return new World(catalog, all);
  }

  public Catalog catalog() {
    return catalog;
  }

  public Set<String> extraLabels() {
    return extraLabels;
  }

  /** The labels of the series of a metric; they are worked out once. */
  SeriesLabels labelsOf(Metric metric) {
    SeriesLabels known = documented.get(metric.name());
    return known != null
        ? known
        : documented.computeIfAbsent(
            metric.name(), name -> Selection.documented(metric, extraLabels));
  }
}
