package io.runboards.dashboards;

import static io.runboards.catalog.ClusterVersion.V2_17;
import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.DEPARTMENT;
import static io.runboards.catalog.Labels.GPU_MODEL;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MEAN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.predictLinear;
import static io.runboards.query.Queries.quantileOverTime;
import static io.runboards.query.Queries.sortDesc;
import static io.runboards.query.Queries.sum;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.alerts.Usage;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Threshold;
import io.runboards.query.Series;
import io.runboards.rules.Recording;

/** What GPU hours were used, by whom, at which cost, and whether there are enough. */
final class CapacityChargeback implements DashboardSource {
  private static final Chargeback BILL = Chargeback.of(Choices.CLUSTERS);
  private static final Nodes NODES = Nodes.of(Choices.CLUSTERS);
  private static final Gpus GPUS = Gpus.of(Choices.CLUSTERS);
  private static final Projects PROJECTS = Projects.of(Choices.CLUSTERS);
  private static final Workloads WORKLOADS = Workloads.of(Choices.CLUSTERS);
  private static final double FORTNIGHT = 14 * 86_400;

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.CAPACITY, "Run:ai / Capacity and chargeback")
        .answers("Who used what at which cost, and do the GPUs suffice?", "finance, planning")
        .in("Run:ai")
        .tagged("runai", "gpu", "cost")
        .relatedTo("runai")
        .variables(Choices.CLUSTERS, Chargeback.PRICE)
        .from("now-24h")
        .refreshing("15m")
        .rows(total(), bill(at), planning(), course(), recorded());
  }

  private static Row total() {
    return Tiles.of(
        stat("GPU hours")
            .about("GPU hours that projects held in the chosen time range.")
            .query(sum(BILL.gpuHours()))
            .colored(Palette.CAPACITY)
            .decimals(0),
        stat("Cost")
            .about("These GPU hours at the chosen price.")
            .query(BILL.cost(sum(BILL.gpuHours())))
            .unit(Chargeback.MONEY)
            .colored(Palette.CAPACITY)
            .decimals(0),
        stat("Hours wasted")
            .about(
                "The share of the held GPU hours in which the GPUs rested: held GPUs times the"
                    + " share of time without work.")
            .query(sum(BILL.wastedHours()).dividedBy(sum(BILL.gpuHours())))
            .thresholds(wastedShare())
            .decimals(0)
            .filled(),
        stat("Cost of waste")
            .about("What was paid for GPUs that were held and rested.")
            .query(BILL.cost(sum(BILL.wastedHours())))
            .unit(Chargeback.MONEY)
            .thresholds(from(0, Palette.BUSY), from(0.01, Palette.WASTE))
            .decimals(0),
        stat("Capacity sold")
            .about("The share of all GPU hours that somebody held. The rest nobody pays for.")
            .query(sum(BILL.gpuHours()).dividedBy(sum(BILL.capacityHours())))
            .thresholds(from(0, Palette.WASTE), from(0.6, Palette.ALLOCATED))
            .decimals(0),
        stat("Guaranteed")
            .about(
                "The share of all GPUs that is guaranteed to projects. Above 100 % more is"
                    + " promised than there is.")
            .query(sum(PROJECTS.quota()).dividedBy(sum(NODES.gpus())))
            .thresholds(from(0, Palette.CAPACITY), from(1.0001, Palette.WASTE))
            .decimals(0)
            .drillDown(Links.QUOTA));
  }

  private static Threshold[] wastedShare() {
    return new Threshold[] {
      from(0, Palette.BUSY), from(0.4, Palette.WASTE), from(0.6, Palette.BROKEN)
    };
  }

  private static Row bill(Installation at) {
    Departments departments = Departments.of(at, Choices.CLUSTERS);
    return row(
            table("Chargeback")
                .about(
                    "What each project held in the time range. A project that changed its"
                        + " department is charged to the present one.")
                .query(BILL.withDepartment(departments), "GPU hours")
                .query(BILL.cost(BILL.gpuHours()), "Cost")
                .query(BILL.wastedHours(), "Wasted hours")
                .query(BILL.wastedShare(), "Wasted share")
                .columns(
                    hidden(CLUSTER_ID),
                    column(DEPARTMENT, Part.named("Department").drillDown(Links.DEPARTMENT)),
                    column(PROJECT, Part.named("Project").drillDown(Links.PROJECT)),
                    column(Part.named("GPU hours").decimals(0)),
                    column(Part.named("Cost").unit(Chargeback.MONEY).decimals(0)),
                    column(Part.named("Wasted hours").decimals(0)),
                    column(Bars.share("Wasted share").thresholds(Color.TRANSPARENT, wastedShare())))
                .worstFirst("Cost")
                .width(16),
            bargauge("Cost by department")
                .about("The cost of the projects that belong to each department now.")
                .query(
                    sortDesc(departments.everywhere(BILL.cost(BILL.gpuHours()))), "{{department}}")
                .unit(Chargeback.MONEY)
                .colored(Palette.ALLOCATED)
                .min(0)
                .decimals(0)
                .drillDown(Links.DEPARTMENT)
                .width(8))
        .height(11);
  }

  private static Row planning() {
    Series models = NODES.models();
    return row(
            "Do the GPUs suffice?",
            timeseries("Demand and capacity")
                .about(
                    "Demand is what all listed workloads ask for, waiting ones included. Above"
                        + " capacity for days: too few GPUs, or too many that rest.")
                .query(sum(NODES.gpus()), "Capacity")
                .query(sum(WORKLOADS.requested()), "Demand")
                .query(sum(NODES.allocated()), "Allocated")
                .query(sum(PROJECTS.busy()), "Busy")
                .parts(
                    Part.named("Capacity").in(Palette.CAPACITY).dashed(),
                    Part.named("Demand").in(Palette.WAITING),
                    Part.named("Allocated").in(Palette.ALLOCATED).filled(10),
                    Part.named("Busy").in(Palette.BUSY).filled(25))
                .stepped()
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MEAN)),
            table("GPU models")
                .about("Which model is short, and which one rests.")
                .query(ofModel(NODES.gpus(), models), "GPUs")
                .query(
                    ofModel(NODES.allocated(), models)
                        .dividedBy(ofModel(NODES.gpus(), models))
                        .on(GPU_MODEL),
                    "Allocated")
                .query(avg(named(GPUS.utilization(), models)).by(GPU_MODEL), "GPU utilization")
                .columns(
                    column(GPU_MODEL, Part.named("Model").atLeastWide(210).drillDown(Links.NODES)),
                    column(Part.named("GPUs").decimals(0)),
                    column(Bars.share("Allocated")),
                    column(Bars.work("GPU utilization")))
                .worstFirst("Allocated")
                .width(12)
                .notBefore(V2_17))
        .height(9);
  }

  private static Series ofModel(Series perNode, Series models) {
    return sum(named(perNode, models)).by(GPU_MODEL);
  }

  private static Series named(Series perNode, Series models) {
    return perNode.times(models).on(CLUSTER_ID, NODE).groupLeft(GPU_MODEL);
  }

  private static Row course() {
    return row(
            timeseries("Last 30 days")
                .about("Capacity and what was allocated of it, from recorded series.")
                .query(sum(of(Usage.GPU_CAPACITY)), "Capacity")
                .query(sum(of(Usage.GPU_ALLOCATED)), "Allocated")
                .parts(
                    Part.named("Capacity").in(Palette.CAPACITY).dashed(),
                    Part.named("Allocated").in(Palette.ALLOCATED).filled(15))
                .unit(Unit.GPUS)
                .over("30d")
                .every("1h")
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MEAN))
                .mayBeEmpty(Usage.NEEDED)
                .width(16),
            stat("Usual peak")
                .about(
                    "In 95 of 100 hours of the last 30 days no more GPUs were allocated than"
                        + " this: a size to plan with.")
                .query(quantileOverTime(0.95, sum(of(Usage.GPU_ALLOCATED)), "30d:1h"))
                .unit(Unit.GPUS)
                .colored(Palette.ALLOCATED)
                .decimals(0)
                .digits(34)
                .noValue("no record")
                .mayBeEmpty(Usage.NEEDED)
                .width(4),
            stat("In 14 days")
                .about(
                    "The share of the present capacity that will be allocated in 14 days if the"
                        + " trend of the last 14 goes on.")
                .query(
                    predictLinear(sum(of(Usage.GPU_ALLOCATED)), "14d:1h", FORTNIGHT)
                        .dividedBy(sum(of(Usage.GPU_CAPACITY))))
                .unit(Unit.RATIO)
                .thresholds(
                    from(0, Palette.ALLOCATED), from(0.9, Palette.WASTE), from(1, Palette.BROKEN))
                .decimals(0)
                .digits(34)
                .noValue("no record")
                .mayBeEmpty(Usage.NEEDED)
                .width(4))
        .height(9);
  }

  private static Series of(Recording recorded) {
    return recorded.read().where(Choices.CLUSTERS.chosen());
  }

  private static Row recorded() {
    return row(
            "Long ranges",
            table("Recorded GPU hours")
                .about(
                    "The same bill from recorded hours, for ranges of weeks and months: choose the"
                        + " range above.")
                .query(BILL.recordedHours(), "GPU hours")
                .query(BILL.cost(BILL.recordedHours()), "Cost")
                .columns(
                    hidden(CLUSTER_ID),
                    column(PROJECT, Part.named("Project").drillDown(Links.PROJECT)),
                    column(Part.named("GPU hours").unit(Unit.GPU_HOURS).decimals(0)),
                    column(Part.named("Cost").unit(Chargeback.MONEY).decimals(0)))
                .worstFirst("Cost")
                .mayBeEmpty(Usage.NEEDED))
        .closed();
  }
}
