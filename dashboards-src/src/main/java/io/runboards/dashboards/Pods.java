package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import java.util.List;

/**
 * Pods, as series by {@code clusterId}, {@code pod_namespace} and {@code pod_name}.
 *
 * @param chosen which ones
 */
record Pods(List<Condition> chosen) {
  private static final List<Label> POD = List.of(CLUSTER_ID, POD_NAMESPACE, POD_NAME, NODE);
  private static final List<Label> POD_AND_GPU =
      List.of(CLUSTER_ID, POD_NAMESPACE, POD_NAME, NODE, GPU);

  static Pods of(ValuesOf... variables) {
    return new Pods(List.of(Variable.chosen(variables)));
  }

  /** With the node. */
  Series each(Metric metric) {
    return max(metric(metric).where(chosen)).by(POD);
  }

  /** With the node and the GPU. */
  Series eachGpu(Metric metric) {
    return max(metric(metric).where(chosen)).by(POD_AND_GPU);
  }

  Series gpus() {
    return each(Runai.ALLOCATED_GPU_COUNT_PER_POD);
  }

  /** The mean of the GPUs of a pod. */
  Series utilization() {
    return avg(eachGpu(Runai.GPU_UTILIZATION_PER_POD_PER_GPU)).by(POD);
  }

  Series gpuMemory() {
    return sum(eachGpu(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_POD_PER_GPU)).by(POD);
  }

  Series cores() {
    return each(Runai.ALLOCATED_MILLICPUS_PER_POD).dividedBy(1000);
  }

  Series memory() {
    return each(Runai.ALLOCATED_MEMORY_PER_POD);
  }
}
