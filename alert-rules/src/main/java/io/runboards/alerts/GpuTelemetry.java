package io.runboards.alerts;

import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.HOSTNAME;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.OLD_HOSTNAME;
import static io.runboards.catalog.Labels.UUID;
import static io.runboards.query.Condition.isNot;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.labelReplace;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.query.Series;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What dcgm-exporter says, by the same names as everything else.
 *
 * <p>Older exporters call the node {@code Hostname}, newer ones {@code hostname}, and both name the
 * slices of a GPU one by one. Here a node is a {@code node}, and a GPU has one value: its largest.
 */
final class GpuTelemetry {
  /** The labels of a GPU. */
  static final List<Label> KEY = List.of(NODE, GPU, UUID);

  private GpuTelemetry() {}

  /** The largest value of each GPU. */
  static Series each(Metric metric) {
    return each(metric, series -> series);
  }

  /** The largest result of each GPU. */
  static Series each(Metric metric, UnaryOperator<Series> calculation) {
    return max(byNode(metric, calculation)).by(KEY);
  }

  /** The nodes that have a result, with the value 1. */
  static Series nodes(Metric metric, UnaryOperator<Series> calculation) {
    return group(byNode(metric, calculation)).by(NODE);
  }

  private static Series byNode(Metric metric, UnaryOperator<Series> calculation) {
    return byNode(metric, calculation, OLD_HOSTNAME).or(byNode(metric, calculation, HOSTNAME));
  }

  private static Series byNode(Metric metric, UnaryOperator<Series> calculation, Label hostname) {
    Series known = calculation.apply(metric(metric).where(isNot(hostname, "")));
    return labelReplace(known, NODE, "$1", hostname, "(.+)");
  }
}
