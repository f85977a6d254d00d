package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.query.Queries.chosenNumber;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.sumOverTime;

import io.runboards.alerts.Usage;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.TextBox;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Series;

/**
 * What projects used in the time range of the dashboard, and what it costs.
 *
 * @param projects the projects
 * @param nodes the nodes of their clusters
 */
record Chargeback(Projects projects, Nodes nodes) {
  static final TextBox PRICE = Variable.textBox("gpu_hour_price", "Price of a GPU hour", "2.50");

  /** Grafana shortens amounts of money of its own accord: a bill must not be rounded. */
  static final String MONEY = "prefix:$";

  private static final String EACH_MINUTE = "$__range:1m";
  private static final double MINUTES = 60;

  static Chargeback of(ValuesOf... variables) {
    return new Chargeback(Projects.of(variables), Nodes.of(variables));
  }

  Series gpuHours() {
    return projects.gpuHours();
  }

  /** GPU hours that were held and did no work, in sum. */
  Series wastedHours() {
    return sumOverTime(projects.wasted(), EACH_MINUTE).dividedBy(MINUTES);
  }

  /** GPU hours that there were. */
  Series capacityHours() {
    return sumOverTime(nodes.gpus(), EACH_MINUTE).dividedBy(MINUTES);
  }

  /** The GPU hours with the department as one more label, if the project has one. */
  Series withDepartment(Departments departments) {
    return departments.of(gpuHours()).or(gpuHours()).on(CLUSTER_ID, PROJECT);
  }

  Series wastedShare() {
    return wastedHours().dividedBy(gpuHours().above(0)).on(CLUSTER_ID, PROJECT);
  }

  Series cost(Series hours) {
    return hours.times(chosenNumber(PRICE.name()));
  }

  /** GPU hours as recorded, which reach back further. */
  Series recordedHours() {
    return sum(sumOverTime(Usage.GPU_HOURS.read().where(projects.chosen()), "$__range"))
        .by(CLUSTER_ID, PROJECT);
  }
}
