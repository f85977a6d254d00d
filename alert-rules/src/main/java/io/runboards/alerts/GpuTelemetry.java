package io.runboards.alerts;

import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.HOSTNAME;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.OLD_HOSTNAME;
import static io.runboards.catalog.Labels.UUID;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.labelReplace;
import static io.runboards.query.Queries.max;

import io.runboards.catalog.Label;
import io.runboards.query.Series;
import java.util.List;

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
  static Series each(Series measured) {
    return max(byNode(measured)).by(KEY);
  }

  /** The nodes that anything is known of, with the value 1. */
  static Series nodes(Series measured) {
    return group(byNode(measured)).by(NODE);
  }

  private static Series byNode(Series measured) {
    Series old = labelReplace(measured, NODE, "$1", OLD_HOSTNAME, "(.+)");
    return labelReplace(old, NODE, "$1", HOSTNAME, "(.+)");
  }
}
