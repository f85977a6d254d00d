package io.runboards.catalog;

import java.util.Comparator;
import java.util.List;

/**
 * The metrics of one source.
 *
 * @param id a short name for the command line
 * @param title what the source is
 * @param prefixes how names of this source begin: an unknown name that begins so is a mistake
 * @param metrics its metrics, sorted by name
 */
public record Family(String id, String title, List<String> prefixes, List<Metric> metrics) {
  /** The id of the family that holds what recording rules write. */
  public static final String RECORDED = "recorded";

  public Family {
    prefixes = List.copyOf(prefixes);
    metrics = metrics.stream().sorted(Comparator.comparing(Metric::name)).toList();
  }

  /** The family whose metrics are the constants of {@code table}. */
  public static Family of(String id, String title, Class<?> table, String... prefixes) {
    return new Family(id, title, List.of(prefixes), Constants.of(table, Metric.class));
  }

  Family asIn(ClusterVersion version) {
    return new Family(
        id, title, prefixes, metrics.stream().map(metric -> metric.asIn(version)).toList());
  }
}
