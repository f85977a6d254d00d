package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Reducer.MEAN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sortDesc;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.ColorScheme;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.query.Series;

/** The page that a shift begins with: are the GPUs given out, do they work, who waits? */
final class ClusterOverview implements DashboardSource {
  private static final Nodes NODES = Nodes.of(Choices.CLUSTERS);
  private static final Gpus GPUS = Gpus.of(Choices.CLUSTERS);
  private static final Projects PROJECTS = Projects.of(Choices.CLUSTERS);
  private static final Workloads WORKLOADS = Workloads.of(Choices.CLUSTERS);

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.CLUSTER, "Run:ai / Cluster overview")
        .answers(
            "Are the GPUs given out, do they work, and who waits for them?",
            "platform engineers on call, managers")
        .in("Run:ai")
        .tagged("runai", "gpu", "overview")
        .relatedTo("runai")
        .variables(Choices.CLUSTERS)
        .from("now-6h")
        .rows(now(at), course(at), projects(), WorkList.row(at), clusters(at));
  }

  private static Row now(Installation at) {
    return Tiles.of(
        stat("GPUs")
            .about("All GPUs of the chosen clusters, whatever the state of their nodes.")
            .query(sum(NODES.gpus()))
            .colored(Palette.CAPACITY)
            .drillDown(Links.NODES)
            .width(3),
        stat("Allocated")
            .about("The share of all GPUs that pods hold. High is good: it is what was paid for.")
            .query(sum(NODES.allocated()).dividedBy(sum(NODES.gpus())))
            .colored(Palette.ALLOCATED)
            .decimals(0)
            .drillDown(Links.CAPACITY)
            .width(3),
        stat("GPU utilization")
            .about(
                "The mean of all GPUs, free ones included. Far below the share that is"
                    + " allocated, GPUs are held and not used.")
            .query(avg(GPUS.utilization()))
            .thresholds(Scales.work())
            .decimals(0)
            .drillDown(Links.NODES)
            .width(3),
        stat("Held but idle")
            .about(
                "GPUs that host a pod and did nothing for ten minutes. Their workloads are"
                    + " listed below: ask the owners, or let Run:ai end them.")
            .query(GPUS.heldIdleCount())
            .thresholds(Scales.waste())
            .decimals(0)
            .filled()
            .drillDown(Links.NODES)
            .width(4),
        stat("GPUs unavailable")
            .about("GPUs of nodes that are not ready or cordoned: nobody gets them.")
            .query(sum(NODES.unavailable(at)).or(sum(NODES.judged(at)).times(0)))
            .thresholds(Scales.faults())
            .decimals(0)
            .filled()
            .drillDown(Links.NODES)
            .width(4),
        stat("Workloads waiting")
            .about("Workloads that ask for GPUs and hold none.")
            .query(count(WORKLOADS.waiting()).or(PROJECTS.zero()))
            .thresholds(Scales.waiting())
            .decimals(0)
            .drillDown(Links.QUOTA)
            .width(4),
        stat("Starved")
            .about(
                "Projects whose workloads wait although the project holds less than its quota:"
                    + " others have what is theirs, or no node has room.")
            .query(count(PROJECTS.starved(WORKLOADS.waitingByProject())).or(PROJECTS.zero()))
            .thresholds(Scales.faults())
            .decimals(0)
            .filled()
            .drillDown(Links.QUOTA)
            .width(3));
  }

  private static Row course(Installation at) {
    return row(
        timeseries("Capacity, allocated, busy")
            .about(
                "The gap between the first two lines is free, the gap between the last two is"
                    + " held and does not work. Busy is the number of GPUs that would do the same"
                    + " work without a pause.")
            .query(sum(NODES.gpus()), "Capacity")
            .query(sum(NODES.allocated()), "Allocated")
            .query(GPUS.busy(), "Busy")
            .parts(
                Part.named("Capacity").in(Palette.CAPACITY).dashed().filled(0).stepped(),
                Part.named("Allocated").in(Palette.ALLOCATED).filled(10).stepped(),
                Part.named("Busy").in(Palette.BUSY).filled(25))
            .thick(2)
            .min(0)
            .legend(Legend.list(LAST, MEAN)),
        timeseries("Held idle and unavailable")
            .about("Since when GPUs are held without work, and since when some are out of service.")
            .query(GPUS.heldIdleCount(), "Held idle")
            .query(sum(NODES.unavailable(at)).or(sum(NODES.judged(at)).times(0)), "Unavailable")
            .parts(
                Part.named("Held idle").in(Palette.WASTE).filled(20),
                Part.named("Unavailable").in(Palette.BROKEN))
            .stepped()
            .thick(2)
            .min(0)
            .legend(Legend.list(LAST, MAX)));
  }

  private static Row projects() {
    return row(
            "Who holds them",
            timeseries("Allocated GPUs by project")
                .about("What each project holds. A click leads to the project.")
                .query(PROJECTS.allocated(), "{{project}}")
                .colors(ColorScheme.BY_NAME)
                .stacked()
                .stepped()
                .filled(70)
                .thick(0)
                .min(0)
                .legend(Legend.table(LAST, MEAN))
                .drillDown(Links.PROJECT)
                .width(12),
            bargauge("Quota use by project")
                .about(
                    "Allocated GPUs as a share of the guaranteed ones, the ten highest. Above 100%"
                        + " they are borrowed. Projects without a limit are left out.")
                .query(sortDesc(topk(10, PROJECTS.quotaUse())), "{{project}}")
                .thresholds(Scales.quotaUse())
                .min(0)
                .max(2)
                .decimals(0)
                .drillDown(Links.PROJECT)
                .width(6),
            bargauge("Wasted GPUs by project")
                .about(
                    "Allocated GPUs times the share of time in which they rest, the ten highest.")
                .query(sortDesc(topk(10, PROJECTS.wasted().above(0.1))), "{{project}}")
                .colored(Palette.WASTE)
                .min(0)
                .decimals(1)
                .mayBeEmpty("no project wastes a tenth of a GPU")
                .drillDown(Links.PROJECT)
                .width(6))
        .height(9);
  }

  private static Row clusters(Installation at) {
    return row(
            "Clusters, CPU and memory",
            table("Clusters")
                .about("The chosen clusters side by side.")
                .query(sum(NODES.gpus()).by(CLUSTER_ID), "GPUs")
                .query(
                    sum(NODES.allocated())
                        .by(CLUSTER_ID)
                        .dividedBy(sum(NODES.gpus()).by(CLUSTER_ID))
                        .on(CLUSTER_ID),
                    "Allocated")
                .query(avg(GPUS.utilization()).by(CLUSTER_ID), "GPU utilization")
                .query(GPUS.heldIdleCount(CLUSTER_ID), "Held idle")
                .query(
                    sum(NODES.unavailable(at))
                        .by(CLUSTER_ID)
                        .or(none(NODES.judged(at)))
                        .on(CLUSTER_ID),
                    "Unavailable")
                .query(cluster(Runai.CLUSTER_CPU_UTILIZATION), "CPU")
                .query(cluster(Runai.CLUSTER_MEMORY_UTILIZATION), "Memory")
                .columns(
                    column(CLUSTER_ID, Part.named("Cluster").drillDown(Links.NODES)),
                    column(Part.named("GPUs").decimals(0)),
                    column(Bars.share("Allocated")),
                    column(Bars.work("GPU utilization")),
                    column(Part.named("Held idle").decimals(0)),
                    column(Part.named("Unavailable").decimals(0)),
                    column(Bars.pressure("CPU")),
                    column(Bars.pressure("Memory")))
                .worstFirst("Held idle"),
            timeseries("CPU and memory utilization")
                .about("Of the fullest of the chosen clusters: without CPU, GPUs starve.")
                .query(max(cluster(Runai.CLUSTER_CPU_UTILIZATION)), "CPU")
                .query(max(cluster(Runai.CLUSTER_MEMORY_UTILIZATION)), "Memory")
                .parts(
                    Part.named("CPU").in(Palette.ALLOCATED),
                    Part.named("Memory").in(Palette.WAITING))
                .thick(2)
                .min(0)
                .max(1)
                .legend(Legend.list(LAST, MAX)),
            timeseries("Memory used")
                .about("CPU memory of the chosen clusters, with what they have in all.")
                .query(sum(cluster(Runai.CLUSTER_MEMORY_USED_BYTES)), "Used")
                .query(
                    sum(
                        cluster(Runai.CLUSTER_MEMORY_USED_BYTES)
                            .dividedBy(cluster(Runai.CLUSTER_MEMORY_UTILIZATION).above(0))
                            .on(CLUSTER_ID)),
                    "Capacity")
                .parts(
                    Part.named("Used").in(Palette.BUSY).filled(20),
                    Part.named("Capacity").in(Palette.CAPACITY).dashed())
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MAX)))
        .closed();
  }

  /** 0 for each cluster that these nodes are in. */
  private static Series none(Series nodes) {
    return sum(nodes).by(CLUSTER_ID).times(0);
  }

  private static Series cluster(Metric metric) {
    return max(metric(metric).where(Choices.CLUSTERS.chosen())).by(CLUSTER_ID);
  }
}
