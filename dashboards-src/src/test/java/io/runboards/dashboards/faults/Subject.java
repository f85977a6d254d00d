package io.runboards.dashboards.faults;

import io.runboards.catalog.Family;
import io.runboards.catalog.Metric;
import io.runboards.check.Site;
import io.runboards.dashboard.Installation;
import io.runboards.flow.Metrics;
import io.runboards.flow.World;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.VectorSelector;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A right query in which a mistake can be made.
 *
 * @param tree the query
 * @param world what is known about metrics
 */
record Subject(Expr tree, World world) {

  /** Where nodes of one kind stand. */
  <T extends Expr> Stream<Site<T>> sites(Class<T> kind) {
    return Site.in(tree).flatMap(site -> site.as(kind));
  }

  Optional<Metric> metric(VectorSelector selector) {
    return Metrics.of(selector, world);
  }

  /** The metric of the same source with other labels whose name is nearest: the wrong line. */
  static Optional<Metric> neighbour(Metric metric, World world) {
    return world.catalog().familyOf(metric.name()).stream()
        .map(Family::metrics)
        .flatMap(metrics -> metrics.stream())
        .filter(other -> other.history().existsIn(Installation.NEWEST.version()))
        .filter(other -> !Set.copyOf(other.labels()).equals(Set.copyOf(metric.labels())))
        .min(
            Comparator.comparingInt((Metric other) -> -shared(metric.name(), other.name()))
                .thenComparing(Metric::name));
  }

  private static int shared(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }
}
