package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CONDITION;
import static io.runboards.catalog.Labels.CONDITION_STATUS;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.RESOURCE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.stateTimeline;
import static io.runboards.dashboard.Panels.statusHistory;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.isNot;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.min;
import static io.runboards.query.Queries.quantile;
import static io.runboards.query.Queries.sum;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Mapping;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;

/** One node: its GPUs, its pods, its CPU and memory. */
final class NodeDashboard implements DashboardSource {
  private static final Nodes THIS = Nodes.of(Choices.CLUSTER, Choices.ONE_NODE);
  private static final Gpus GPUS = Gpus.of(Choices.CLUSTER, Choices.ONE_NODE);
  private static final Pods PODS = Pods.of(Choices.CLUSTER, Choices.ONE_NODE);
  private static final Hardware HARDWARE = Hardware.of(Choices.ONE_NODE);

  private static final String NEEDS_KUBE_STATE_METRICS = "kube-state-metrics is not scraped here";

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.NODE, "Run:ai / Node")
        .answers(
            "Is this node in service, do its GPUs work, and what slows them down?",
            "platform engineers on call")
        .in("Run:ai")
        .tagged("runai", "gpu", "instance")
        .relatedTo("runai")
        .variables(Choices.CLUSTER, Choices.ONE_NODE)
        .from("now-6h")
        .rows(now(at), gpus(), pods(), cpu(), conditions());
  }

  private static Row now(Installation at) {
    return Tiles.of(
        stat("State")
            .about("A cordoned node keeps its pods and gets no new ones.")
            .query(THIS.state(at))
            .unit("none")
            .mapped(Scales.nodeWords())
            .thresholds(Scales.nodeState())
            .filled()
            .drillDown(Links.NODES)
            .width(4),
        stat("GPU model")
            .about("The model of its GPUs.")
            .query(THIS.models(), "{{modelName}}")
            .unit("none")
            .colored(Palette.CAPACITY)
            .showingName()
            .digits(20)
            .width(4)
            .notBefore(ClusterVersion.V2_17),
        stat("GPUs")
            .about("How many GPUs it has.")
            .query(THIS.gpus())
            .colored(Palette.CAPACITY)
            .decimals(0)
            .width(2),
        stat("Allocated")
            .about("GPUs that pods hold, fractions included.")
            .query(THIS.allocated())
            .colored(Palette.ALLOCATED)
            .decimals(2)
            .width(3),
        stat("Held but idle")
            .about("GPUs that host a pod and did nothing for ten minutes.")
            .query(GPUS.heldIdleCount())
            .thresholds(Scales.waste())
            .decimals(0)
            .filled()
            .width(3),
        stat("GPU utilization")
            .about("The mean of its GPUs, free ones included.")
            .query(THIS.worst(Runai.GPU_UTILIZATION_PER_NODE))
            .thresholds(Scales.work())
            .decimals(0)
            .width(4),
        stat("GPU memory")
            .about("The share of the memory of its GPUs that is taken.")
            .query(THIS.gpuMemoryShare())
            .colored(Palette.ALLOCATED)
            .decimals(0)
            .width(4));
  }

  private static Row gpus() {
    return row(
            statusHistory("GPU utilization, each GPU")
                .about(
                    "Grey cells are free GPUs, orange ones are held and hardly used; an empty"
                        + " column is an outage of the report.")
                .query(GPUS.work(), "GPU {{gpu}}")
                .mapped(Scales.freeGpu())
                .thresholds(Scales.work())
                .every("5m")
                .drillDown(Links.GPU),
            table("GPUs now")
                .about("A GPU that is held idle belongs to one of the pods below.")
                .query(GPUS.state(), "State")
                .query(GPUS.utilization(), "Utilization")
                .query(GPUS.memoryShare(), "Memory")
                .query(GPUS.sinceLastWork().and(GPUS.held()).on(CLUSTER_ID, NODE, GPU), "Last work")
                .columns(
                    hidden(CLUSTER_ID),
                    hidden(NODE),
                    column(GPU, Part.named("GPU").drillDown(Links.GPU)),
                    column(
                        Part.named("State")
                            .unit("none")
                            .mapped(Scales.gpuWords())
                            .coloredText()
                            .thresholds(Scales.gpuState())),
                    column(Bars.work("Utilization")),
                    column(Bars.share("Memory")),
                    column(
                        Part.named("Last work")
                            .decimals(1)
                            .coloredText()
                            .thresholds(Scales.idling())))
                .worstFirst("State")
                .width(12)
                .height(10),
            timeseries("GPU temperature")
                .about("One hot GPU has a cooling problem, many have a room problem.")
                .query(max(HARDWARE.temperature()), "Hottest")
                .query(quantile(0.5, HARDWARE.temperature()), "Median")
                .query(min(HARDWARE.temperature()), "Coolest")
                .parts(
                    Part.named("Hottest").in(Palette.WASTE),
                    Part.named("Median").in(Palette.CAPACITY).dashed(),
                    Part.named("Coolest").in(Palette.ALLOCATED))
                .thresholds(Color.TRANSPARENT, from(83, Palette.BROKEN))
                .withLimits()
                .thick(2)
                .min(20)
                .max(95)
                .mayBeEmpty("dcgm-exporter is not scraped here")
                .legend(Legend.list(LAST, MAX))
                .height(10))
        .height(8);
  }

  private static Row pods() {
    return row(
        table("Pods on this node")
            .about("Pods that hold GPUs here, those that use them least first.")
            .query(PODS.gpus().above(0), "GPUs")
            .query(PODS.utilization(), "GPU utilization")
            .query(PODS.gpuMemory(), "GPU memory")
            .query(
                PODS.cores()
                    .and(sum(PODS.gpus()).by(CLUSTER_ID, POD_NAMESPACE, POD_NAME).above(0))
                    .on(CLUSTER_ID, POD_NAMESPACE, POD_NAME),
                "CPU cores")
            .query(
                PODS.memory()
                    .and(sum(PODS.gpus()).by(CLUSTER_ID, POD_NAMESPACE, POD_NAME).above(0))
                    .on(CLUSTER_ID, POD_NAMESPACE, POD_NAME),
                "Memory")
            .columns(
                hidden(CLUSTER_ID),
                column(POD_NAME, Part.named("Pod").drillDown(Links.POD)),
                column(POD_NAMESPACE, "Namespace"),
                column(Part.named("GPUs").decimals(2)),
                column(Bars.work("GPU utilization")),
                column(Part.named("GPU memory").decimals(1)),
                column(Part.named("CPU cores").decimals(1)),
                column(Part.named("Memory").decimals(1)))
            .leastFirst("GPU utilization")
            .mayBeEmpty("no pod holds a GPU here")
            .height(9));
  }

  private static Row cpu() {
    return row(
            timeseries("CPU and memory utilization")
                .about("GPUs starve on a node whose CPU is busy all the time.")
                .query(THIS.worst(Runai.NODE_CPU_UTILIZATION), "CPU")
                .query(THIS.worst(Runai.NODE_MEMORY_UTILIZATION), "Memory")
                .parts(
                    Part.named("CPU").in(Palette.ALLOCATED),
                    Part.named("Memory").in(Palette.WAITING))
                .thick(2)
                .min(0)
                .max(1)
                .legend(Legend.list(LAST, MAX))
                .width(8),
            timeseries("CPU cores")
                .about(
                    "What pods have asked for. When it reaches what the node can give, free GPUs"
                        + " stay free.")
                .query(THIS.worst(Runai.NODE_CPU_REQUESTED_CORES), "Requested")
                .query(
                    max(
                        metric(KubeStateMetrics.NODE_STATUS_ALLOCATABLE)
                            .where(Choices.ONE_NODE.chosen(), is(RESOURCE, "cpu"))),
                    "Allocatable")
                .parts(
                    Part.named("Requested").in(Palette.ALLOCATED).filled(15),
                    Part.named("Allocatable").in(Palette.CAPACITY).dashed())
                .unit("none")
                .stepped()
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MAX))
                .width(8),
            timeseries("Memory")
                .about(
                    "What is used and what pods have asked for. The capacity is worked out from"
                        + " the use and its share.")
                .query(THIS.worst(Runai.NODE_USED_MEMORY_BYTES), "Used")
                .query(THIS.worst(Runai.NODE_REQUESTED_MEMORY_BYTES), "Requested")
                .query(THIS.memory(), "Capacity")
                .parts(
                    Part.named("Used").in(Palette.BUSY).filled(20),
                    Part.named("Requested").in(Palette.ALLOCATED),
                    Part.named("Capacity").in(Palette.CAPACITY).dashed())
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MAX))
                .width(8))
        .height(8);
  }

  private static Row conditions() {
    return row(
            "What Kubernetes says",
            stateTimeline("Conditions")
                .about("Orange: the condition holds, and it should not. NotReady stands for Ready.")
                .query(
                    max(metric(KubeStateMetrics.NODE_STATUS_CONDITION)
                            .where(
                                Choices.ONE_NODE.chosen(),
                                is(CONDITION_STATUS, "true"),
                                isNot(CONDITION, "Ready")))
                        .by(CONDITION),
                    "{{condition}}")
                .query(
                    max(
                        metric(KubeStateMetrics.NODE_STATUS_CONDITION)
                            .where(
                                Choices.ONE_NODE.chosen(),
                                isNot(CONDITION_STATUS, "true"),
                                is(CONDITION, "Ready"))),
                    "NotReady")
                .mapped(Mapping.value(0, "no"), Mapping.value(1, "yes"))
                .thresholds(from(0, Palette.CAPACITY), from(1, Palette.WASTE))
                .mayBeEmpty(NEEDS_KUBE_STATE_METRICS)
                .height(6))
        .closed();
  }
}
