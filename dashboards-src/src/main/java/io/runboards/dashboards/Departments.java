package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.DEPARTMENT;
import static io.runboards.catalog.Labels.DEPARTMENT_NAME;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.labelReplace;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.promql;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;
import static java.util.stream.Collectors.joining;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import java.util.Arrays;

/**
 * The departments that projects belong to now.
 *
 * @param infos the chosen projects with their departments and quotas as labels
 */
record Departments(Series infos) {

  /** The projects of chosen clusters or departments. */
  static Departments of(Installation at, ValuesOf... chosen) {
    return at.version().isBefore(ClusterVersion.V2_17)
        ? new Departments(underOldName(chosen))
        : new Departments(metric(Runai.PROJECT_INFO).where(Variable.chosen(chosen)));
  }

  /** Before 2.17 the department has another label, on this metric alone. */
  private static Series underOldName(ValuesOf... chosen) {
    String conditions =
        Arrays.stream(chosen)
            .map(it -> it.label().equals(DEPARTMENT) ? it.chosenAs(DEPARTMENT_NAME) : it.chosen())
            .map(Condition::toString)
            .collect(joining(","));
    Series infos = promql(Runai.PROJECT_INFO.name() + "{" + conditions + "}");
    return labelReplace(infos, DEPARTMENT, "$1", DEPARTMENT_NAME, "(.+)");
  }

  /** Series of these projects, with the department as one more label. */
  Series of(Series perProject) {
    return perProject.times(membership()).on(CLUSTER_ID, PROJECT).groupLeft(DEPARTMENT);
  }

  /** Their sums by {@code clusterId} and {@code department}. */
  Series total(Series perProject) {
    return sum(of(perProject)).by(CLUSTER_ID, DEPARTMENT);
  }

  /** Their sums by {@code department}, over all chosen clusters. */
  Series everywhere(Series perProject) {
    return sum(of(perProject)).by(DEPARTMENT);
  }

  /** A project that moved or got another quota shows twice for a while: one is enough. */
  private Series membership() {
    return topk(1, group(infos).by(CLUSTER_ID, PROJECT, DEPARTMENT)).by(CLUSTER_ID, PROJECT);
  }
}
