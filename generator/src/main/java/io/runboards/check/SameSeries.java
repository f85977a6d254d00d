package io.runboards.check;

import static java.util.stream.Collectors.toSet;

import io.runboards.catalog.Metric;
import io.runboards.promql.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether labels single out one series of a part of a query.
 *
 * @param query the query
 */
record SameSeries(Query query) {

  /** Whether two series of a part with the same values of these labels are the same, always. */
  boolean ifAlikeIn(Set<String> labels, Expr part) {
    if (query.labels().at(part).isIdentifiedBy(labels)) {
      return true;
    }
    Set<String> enough = new HashSet<>(labels);
    enough.addAll(labelsOfTheScrape(part));
    return query.labels().atOneMoment(part).isIdentifiedBy(enough);
  }

  /** The extra labels that mean nothing here: no metric documents and no operation names them. */
  private Set<String> labelsOfTheScrape(Expr part) {
    List<Metric> metrics = Below.metrics(List.of(part), query);
    return query.world().extraLabels().stream()
        .filter(label -> metrics.stream().noneMatch(metric -> metric.has(label)))
        .filter(label -> query.uses().stream().noneMatch(use -> use.label().equals(label)))
        .collect(toSet());
  }
}
