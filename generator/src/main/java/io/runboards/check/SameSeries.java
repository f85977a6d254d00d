package io.runboards.check;

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
  Set<String> labelsOfTheScrape(Expr part) {
    List<Metric> metrics = Below.metrics(List.of(part), query);
    Set<String> labels = new HashSet<>();
    for (String label : query.world().extraLabels()) {
      if (isOfTheScrape(label, metrics)) {
        labels.add(label);
      }
    }
    return labels;
  }

  private boolean isOfTheScrape(String label, List<Metric> metrics) {
    for (Metric metric : metrics) {
      if (metric.has(label)) {
        return false;
      }
    }
    for (LabelUse use : query.uses()) {
      if (use.label().equals(label)) {
        return false;
      }
    }
    return true;
  }
}
