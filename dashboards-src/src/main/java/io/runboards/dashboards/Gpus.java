package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.query.Queries.avgOverTime;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.now;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Paired;
import io.runboards.query.Series;
import java.util.List;

/**
 * The GPUs of chosen clusters and nodes, as series by {@code clusterId}, {@code node} and {@code
 * gpu}.
 *
 * @param chosen which ones
 */
record Gpus(List<Condition> chosen) {
  /** A GPU that is held and does less than this on average, in percent, is idle. */
  static final double IDLE_BELOW = 1;

  static final double FREE = 0;
  static final double IN_USE = 1;
  static final double HELD_IDLE = 2;

  /** Stands for a free GPU among utilizations. */
  static final double NOT_HELD = -1;

  private static final String IDLE_FOR = "10m";

  static Gpus of(ValuesOf... variables) {
    return new Gpus(List.of(Variable.chosen(variables)));
  }

  Series each(Metric metric) {
    return max(metric(metric).where(chosen)).by(CLUSTER_ID, NODE, GPU);
  }

  Series utilization() {
    return each(Runai.GPU_UTILIZATION_PER_GPU);
  }

  /** How many GPUs would do the same work without a pause. */
  Series busy() {
    return sum(utilization()).dividedBy(100);
  }

  /** GPUs that host a pod. */
  Series held() {
    return each(Runai.ALLOCATED_GPU_COUNT_PER_GPU).above(0);
  }

  /** GPUs that host a pod and did nothing for ten minutes. */
  Series heldIdle() {
    return held()
        .and(
            max(avgOverTime(metric(Runai.GPU_UTILIZATION_PER_GPU).where(chosen), IDLE_FOR))
                .by(CLUSTER_ID, NODE, GPU)
                .below(IDLE_BELOW))
        .on(CLUSTER_ID, NODE, GPU);
  }

  /** {@link #FREE}, {@link #IN_USE} or {@link #HELD_IDLE}. */
  Series state() {
    return group(heldIdle())
        .by(CLUSTER_ID, NODE, GPU)
        .times(HELD_IDLE)
        .or(each(Runai.ALLOCATED_GPU_COUNT_PER_GPU).above(0).asBool())
        .on(CLUSTER_ID, NODE, GPU);
  }

  /** The utilization of GPUs that host a pod; {@link #NOT_HELD} for those that are free. */
  Series work() {
    return utilization()
        .and(held())
        .on(CLUSTER_ID, NODE, GPU)
        .or(utilization().times(0).plus(NOT_HELD))
        .on(CLUSTER_ID, NODE, GPU);
  }

  /** How many are held idle; 0 only where someone reports both who holds them and their work. */
  Series heldIdleCount(Label... by) {
    Series known =
        utilization().and(each(Runai.ALLOCATED_GPU_COUNT_PER_GPU)).on(CLUSTER_ID, NODE, GPU);
    Paired idle = count(heldIdle()).by(by).or(count(known).by(by).times(0));
    return by.length == 0 ? idle : idle.on(by);
  }

  Series memoryShare() {
    return each(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_GPU)
        .dividedBy(each(Runai.GPU_MEMORY_TOTAL_MEBIBYTES_PER_GPU))
        .on(CLUSTER_ID, NODE, GPU);
  }

  /** How long ago a GPU last did something. */
  Series sinceLastWork() {
    return now().minus(each(Runai.LAST_GPU_UTILIZATION_TIME_PER_GPU).above(0));
  }
}
