package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.query.Queries.clampMin;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Label;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Series;

/**
 * What projects hold, against what they are guaranteed.
 *
 * @param projects the projects
 * @param workloads their workloads
 */
record Fairness(Projects projects, Workloads workloads) {

  static Fairness of(ValuesOf... variables) {
    return new Fairness(Projects.of(variables), Workloads.of(variables));
  }

  /** Guaranteed GPUs that a project does not hold. */
  Series unused() {
    Series quota = projects.quota();
    Series left = quota.minus(projects.allocated()).on(CLUSTER_ID, PROJECT);
    return left.or(quota).on(CLUSTER_ID, PROJECT).above(0);
  }

  /** The GPUs that starved projects wait for, also beyond their quota. */
  Series starved() {
    return projects.starved(workloads.waitingByProject());
  }

  /** Guaranteed GPUs that a project waits for and does not get. */
  Series owed() {
    return least(workloads.waitingByProject(), unused(), CLUSTER_ID, PROJECT);
  }

  /** GPUs that some projects borrow while others of the same cluster wait for theirs. */
  Series unfairlyHeld() {
    return least(sum(owed()).by(CLUSTER_ID), sum(projects.borrowed()).by(CLUSTER_ID), CLUSTER_ID);
  }

  /** 0 where quotas are reported at all, so that a missing report does not look fair. */
  Series none() {
    return sum(projects.quota()).times(0);
  }

  /** The lesser of two values, for what has both. */
  private static Series least(Series one, Series other, Label... key) {
    return one.minus(clampMin(one.minus(other).on(key), 0)).on(key);
  }
}
