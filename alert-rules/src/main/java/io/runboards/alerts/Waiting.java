package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Runai;
import io.runboards.query.Series;

/** Workloads that wait for GPUs, and what their projects may claim. */
final class Waiting {
  private Waiting() {}

  /** The GPUs that each workload without any asks for. */
  static Series workloads() {
    return max(metric(Runai.REQUESTED_GPUS_PER_WORKLOAD))
        .by(CLUSTER_ID, PROJECT, WORKLOAD_ID, WORKLOAD_NAME)
        .above(0)
        .unless(
            max(metric(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD))
                .by(CLUSTER_ID, WORKLOAD_ID)
                .above(0))
        .on(CLUSTER_ID, WORKLOAD_ID);
  }

  /** The guaranteed GPUs of each project; one without a limit, which reads -1, has none. */
  static Series quota() {
    return max(metric(Runai.PROJECT_GUARANTEED_GPUS)).by(CLUSTER_ID, PROJECT).atLeast(0);
  }

  /** What each project waits for although it fits into the rest of its quota. */
  static Series owed() {
    Series rest =
        quota()
            .minus(Usage.PROJECT_GPU_ALLOCATED.read())
            .on(CLUSTER_ID, PROJECT)
            .or(quota())
            .on(CLUSTER_ID, PROJECT);
    return sum(workloads().atMost(rest).on(CLUSTER_ID, PROJECT).groupLeft())
        .by(CLUSTER_ID, PROJECT);
  }
}
