package io.runboards.check;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.flow.Metrics;
import io.runboards.flow.UnitFlow;
import io.runboards.flow.World;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.VectorSelector;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A right query in which mistakes can be made.
 *
 * @param original the query
 * @param tree its tree
 * @param world what is known about the metrics that it reads
 */
record Subject(Original original, Expr tree, World world) {

  static Subject of(Original original, World world) {
    return new Subject(original, original.tree(), world);
  }

  /** Where nodes of one kind stand. */
  <T extends Expr> Stream<Site<T>> sites(Class<T> kind) {
    return Site.in(tree).flatMap(site -> site.as(kind));
  }

  Optional<Metric> metric(VectorSelector selector) {
    return Metrics.of(selector, world);
  }

  /** The metrics that a part reads; empty if one of them is unknown. */
  Optional<List<Metric>> metrics(Expr part) {
    List<Optional<Metric>> metrics =
        Below.selectors(List.of(part)).map(this::metric).distinct().toList();
    return metrics.stream().allMatch(Optional::isPresent)
        ? Optional.of(metrics.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  /** Whether it is certain that nothing in a part can have a label. */
  boolean lacks(Expr part, String label) {
    return !world.extraLabels().contains(label)
        && metrics(part)
            .filter(metrics -> metrics.stream().noneMatch(metric -> metric.has(label)))
            .isPresent();
  }

  /** Whether a part certainly measures in a unit. */
  boolean measures(Unit unit, Expr part) {
    return UnitFlow.through(tree, world).at(part).unit().equals(Optional.of(unit));
  }
}
