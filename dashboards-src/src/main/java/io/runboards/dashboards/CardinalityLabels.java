package io.runboards.dashboards;

import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.dashboards.AnySeries.AMOUNT;
import static io.runboards.dashboards.AnySeries.FAMILY;
import static io.runboards.dashboards.AnySeries.LABEL;
import static io.runboards.dashboards.AnySeries.METRIC;
import static io.runboards.dashboards.AnySeries.VALUE;
import static io.runboards.dashboards.AnySeries.largest;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.labelReplace;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.promql;
import static io.runboards.query.Queries.sum;

import io.runboards.alerts.Uids;
import io.runboards.catalog.Label;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Reducer;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Variable;
import io.runboards.query.Series;

/** Which values one label has, and which metrics carry it. */
final class CardinalityLabels implements DashboardSource {
  private static final int TOP = 25;
  private static final String VARIABLE = "label";
  private static final Label CHOSEN = Label.unbounded("$label", "The label in question");

  /** Series of the chosen metrics that have the label. */
  private static final Series CARRYING = promql("{__name__=~\"$metric\", $label!=\"\"}");

  /** Series of all metrics of the family on which the label has the chosen values. */
  private static final Series WITH_VALUE = promql("{__name__=~\"$family\", $label=~\"$value\"}");

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.CARDINALITY_LABELS, "Metrics store / Cardinality of a label")
        .answers("Which values does this label have, and who carries it?", "metrics platform")
        .in("Metrics store")
        .tagged("metrics-store", "cardinality")
        .relatedTo("metrics-store")
        .variables(
            Variable.textBox("label", "Label", WORKLOAD_ID.name()).holding(LABEL),
            Variable.textBox("metric", "Metric or pattern", "runai_.+").holding(METRIC),
            AnySeries.FAMILIES,
            Variable.textBox("value", "Value or pattern", ".+").holding(VALUE))
        .from("now-6h")
        .refreshing("")
        .rows(numbers(), values(), users());
  }

  private static Row numbers() {
    return Tiles.of(
        stat("Values")
            .about("Different values of the label on the chosen metric, or on all that match.")
            .query(count(byValue()))
            .colored(Palette.CAPACITY)
            .noValue("not there")
            .decimals(0),
        stat("Since yesterday")
            .about("How many more values there are than a day ago.")
            .query(
                count(byValue())
                    .dividedBy(
                        promql(
                            "count(count by ($label) ({__name__=~\"$metric\", $label!=\"\"}"
                                + " offset 1d))"))
                    .minus(1))
            .thresholds(from(-1, Palette.BUSY), from(0.1, Palette.WASTE), from(0.5, Palette.BROKEN))
            .noValue("new")
            .decimals(0),
        stat("Series")
            .about("Series of these metrics that carry the label.")
            .query(count(CARRYING))
            .unit("short")
            .colored(Palette.CAPACITY)
            .noValue("none")
            .decimals(1),
        stat("Largest value")
            .about("The share of these series that the value with the most of them has.")
            .query(max(byValue()).dividedBy(count(CARRYING)))
            .thresholds(from(0, Palette.BUSY), from(0.5, Palette.WASTE))
            .noValue("none")
            .decimals(0),
        stat("Metrics")
            .about(
                "Metrics whose names match the chosen pattern and which carry the label with the"
                    + " chosen value.")
            .query(count(count(WITH_VALUE).by(METRIC)))
            .colored(Palette.CAPACITY)
            .noValue("none")
            .decimals(0));
  }

  private static Series byValue() {
    return count(CARRYING).byChosen(VARIABLE);
  }

  private static Row values() {
    return row(
        "On the metric",
        bargauge("Top values of $label")
            .key("top values")
            .about(
                "The values with the most series. Click one to see below which metrics have it."
                    + " Some labels name persons.")
            .query(
                largest(TOP, sum(labelReplace(byValue(), VALUE, "$1", CHOSEN, "(.*)")).by(VALUE)),
                "{{value}}")
            .colored(AMOUNT)
            .decimals(0)
            .min(0)
            .drillDown(
                linkTo(Uids.CARDINALITY_LABELS, "Only this value")
                    .carrying(LABEL, METRIC, FAMILY, VALUE))
            .width(12)
            .height(14),
        timeseries("Values over time")
            .about("A line that only rises belongs to a label without an end.")
            .query(count(byValue()), "Values")
            .min(0)
            .filled(15)
            .stepped()
            .legend(Legend.list(Reducer.LAST, Reducer.MAX))
            .width(12)
            .height(14));
  }

  private static Row users() {
    return row(
        "On all metrics of the pattern",
        bargauge("Metrics that carry it")
            .about(
                "Series that have the label with the chosen value, by metric: what would go if the"
                    + " label or the value went.")
            .query(largest(TOP, count(WITH_VALUE).by(METRIC)), "{{__name__}}")
            .colored(AMOUNT)
            .decimals(0)
            .min(0)
            .drillDown(linkTo(Uids.CARDINALITY_METRICS, "Metric").carrying(METRIC, FAMILY))
            .width(12)
            .height(14),
        bargauge("Values on each metric")
            .about("How many different values the label has on each metric.")
            .query(
                largest(
                    TOP,
                    promql(
                        "count by (__name__) (count by (__name__, $label) (" + WITH_VALUE + "))")),
                "{{__name__}}")
            .colored(AMOUNT)
            .decimals(0)
            .min(0)
            .drillDown(linkTo(Uids.CARDINALITY_METRICS, "Metric").carrying(METRIC, FAMILY))
            .width(12)
            .height(14));
  }
}
