package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.PROJECT_INFO;
import static io.runboards.dashboard.Variable.valuesOf;

import io.runboards.dashboard.Variable.ValuesOf;

/** What the readers of several dashboards choose. */
final class Choices {
  static final ValuesOf CLUSTERS =
      valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE).named("cluster").titled("Cluster").multi().orAll();

  /** On dashboards about one thing, which is in one cluster. */
  static final ValuesOf CLUSTER =
      valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE).named("cluster").titled("Cluster");

  static final ValuesOf ONE_NODE =
      valuesOf(NODE, GPU_COUNT_PER_NODE).titled("Node").within(CLUSTER);

  static final ValuesOf ONE_PROJECT =
      valuesOf(PROJECT, PROJECT_INFO).titled("Project").within(CLUSTER);

  private Choices() {}
}
