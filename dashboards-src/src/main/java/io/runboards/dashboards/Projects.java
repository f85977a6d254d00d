package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.query.Queries.clampMin;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.number;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.sumOverTime;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import java.util.List;

/**
 * The projects of chosen clusters, as series by {@code clusterId} and {@code project}.
 *
 * @param chosen which ones
 */
record Projects(List<Condition> chosen) {
  private static final double MINUTES_PER_HOUR = 60;

  static Projects of(ValuesOf... variables) {
    return new Projects(List.of(Variable.chosen(variables)));
  }

  Series each(Metric metric) {
    return max(metric(metric).where(chosen)).by(CLUSTER_ID, PROJECT);
  }

  Series allocated() {
    return each(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT);
  }

  /** The guaranteed GPUs; a project without a limit has none. */
  Series quota() {
    return each(Runai.PROJECT_GUARANTEED_GPUS).atLeast(0);
  }

  /** Allocated GPUs, and 0 for projects that hold nothing. */
  Series allocatedOrNone() {
    return allocated().or(each(Runai.PROJECT_GUARANTEED_GPUS).times(0)).on(CLUSTER_ID, PROJECT);
  }

  /** Allocated GPUs of projects that have a quota: those without one would distort its use. */
  Series allocatedUnderQuota() {
    return allocated().and(quota()).on(CLUSTER_ID, PROJECT);
  }

  /** 0 where projects are reported at all, so that a missing report does not look healthy. */
  Series zero() {
    return sum(allocatedOrNone()).times(0);
  }

  /** More than 1 for a project that borrows. */
  Series quotaUse() {
    return allocated()
        .dividedBy(each(Runai.PROJECT_GUARANTEED_GPUS).above(0))
        .on(CLUSTER_ID, PROJECT);
  }

  /** GPUs held beyond the quota: the scheduler may take them back. */
  Series borrowed() {
    return clampMin(allocated().minus(quota()).on(CLUSTER_ID, PROJECT), 0);
  }

  Series utilization() {
    return each(Runai.GPU_UTILIZATION_PER_PROJECT);
  }

  /** How many GPUs would do the same work without a pause. */
  Series busy() {
    return allocated().times(utilization()).on(CLUSTER_ID, PROJECT).dividedBy(100);
  }

  /** The GPUs that are allocated and do not work, in sum. */
  Series wasted() {
    return allocated().times(number(1).minus(utilization().dividedBy(100))).on(CLUSTER_ID, PROJECT);
  }

  /** In the time range of the dashboard. */
  Series gpuHours() {
    return sumOverTime(allocated(), "$__range:1m").dividedBy(MINUTES_PER_HOUR);
  }

  /**
   * Projects that ask for more GPUs although they hold less than their quota.
   *
   * @param waiting the GPUs that each project waits for
   */
  Series starved(Series waiting) {
    return waiting
        .above(0)
        .and(allocatedOrNone().below(quota()).on(CLUSTER_ID, PROJECT))
        .on(CLUSTER_ID, PROJECT);
  }
}
