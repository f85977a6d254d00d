package io.runboards.verify.coverage;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Metric;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.PrometheusApi;
import io.runboards.verify.store.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of all metrics that a store has.
 *
 * @param names the names
 */
public record Inventory(Set<String> names) {
  private static final List<ClusterVersion> VERSIONS =
      List.of(ClusterVersion.V2_16, ClusterVersion.V2_17);

  public Inventory {
    names = Set.copyOf(names);
  }

  /** What a store has had in a stretch of time. */
  public static Inventory of(PrometheusApi api, Stretch over) throws NoAnswer {
    return new Inventory(Set.copyOf(api.metrics(over.from(), over.until())));
  }

  public boolean has(String metric) {
    return names.contains(metric);
  }

  /** The version that its names are of, if they rather look like another one than this one. */
  public Optional<ClusterVersion> looksLike(ClusterVersion version) {
    return VERSIONS.stream()
        .filter(other -> !other.equals(version))
        .filter(other -> onlyIn(other, version) > onlyIn(version, other))
        .findFirst();
  }

  /** How many of the names there are that one version has and another one does not. */
  private long onlyIn(ClusterVersion version, ClusterVersion other) {
    return Catalog.standard().families().stream()
        .flatMap(family -> family.metrics().stream())
        .filter(metric -> metric.history().existsIn(version))
        .filter(metric -> !metric.history().existsIn(other))
        .flatMap(Inventory::names)
        .filter(names::contains)
        .count();
  }

  private static Stream<String> names(Metric metric) {
    return metric.series().stream().map(Metric::name);
  }
}
