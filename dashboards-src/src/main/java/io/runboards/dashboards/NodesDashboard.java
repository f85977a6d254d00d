package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU_MODEL;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Reducer.MIN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.avgOverTime;
import static io.runboards.query.Queries.bottomk;
import static io.runboards.query.Queries.clampMin;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.floor;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sort;
import static io.runboards.query.Queries.sortDesc;
import static io.runboards.query.Queries.sum;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.query.Series;

/** All nodes of the chosen clusters: what is free, what is out, what fits. */
final class NodesDashboard implements DashboardSource {
  private static final Nodes NODES = Nodes.of(Choices.CLUSTERS);
  private static final Gpus GPUS = Gpus.of(Choices.CLUSTERS);

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.NODES, "Run:ai / Nodes")
        .answers(
            "Which nodes are out or idle, and what still fits on the others?",
            "platform engineers on call, capacity planners")
        .in("Run:ai")
        .tagged("runai", "gpu", "capacity")
        .relatedTo("runai")
        .variables(Choices.CLUSTERS)
        .from("now-6h")
        .rows(now(at), room(at), nodes(at), models(at), mig());
  }

  private static Row now(Installation at) {
    return Tiles.of(
        stat("Nodes")
            .about("Nodes with GPUs, whatever their state.")
            .query(count(NODES.gpus()))
            .colored(Palette.CAPACITY)
            .decimals(0)
            .drillDown(Links.CLUSTER)
            .width(3),
        stat("GPUs unavailable")
            .about("GPUs of nodes that are not ready or cordoned. The table below has them first.")
            .query(sum(NODES.unavailable(at)).or(sum(NODES.judged(at)).times(0)))
            .thresholds(Scales.faults())
            .decimals(0)
            .filled()
            .width(4),
        stat("Held but idle")
            .about("GPUs that host a pod and did nothing for ten minutes.")
            .query(GPUS.heldIdleCount())
            .thresholds(Scales.waste())
            .decimals(0)
            .filled()
            .width(4),
        stat("Free GPUs")
            .about("GPUs that nobody holds, on nodes that take work.")
            .query(sum(NODES.free(at)))
            .colored(Palette.CAPACITY)
            .decimals(2)
            .drillDown(Links.QUOTA)
            .width(3),
        stat("Largest block")
            .about("The most whole GPUs that a workload can get on one node now.")
            .query(max(NODES.freeWhole(at)))
            .unit("none")
            .colored(Palette.CAPACITY)
            .decimals(0)
            .width(4),
        stat("Empty nodes")
            .about("Nodes in service none of whose GPUs is taken.")
            .query(
                count(NODES.freeWhole(at).dividedBy(NODES.gpus()).on(CLUSTER_ID, NODE).atLeast(1))
                    .or(NODES.zero()))
            .colored(Palette.CAPACITY)
            .decimals(0)
            .width(3),
        stat("Left in fractions")
            .about(
                "What is free of GPUs that are shared already, in sum: no workload that asks for a"
                    + " whole GPU can have it.")
            .query(clampMin(sum(NODES.free(at)).minus(sum(NODES.freeWhole(at))), 0))
            .unit("none")
            .thresholds(Scales.waste())
            .decimals(2)
            .width(3));
  }

  private static Row room(Installation at) {
    return row(
            bargauge("Workloads that fit now")
                .about(
                    "How many workloads could start at once if each wants so many GPUs of one node."
                        + " Many of 1 and none of 8: the free GPUs are scattered.")
                .query(fitting(at, 1), "1 GPU")
                .query(fitting(at, 2), "2 GPUs")
                .query(fitting(at, 4), "4 GPUs")
                .query(fitting(at, 8), "8 GPUs")
                .unit("none")
                .colored(Palette.ALLOCATED)
                .min(0)
                .decimals(0)
                .width(8),
            timeseries("Free GPUs and the largest block")
                .unit("none")
                .about("Far apart, free GPUs are scattered over nodes and large workloads wait.")
                .query(sum(NODES.free(at)), "Free")
                .query(max(NODES.freeWhole(at)), "Largest block")
                .parts(
                    Part.named("Free").in(Palette.CAPACITY).filled(15),
                    Part.named("Largest block").in(Palette.ALLOCATED))
                .stepped()
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MIN))
                .width(8),
            timeseries("GPUs out of service")
                .about("Since when GPUs are missing because their node is.")
                .query(sum(NODES.notReady(at)).or(sum(NODES.judged(at)).times(0)), "Not ready")
                .query(sum(NODES.cordoned(at)).or(sum(NODES.judged(at)).times(0)), "Cordoned")
                .parts(
                    Part.named("Not ready").in(Palette.BROKEN).filled(20),
                    Part.named("Cordoned").in(Palette.WASTE))
                .stepped()
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MAX))
                .width(8))
        .height(8);
  }

  private static Row nodes(Installation at) {
    return row(
        table("All nodes")
            .about("Nodes that are out of service come first. A click on a name leads to the node.")
            .query(NODES.state(at), "State")
            .query(NODES.gpus(), "GPUs")
            .query(NODES.free(at), "Free")
            .query(count(GPUS.heldIdle()).by(CLUSTER_ID, NODE), "Held idle", "no GPU is held idle")
            .query(NODES.allocatedShare(), "Allocated")
            .query(NODES.worst(Runai.GPU_UTILIZATION_PER_NODE), "GPU utilization")
            .query(NODES.gpuMemoryShare(), "GPU memory")
            .query(NODES.worst(Runai.NODE_CPU_UTILIZATION), "CPU")
            .query(NODES.worst(Runai.NODE_MEMORY_UTILIZATION), "Memory")
            .columns(
                hidden(CLUSTER_ID),
                column(NODE, Part.named("Node").drillDown(Links.NODE)),
                column(
                    Part.named("State")
                        .unit("none")
                        .mapped(Scales.nodeWords())
                        .coloredText()
                        .thresholds(Scales.nodeState())),
                column(Part.named("GPUs").decimals(0)),
                column(Part.named("Free").decimals(2)),
                column(Bars.heldIdle("Held idle")),
                column(Bars.share("Allocated")),
                column(Bars.work("GPU utilization")),
                column(Bars.share("GPU memory")),
                column(Bars.pressure("CPU")),
                column(Bars.pressure("Memory")))
            .worstFirst("State")
            .height(16));
  }

  private static Row models(Installation at) {
    return row(
            bargauge("Least used nodes")
                .about(
                    "The ten nodes with the lowest GPU utilization on average over the time range,"
                        + " free GPUs included: room for more work, or for fewer nodes.")
                .query(
                    sort(
                        bottomk(
                            10,
                            max(avgOverTime(
                                    metric(Runai.GPU_UTILIZATION_PER_NODE)
                                        .where(Choices.CLUSTERS.chosen()),
                                    "$__range"))
                                .by(CLUSTER_ID, NODE))),
                    "{{node}}")
                .thresholds(Scales.work())
                .min(0)
                .max(100)
                .decimals(0)
                .drillDown(Links.NODE)
                .width(8),
            table("GPU models")
                .about("Which kind of GPU is scarce, and which one rests.")
                .query(byModel(NODES.gpus()), "GPUs")
                .query(byModel(NODES.free(at)), "Free")
                .query(
                    byModel(NODES.allocated()).dividedBy(byModel(NODES.gpus())).on(GPU_MODEL),
                    "Allocated")
                .query(utilizationByModel(), "GPU utilization")
                .columns(
                    column(GPU_MODEL, Part.named("Model").atLeastWide(210)),
                    column(Part.named("GPUs").decimals(0)),
                    column(Part.named("Free").decimals(2)),
                    column(Bars.share("Allocated")),
                    column(Bars.work("GPU utilization")))
                .worstFirst("Allocated")
                .width(16)
                .notBefore(ClusterVersion.V2_17))
        .height(9);
  }

  private static Row mig() {
    return row(
            "Sliced GPUs",
            bargauge("GPUs on MIG nodes")
                .about("GPUs of nodes that are set up for MIG, which cuts a GPU into fixed slices.")
                .query(sortDesc(NODES.worst(Runai.MIG_MODE_GPU_COUNT).above(0)), "{{node}}")
                .colored(Palette.CAPACITY)
                .min(0)
                .decimals(0)
                .mayBeEmpty("no node is set up for MIG")
                .drillDown(Links.NODE)
                .width(12))
        .closed();
  }

  /** How many workloads that want so many GPUs of one node could start at once. */
  private static Series fitting(Installation at, int gpus) {
    return sum(floor(NODES.freeWhole(at).dividedBy(gpus)));
  }

  private static Series byModel(Series perNode) {
    return sum(perNode.times(NODES.models()).on(CLUSTER_ID, NODE).groupLeft(GPU_MODEL))
        .by(GPU_MODEL);
  }

  private static Series utilizationByModel() {
    return avg(GPUS.utilization().times(NODES.models()).on(CLUSTER_ID, NODE).groupLeft(GPU_MODEL))
        .by(GPU_MODEL);
  }
}
