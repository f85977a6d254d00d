package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.JOB_UUID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Labels.WORKLOAD_TYPE;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * Workloads, as series by {@code clusterId} and {@code workload_id}.
 *
 * <p>Few metrics of workloads know the project, and names are not unique: {@link #names()} tells
 * both.
 *
 * @param chosen which ones, by labels that all metrics of workloads have
 * @param ofProject which ones, by labels that only requests have
 */
record Workloads(List<Condition> chosen, List<Condition> ofProject) {
  static final double WITHOUT_GPU = 0;
  static final double WAITING = 1;
  static final double RUNNING = 2;
  static final double IDLE = 3;

  /** A GPU workload that does nothing for so many seconds is idle. */
  static final double IDLE_AFTER = 600;

  static Workloads of(ValuesOf... variables) {
    return new Workloads(List.of(Variable.chosen(variables)), List.of());
  }

  /** Only those of the chosen projects. */
  Workloads in(ValuesOf projects) {
    return new Workloads(chosen, List.of(projects.chosen()));
  }

  /** What each one measures. */
  Series each(Metric metric) {
    Series all = max(metric(metric).where(chosen)).by(CLUSTER_ID, WORKLOAD_ID);
    return ofProject.isEmpty() ? all : all.and(names()).on(CLUSTER_ID, WORKLOAD_ID);
  }

  /** The requested GPUs, with all that is known of the workload; 0 for work without a GPU. */
  Series requested() {
    return max(requests()).by(CLUSTER_ID, PROJECT, WORKLOAD_ID, WORKLOAD_NAME, WORKLOAD_TYPE);
  }

  Series allocated() {
    return each(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD);
  }

  Series utilization() {
    return each(Runai.GPU_UTILIZATION_PER_WORKLOAD);
  }

  Series gpuMemory() {
    return each(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_WORKLOAD);
  }

  /** How long those that hold GPUs have not used them. */
  Series idleSeconds() {
    return each(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD).atLeast(IDLE_AFTER);
  }

  /** The GPU hours that idle workloads have held without using them. */
  Series lostHours() {
    return idleSeconds().times(allocated()).on(CLUSTER_ID, WORKLOAD_ID).dividedBy(3600);
  }

  /** Those that ask for GPUs and have none: what they ask for. */
  Series waiting() {
    return requested()
        .above(0)
        .unless(
            max(metric(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD).where(chosen))
                .by(CLUSTER_ID, WORKLOAD_ID)
                .above(0))
        .on(CLUSTER_ID, WORKLOAD_ID);
  }

  /** {@link #WITHOUT_GPU}, {@link #WAITING}, {@link #RUNNING} or {@link #IDLE}. */
  Series state() {
    Series known = max(requests()).by(CLUSTER_ID, WORKLOAD_ID);
    return marked(idleSeconds(), IDLE)
        .or(marked(allocated().above(0), RUNNING))
        .on(CLUSTER_ID, WORKLOAD_ID)
        .or(marked(known.above(0), WAITING))
        .on(CLUSTER_ID, WORKLOAD_ID)
        .or(marked(known, WITHOUT_GPU))
        .on(CLUSTER_ID, WORKLOAD_ID);
  }

  private static Series marked(Series some, double state) {
    return group(some).by(CLUSTER_ID, WORKLOAD_ID).times(state);
  }

  /** How long those that wait have waited. */
  Series waitingSeconds() {
    return each(Runai.WAIT_TIME_SECONDS_PER_WORKLOAD).and(waiting()).on(CLUSTER_ID, WORKLOAD_ID);
  }

  /** The GPUs that the workloads of each project wait for. */
  Series waitingByProject() {
    return sum(waiting()).by(CLUSTER_ID, PROJECT);
  }

  /** Project and name as labels, with the value 1. */
  Series names() {
    return topk(1, group(requests()).by(CLUSTER_ID, WORKLOAD_ID, PROJECT, WORKLOAD_NAME))
        .by(CLUSTER_ID, WORKLOAD_ID);
  }

  /**
   * What a metric that knows only {@code job_uuid} says of them, in sum: one metric has both that
   * and {@code workload_id}.
   */
  Series ofJobs(Metric metric, ValuesOf clusters) {
    return sum(
        max(metric(metric).where(clusters.chosen()))
            .by(CLUSTER_ID, JOB_UUID)
            .and(
                group(metric(Runai.REQUESTED_GPU_MEMORY_MB_PER_WORKLOAD).where(chosen))
                    .by(CLUSTER_ID, JOB_UUID))
            .on(CLUSTER_ID, JOB_UUID));
  }

  /** Series of workloads with their project and name. */
  Series named(Series perWorkload) {
    return perWorkload.times(names()).on(CLUSTER_ID, WORKLOAD_ID).groupLeft(PROJECT, WORKLOAD_NAME);
  }

  private Series requests() {
    List<Condition> all = new ArrayList<>(chosen);
    all.addAll(ofProject);
    return metric(Runai.REQUESTED_GPUS_PER_WORKLOAD).where(all);
  }
}
