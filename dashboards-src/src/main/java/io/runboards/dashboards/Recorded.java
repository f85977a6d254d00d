package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.PROJECT;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import java.util.List;

/** Series that recording rules write, for ranges that are too long for the raw ones. */
final class Recorded {
  static final Metric GPU_ALLOCATED =
      Metric.gauge("cluster:runai_gpu_allocated:sum", Unit.GPUS, CLUSTER_ID)
          .help("GPUs that are allocated");

  static final Metric GPU_CAPACITY =
      Metric.gauge("cluster:runai_gpu_capacity:sum", Unit.GPUS, CLUSTER_ID).help("GPUs that exist");

  static final Metric GPU_HOURS =
      Metric.gauge("project:runai_gpu_hours:sum1h", Unit.GPU_HOURS, CLUSTER_ID, PROJECT)
          .help("GPU hours of the last hour")
          .note("Written once an hour: a sum over time counts each hour once.");

  static final List<Metric> ALL = List.of(GPU_ALLOCATED, GPU_CAPACITY, GPU_HOURS);

  /** Why a panel that reads them may be empty. */
  static final String NEEDED = "needs the recording rules";

  private Recorded() {}
}
