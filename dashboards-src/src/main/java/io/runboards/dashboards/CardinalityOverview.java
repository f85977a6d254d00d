package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.USER;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.PrometheusServer.SCRAPE_SAMPLES_SCRAPED;
import static io.runboards.catalog.PrometheusServer.SCRAPE_SERIES_ADDED;
import static io.runboards.catalog.PrometheusServer.TSDB_HEAD_SERIES;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_POD_PER_GPU;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_WORKLOAD;
import static io.runboards.catalog.Runai.REQUESTED_GPUS_PER_WORKLOAD;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.dashboards.AnySeries.AMOUNT;
import static io.runboards.dashboards.AnySeries.FAMILY;
import static io.runboards.dashboards.AnySeries.LABEL;
import static io.runboards.dashboards.AnySeries.METRIC;
import static io.runboards.dashboards.AnySeries.largest;
import static io.runboards.dashboards.AnySeries.ofFamily;
import static io.runboards.dashboards.AnySeries.ofJob;
import static io.runboards.dashboards.AnySeries.topLabels;
import static io.runboards.dashboards.AnySeries.topMetrics;
import static io.runboards.query.Queries.avgOverTime;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;

import io.runboards.alerts.Uids;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Reducer;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Series;

/** Which metrics and labels a tenant's series are made of. */
final class CardinalityOverview implements DashboardSource {
  private static final int TOP = 20;
  private static final String FEW_MINUTES = "10m";
  private static final ValuesOf ONE_JOB = valuesOf(JOB, SCRAPE_SAMPLES_SCRAPED).titled("Job");

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.CARDINALITY, "Metrics store / Cardinality")
        .answers("Which metrics and labels make this tenant large?", "metrics platform")
        .in("Metrics store")
        .tagged("metrics-store", "cardinality")
        .relatedTo("metrics-store")
        .variables(AnySeries.FAMILIES, ONE_JOB)
        .from("now-6h")
        .refreshing("")
        .rows(total(), top(), jobs(), suspects());
  }

  private static Row total() {
    return Tiles.of(
        stat("Series")
            .about(
                "Series whose metric name matches the chosen pattern, in the tenant of the chosen"
                    + " data source.")
            .query(count(ofFamily()))
            .unit("short")
            .colored(Palette.CAPACITY)
            .noValue("none")
            .decimals(1),
        stat("Metrics")
            .about("Metric names that match the chosen pattern.")
            .query(count(count(ofFamily()).by(METRIC)))
            .colored(Palette.CAPACITY)
            .noValue("none")
            .decimals(0),
        stat("Largest metric")
            .about("The share of these series that the metric with the most of them has.")
            .query(max(count(ofFamily()).by(METRIC)).dividedBy(count(ofFamily())))
            .thresholds(from(0, Palette.BUSY), from(0.25, Palette.WASTE), from(0.5, Palette.BROKEN))
            .noValue("none")
            .decimals(0),
        stat("Scraped samples")
            .about(
                "Samples of one scrape of all targets, whatever their metrics are called: about the"
                    + " number of series before relabelling. It costs little to ask.")
            .query(sum(metric(SCRAPE_SAMPLES_SCRAPED)))
            .unit("short")
            .colored(Palette.CAPACITY)
            .decimals(1),
        stat("New series")
            .about(
                "The share of all series in memory that each scrape sees for the first time, over"
                    + " ten minutes. Pods that come and go, or labels with ever new values, raise"
                    + " it; each new series costs memory for hours.")
            .query(added().dividedBy(sum(metric(TSDB_HEAD_SERIES))))
            .thresholds(
                from(0, Palette.BUSY), from(0.01, Palette.WASTE), from(0.05, Palette.BROKEN))
            .decimals(1)
            .mayBeEmpty("needs Prometheus' metrics about itself"));
  }

  private static Series added() {
    return sum(avgOverTime(metric(SCRAPE_SERIES_ADDED), FEW_MINUTES));
  }

  private static Row top() {
    return row(
        "Of the chosen metrics",
        bargauge("Top metrics")
            .about("The metrics with the most series. Click one to see which labels multiply it.")
            .query(topMetrics(TOP, ofFamily()), "{{__name__}}")
            .colored(AMOUNT)
            .decimals(0)
            .min(0)
            .drillDown(linkTo(Uids.CARDINALITY_METRICS, "Metric").carrying(METRIC, FAMILY))
            .width(12)
            .height(14),
        bargauge("Top labels")
            .about(
                "How many values well-known labels have on these metrics. A label of a thousand"
                    + " values multiplies each metric that carries it. Other labels cannot be"
                    + " listed by a query: write their name on the dashboard of a label.")
            .query(topLabels(TOP, ofFamily()), "{{label}}")
            .colored(AMOUNT)
            .decimals(0)
            .min(0)
            .drillDown(
                linkTo(Uids.CARDINALITY_LABELS, "Label")
                    .carrying(LABEL, FAMILY)
                    .carryingAs(FAMILY, METRIC))
            .width(12)
            .height(14));
  }

  private static Row jobs() {
    return row(
        "Of all metrics, by job",
        bargauge("Top jobs")
            .about("Samples of one scrape, by job. Click a job to see its metrics beside.")
            .query(largest(TOP, sum(metric(SCRAPE_SAMPLES_SCRAPED)).by(JOB)), "{{job}}")
            .colored(AMOUNT)
            .decimals(0)
            .min(0)
            .drillDown(linkTo(Uids.CARDINALITY, "Only this job").carrying(JOB, FAMILY))
            .width(8)
            .height(12),
        bargauge("Metrics of $job")
            .key("metrics of the job")
            .about("The metrics of the chosen job with the most series, whatever they are called.")
            .query(topMetrics(TOP, ofJob()), "{{__name__}}")
            .colored(AMOUNT)
            .decimals(0)
            .min(0)
            .drillDown(linkTo(Uids.CARDINALITY_METRICS, "Metric").carrying(METRIC, FAMILY))
            .width(8)
            .height(12),
        timeseries("New series by job")
            .about(
                "Series that a scrape saw for the first time, over ten minutes: a restart is a"
                    + " peak, a label without an end a plateau.")
            .query(
                topk(8, sum(avgOverTime(metric(SCRAPE_SERIES_ADDED), FEW_MINUTES)).by(JOB)),
                "{{job}}")
            .legend(Legend.table(Reducer.LAST))
            .width(8)
            .height(12));
  }

  private static Row suspects() {
    return row(
            "What grows with the use of Run:ai",
            stat("Workloads")
                .about(
                    "Workloads that have series now. Each has about ten metrics, and leaves them"
                        + " behind when it ends.")
                .query(
                    count(count(metric(REQUESTED_GPUS_PER_WORKLOAD)).by(CLUSTER_ID, WORKLOAD_ID)))
                .colored(Palette.CAPACITY)
                .decimals(0)
                .digits(34)
                .noValue("no report"),
            stat("Persons")
                .about(
                    "Persons who are named in the labels of workloads: their number, and why a"
                        + " tenant's readers should be chosen with care.")
                .query(count(count(metric(GPU_UTILIZATION_PER_WORKLOAD)).by(USER)))
                .colored(Palette.CAPACITY)
                .decimals(0)
                .digits(34)
                .noValue("no report"),
            stat("Pod series")
                .about(
                    "Series of pods on GPUs: one for each pod and each GPU that it uses, on each of"
                        + " two metrics.")
                .query(count(metric(GPU_UTILIZATION_PER_POD_PER_GPU)))
                .colored(Palette.CAPACITY)
                .decimals(0)
                .digits(34)
                .noValue("no report"),
            bargauge("Workloads by project")
                .about("Workloads that have series now, by project.")
                .query(
                    largest(
                        TOP,
                        count(
                                count(metric(REQUESTED_GPUS_PER_WORKLOAD))
                                    .by(CLUSTER_ID, PROJECT, WORKLOAD_ID))
                            .by(CLUSTER_ID, PROJECT)),
                    "{{project}}")
                .colored(AMOUNT)
                .decimals(0)
                .min(0)
                .drillDown(linkTo(Uids.PROJECT, "Project").carrying(CLUSTER_ID, PROJECT))
                .width(12)
                .height(10))
        .closed();
  }
}
