package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.dashboard.Variable.valuesOf;

import io.runboards.dashboard.Variable.ValuesOf;

/** What the readers of several dashboards choose. */
final class Choices {
  static final ValuesOf CLUSTERS =
      valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE).named("cluster").titled("Cluster").multi().orAll();

  private Choices() {}
}
