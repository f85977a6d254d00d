package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CONDITION;
import static io.runboards.catalog.Labels.CONDITION_STATUS;
import static io.runboards.catalog.Labels.GPU_MODEL;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.READY;
import static io.runboards.catalog.Labels.SCHEDULABLE;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.isNot;
import static io.runboards.query.Queries.clampMin;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.round;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import java.util.List;

/**
 * The nodes of chosen clusters, as series by {@code clusterId} and {@code node}.
 *
 * @param chosen which ones
 */
record Nodes(List<Condition> chosen) {
  /** Fractions of GPUs are no smaller; sums of them are not exact. */
  private static final double STEP = 0.001;

  static final double READY_STATE = 0;
  static final double CORDONED = 1;
  static final double NOT_READY = 2;

  static Nodes of(ValuesOf... variables) {
    return new Nodes(List.of(Variable.chosen(variables)));
  }

  /** The largest value of each node: a node can show twice while one of its labels changes. */
  Series worst(Metric metric) {
    return max(metric(metric).where(chosen)).by(CLUSTER_ID, NODE);
  }

  Series gpus() {
    return worst(Runai.GPU_COUNT_PER_NODE);
  }

  Series allocated() {
    return worst(Runai.ALLOCATED_GPU_COUNT_PER_NODE);
  }

  Series allocatedShare() {
    return allocated().dividedBy(gpus()).on(CLUSTER_ID, NODE);
  }

  Series gpuMemoryShare() {
    return worst(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_NODE)
        .dividedBy(worst(Runai.GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE))
        .on(CLUSTER_ID, NODE);
  }

  /** No metric says how much memory a node has, but this share of it is in use. */
  Series memory() {
    return worst(Runai.NODE_USED_MEMORY_BYTES)
        .dividedBy(worst(Runai.NODE_MEMORY_UTILIZATION).above(0))
        .on(CLUSTER_ID, NODE);
  }

  /** The model of the GPUs as a label, with the value 1. */
  Series models() {
    return topk(
            1,
            group(metric(Runai.GPU_COUNT_PER_NODE).where(chosen)).by(CLUSTER_ID, NODE, GPU_MODEL))
        .by(CLUSTER_ID, NODE);
  }

  // What can be given out

  /** The GPUs of nodes that nobody can use now. */
  Series unavailable(Installation at) {
    return notReady(at).or(cordoned(at)).on(CLUSTER_ID, NODE);
  }

  Series notReady(Installation at) {
    return knowsState(at)
        ? gpusWhere(isNot(READY, at.spelling().ready()))
        : gpus().and(ready().equalTo(0)).on(NODE);
  }

  Series cordoned(Installation at) {
    return knowsState(at)
        ? gpusWhere(isNot(SCHEDULABLE, at.spelling().schedulable()))
        : gpus()
            .and(max(metric(KubeStateMetrics.NODE_SPEC_UNSCHEDULABLE)).by(NODE).equalTo(1))
            .on(NODE);
  }

  /** The GPUs of nodes whose state someone reports, whatever it is. */
  Series judged(Installation at) {
    return knowsState(at) ? gpus() : gpus().and(ready()).on(NODE);
  }

  /** {@link #READY_STATE}, {@link #CORDONED} or {@link #NOT_READY}. */
  Series state(Installation at) {
    return group(notReady(at))
        .by(CLUSTER_ID, NODE)
        .times(NOT_READY)
        .or(group(cordoned(at)).by(CLUSTER_ID, NODE).times(CORDONED))
        .on(CLUSTER_ID, NODE)
        .or(group(judged(at)).by(CLUSTER_ID, NODE).times(READY_STATE))
        .on(CLUSTER_ID, NODE);
  }

  /** What can be given out, fractions included: the GPUs of nodes that are out are not free. */
  Series free(Installation at) {
    return left(at, allocated());
  }

  /** GPUs that nobody shares yet: only these serve a workload that asks for whole ones. */
  Series freeWhole(Installation at) {
    return left(at, count(new Gpus(chosen).held()).by(CLUSTER_ID, NODE));
  }

  private Series left(Installation at, Series taken) {
    Series usable = gpus().unless(unavailable(at)).on(CLUSTER_ID, NODE);
    Series all = taken.or(gpus().times(0)).on(CLUSTER_ID, NODE);
    return round(clampMin(usable.minus(all).on(CLUSTER_ID, NODE), 0), STEP);
  }

  /** 0 where GPUs are reported at all, so that a missing report does not look healthy. */
  Series zero() {
    return sum(gpus()).times(0);
  }

  private Series gpusWhere(Condition condition) {
    return max(metric(Runai.GPU_COUNT_PER_NODE).where(chosen).where(condition))
        .by(CLUSTER_ID, NODE);
  }

  /** Before 2.17, only Kubernetes says it. */
  private static boolean knowsState(Installation at) {
    return !at.version().isBefore(ClusterVersion.V2_17);
  }

  private static Series ready() {
    return max(metric(KubeStateMetrics.NODE_STATUS_CONDITION)
            .where(is(CONDITION, "Ready"), is(CONDITION_STATUS, "true")))
        .by(NODE);
  }
}
