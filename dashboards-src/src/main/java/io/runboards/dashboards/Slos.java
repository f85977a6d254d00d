package io.runboards.dashboards;

import static io.runboards.catalog.Labels.SERVICE;
import static io.runboards.catalog.Labels.SLO;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.number;

import io.runboards.catalog.Metric;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.DataSource;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Series;
import io.runboards.rules.Length;
import io.runboards.rules.ObjectiveMetrics;

/** What is recorded about the chosen objectives, as series by objective and service. */
final class Slos {
  /** The time over which objectives are kept. */
  static final Length PERIOD = Length.of("28d");

  static final DataSource SOURCE = Variable.dataSource("datasource", "Metrics", "");
  static final ValuesOf OBJECTIVES =
      valuesOf(SLO, ObjectiveMetrics.EVENTS).titled("Objective").multi().orAll();
  static final ValuesOf SERVICES =
      valuesOf(SERVICE, ObjectiveMetrics.EVENTS)
          .titled("Service")
          .within(OBJECTIVES)
          .multi()
          .orAll();

  private Slos() {}

  /** The share of events that were bad within a window. */
  static Series errors(String window) {
    return each(ObjectiveMetrics.errorRatio(Length.of(window)));
  }

  /** The share of events that were good over the whole period. */
  static Series attained() {
    return number(1).minus(each(ObjectiveMetrics.errorRatio(PERIOD)));
  }

  /** The share of events that must be good, for each service that had any. */
  static Series demanded() {
    return each(ObjectiveMetrics.errorRatio(PERIOD))
        .times(0)
        .plus(max(metric(ObjectiveMetrics.OBJECTIVE).where(OBJECTIVES.chosen())).by(SLO))
        .on(SLO)
        .groupLeft();
  }

  /** The share of the error budget that is left; below 0 when the objective is missed. */
  static Series budget() {
    return each(ObjectiveMetrics.BUDGET);
  }

  /** How many times as fast as allowed the budget burned in the last hour. */
  static Series burn() {
    return each(ObjectiveMetrics.BURN);
  }

  private static Series each(Metric metric) {
    return max(metric(metric).where(Variable.chosen(OBJECTIVES, SERVICES))).by(SLO, SERVICE);
  }
}
