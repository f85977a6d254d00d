package io.runboards.dashboards;

import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_POD_PER_GPU;
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
import static io.runboards.dashboards.AnySeries.largest;
import static io.runboards.dashboards.AnySeries.ofFamily;
import static io.runboards.dashboards.AnySeries.ofMetric;
import static io.runboards.dashboards.AnySeries.topLabels;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.countOverTime;
import static io.runboards.query.Queries.number;

import io.runboards.alerts.Uids;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Reducer;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Variable;

/** Which labels multiply one metric, and who sends it. */
final class CardinalityMetrics implements DashboardSource {
  private static final int TOP = 22;

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.CARDINALITY_METRICS, "Metrics store / Cardinality of a metric")
        .answers("Why does this metric have so many series?", "metrics platform")
        .in("Metrics store")
        .tagged("metrics-store", "cardinality")
        .relatedTo("metrics-store")
        .variables(
            Variable.textBox("metric", "Metric", GPU_UTILIZATION_PER_POD_PER_GPU.name())
                .holding(METRIC),
            AnySeries.FAMILIES)
        .from("now-6h")
        .refreshing("")
        .rows(numbers(), causes());
  }

  private static Row numbers() {
    return Tiles.of(
        stat("Series")
            .about("Series of the metric now.")
            .query(count(ofMetric()))
            .unit("short")
            .colored(Palette.CAPACITY)
            .noValue("no such metric")
            .decimals(1),
        stat("Share")
            .about("The part that they are of all series whose names match the chosen pattern.")
            .query(count(ofMetric()).dividedBy(count(ofFamily())))
            .thresholds(from(0, Palette.BUSY), from(0.25, Palette.WASTE), from(0.5, Palette.BROKEN))
            .noValue("no series")
            .decimals(1),
        stat("Since yesterday")
            .about("How many more series there are than a day ago.")
            .query(count(ofMetric()).dividedBy(count(ofMetric().offset("1d"))).minus(1))
            .thresholds(from(-1, Palette.BUSY), from(0.1, Palette.WASTE), from(0.5, Palette.BROKEN))
            .noValue("new")
            .decimals(0),
        stat("Replaced")
            .about(
                "How many of the series of the time range no longer exist. They cost storage"
                    + " nonetheless: a label with short-lived values makes many of them.")
            .query(
                number(1)
                    .minus(
                        count(ofMetric()).dividedBy(count(countOverTime(ofMetric(), "$__range")))))
            .thresholds(from(0, Palette.BUSY), from(0.5, Palette.WASTE), from(0.9, Palette.BROKEN))
            .noValue("no series")
            .decimals(0),
        stat("Targets")
            .about("Scraped targets that deliver it; none for the results of rules.")
            .query(count(count(ofMetric()).by(JOB, INSTANCE)))
            .colored(Palette.CAPACITY)
            .noValue("none")
            .decimals(0));
  }

  private static Row causes() {
    return row(
        bargauge("Labels")
            .about(
                "How many values well-known labels have on this metric; those that are always the"
                    + " same are left out. The largest ones are the cause. Click one to see its"
                    + " values.")
            .query(topLabels(TOP, ofMetric()), "{{label}}")
            .colored(AMOUNT)
            .decimals(0)
            .min(0)
            .noValue("none has two values")
            .drillDown(linkTo(Uids.CARDINALITY_LABELS, "Label").carrying(METRIC, LABEL, FAMILY))
            .width(8)
            .height(14),
        timeseries("Series over time")
            .about("Steps are new senders or new labels; a steady rise is a label without an end.")
            .query(count(ofMetric()), "Series")
            .min(0)
            .filled(15)
            .stepped()
            .legend(Legend.list(Reducer.LAST, Reducer.MAX))
            .width(8)
            .height(14),
        bargauge("Targets with most series")
            .about("Who delivers it. Click one to see all that its job delivers.")
            .query(largest(15, count(ofMetric()).by(JOB, INSTANCE)), "{{job}} {{instance}}")
            .colored(AMOUNT)
            .decimals(0)
            .min(0)
            .drillDown(linkTo(Uids.CARDINALITY, "Job").carrying(JOB, FAMILY))
            .width(8)
            .height(14));
  }
}
