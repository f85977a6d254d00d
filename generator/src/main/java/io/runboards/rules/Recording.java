package io.runboards.rules;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.dashboard.Origin;
import io.runboards.query.Queries;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recording rule: a query whose result is kept as a metric.
 *
 * <p>The metric says which labels and unit its readers can rely on. A check follows both through
 * the query and compares.
 *
 * @param metric the metric that the rule writes, named {@code level:metric:operations}
 * @param series the query
 * @param labels labels that it adds
 * @param since the oldest cluster version that has what the query reads
 * @param origin the line that wrote it
 */
public record Recording(
    Metric metric,
    Series series,
    List<LabelValue> labels,
    Optional<ClusterVersion> since,
    Origin origin)
    implements Rule {

  public Recording {
    labels = List.copyOf(labels);
  }

  public static Recording recording(Metric metric, Series series) {
    return new Recording(metric, series, List.of(), Optional.empty(), Origin.caller());
  }

  /** Adds a label, which the metric must have. */
  public Recording with(Label label, String value) {
    if (!metric.has(label.name())) {
      throw new WrongRule(metric.name() + " has no label '" + label.name() + "'");
    }
    List<LabelValue> all = new ArrayList<>(labels);
    all.add(LabelValue.with(label, value));
    return new Recording(metric, series, all, since, origin);
  }

  /** Clusters before this version do not have what the query reads. */
  public Recording since(ClusterVersion version) {
    return new Recording(metric, series, labels, Optional.of(version), origin);
  }

  /** What the rule wrote, to be used in other queries. */
  public Selected read() {
    return Queries.metric(metric);
  }

  @Override
  public String name() {
    return metric.name();
  }
}
