package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.DEPARTMENT;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;

import io.runboards.catalog.Runai;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import java.util.List;

/**
 * The departments that projects belong to now.
 *
 * @param chosen which ones
 */
record Departments(List<Condition> chosen) {

  static Departments of(ValuesOf... variables) {
    return new Departments(List.of(Variable.chosen(variables)));
  }

  /** Series of the projects of these departments, with the department as one more label. */
  Series of(Series perProject) {
    return perProject.times(membership()).on(CLUSTER_ID, PROJECT).groupLeft(DEPARTMENT);
  }

  /** Their sums by {@code clusterId} and {@code department}. */
  Series total(Series perProject) {
    return sum(of(perProject)).by(CLUSTER_ID, DEPARTMENT);
  }

  /** A project that moved or got another quota shows twice for a while: one is enough. */
  private Series membership() {
    return topk(
            1, group(metric(Runai.PROJECT_INFO).where(chosen)).by(CLUSTER_ID, PROJECT, DEPARTMENT))
        .by(CLUSTER_ID, PROJECT);
  }
}
