package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CONTAINER;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PHASE;
import static io.runboards.catalog.Labels.POD;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Mapping.value;
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
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.isNot;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.catalog.Cadvisor;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.TimeSeries;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Selected;
import io.runboards.query.Series;

/** One pod: where it runs, what it uses of what it holds, why it restarts. */
final class PodDashboard implements DashboardSource {
  private static final ValuesOf NAMESPACES =
      valuesOf(POD_NAMESPACE, Runai.ALLOCATED_GPU_COUNT_PER_POD)
          .named("namespace")
          .titled("Namespace")
          .within(Choices.CLUSTER);

  private static final ValuesOf ONE_POD =
      valuesOf(POD_NAME, Runai.ALLOCATED_GPU_COUNT_PER_POD)
          .named("pod")
          .titled("Pod")
          .within(Choices.CLUSTER, NAMESPACES);

  private static final Pods THIS = Pods.of(Choices.CLUSTER, NAMESPACES, ONE_POD);

  private static final String NO_GPU = "the pod holds no GPU";
  private static final String NEEDS_KUBE_STATE_METRICS = "kube-state-metrics is not scraped here";
  private static final String NEEDS_CADVISOR = "cAdvisor is not scraped here";

  private static final double SUCCEEDED = 0;
  private static final double RUNNING = 1;
  private static final double PENDING = 2;
  private static final double FAILED = 3;

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.POD, "Run:ai / Pod")
        .answers(
            "Where does this pod run, what does it use, and why does it restart?",
            "researchers, platform engineers on call")
        .in("Run:ai")
        .tagged("runai", "gpu", "instance")
        .relatedTo("runai")
        .variables(Choices.CLUSTER, NAMESPACES, ONE_POD)
        .from("now-6h")
        .rows(now(), gpus(), cpu(), life());
  }

  private static Row now() {
    return Tiles.of(
        stat("Phase")
            .about("What Kubernetes says of the pod.")
            .query(phase())
            .unit("none")
            .mapped(
                value(SUCCEEDED, "Succeeded"),
                value(RUNNING, "Running"),
                value(PENDING, "Pending"),
                value(FAILED, "Failed"))
            .thresholds(
                from(SUCCEEDED, Palette.CAPACITY),
                from(RUNNING, Palette.BUSY),
                from(PENDING, Palette.WAITING),
                from(FAILED, Palette.BROKEN))
            .filled()
            .mayBeEmpty(NEEDS_KUBE_STATE_METRICS)
            .width(4),
        stat("GPUs")
            .about("What it holds, fractions included.")
            .query(THIS.gpus())
            .colored(Palette.ALLOCATED)
            .noValue("none")
            .decimals(2)
            .width(3),
        stat("GPU utilization")
            .about("The mean of its GPUs.")
            .query(THIS.utilization())
            .thresholds(Scales.work())
            .noValue("no GPU")
            .decimals(0)
            .mayBeEmpty(NO_GPU)
            .width(4),
        stat("GPU memory")
            .about("What it uses on all its GPUs.")
            .query(THIS.gpuMemory())
            .colored(Palette.ALLOCATED)
            .noValue("no GPU")
            .decimals(1)
            .mayBeEmpty(NO_GPU)
            .width(4),
        stat("Memory of limit")
            .about("At 100% it is killed. Without a limit there is nothing to compare with.")
            .query(
                perPod(memory())
                    .dividedBy(perPod(container(Cadvisor.SPEC_MEMORY_LIMIT_BYTES)).above(0))
                    .on(NAMESPACE, POD))
            .thresholds(Scales.pressure())
            .noValue("no limit")
            .decimals(0)
            .mayBeEmpty(NEEDS_CADVISOR)
            .width(5),
        stat("Restarts in 24 h")
            .about("How often its containers began anew. The reason stands at the bottom.")
            .query(
                perPod(increase(kube(KubeStateMetrics.POD_CONTAINER_STATUS_RESTARTS_TOTAL), "1d")))
            .thresholds(Scales.faults())
            .decimals(0)
            .mayBeEmpty(NEEDS_KUBE_STATE_METRICS)
            .width(4));
  }

  private static Row gpus() {
    return row(
        table("Where it runs")
            .about("Its GPUs and their node; both lead on.")
            .query(THIS.eachGpu(Runai.GPU_UTILIZATION_PER_POD_PER_GPU), "GPU utilization")
            .query(THIS.eachGpu(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_POD_PER_GPU), "GPU memory")
            .columns(
                hidden(CLUSTER_ID),
                column(NODE, Part.named("Node").drillDown(Links.NODE)),
                column(GPU, Part.named("GPU").drillDown(Links.GPU)),
                column(Bars.work("GPU utilization")),
                column(Part.named("GPU memory").decimals(1)))
            .leastFirst("GPU utilization")
            .mayBeEmpty(NO_GPU)
            .width(10)
            .height(8),
        statusHistory("GPU utilization, each GPU")
            .about("Orange is hardly used, green busy.")
            .query(THIS.eachGpu(Runai.GPU_UTILIZATION_PER_POD_PER_GPU), "GPU {{gpu}}")
            .thresholds(Scales.work())
            .every("5m")
            .mayBeEmpty(NO_GPU)
            .drillDown(Links.GPU)
            .width(14)
            .height(8));
  }

  private static Row cpu() {
    return row(
            usage(
                    "CPU cores",
                    perPod(rate(container(Cadvisor.CPU_USAGE_SECONDS_TOTAL), "$__rate_interval")),
                    THIS.cores())
                .about("Used beyond what is allocated, it lives on what its neighbours leave.")
                .unit("none"),
            usage("Memory", perPod(memory()), THIS.memory())
                .about("What cannot be reclaimed, against what is allocated.")
                .width(8),
            timeseries("GPU memory, each GPU")
                .about("Unequal shares in one training point at an unequal split.")
                .query(THIS.eachGpu(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_POD_PER_GPU), "GPU {{gpu}}")
                .thick(1)
                .min(0)
                .mayBeEmpty(NO_GPU)
                .legend(Legend.table(LAST))
                .drillDown(Links.GPU)
                .width(8))
        .height(8);
  }

  private static Row life() {
    return row(
            "What Kubernetes says",
            stateTimeline("Phases")
                .about("When it waited, ran and ended.")
                .query(
                    max(kube(KubeStateMetrics.POD_STATUS_PHASE)).by(PHASE).equalTo(1), "{{phase}}")
                .mapped(value(1, "yes"))
                .colored(Palette.ALLOCATED)
                .mayBeEmpty(NEEDS_KUBE_STATE_METRICS)
                .width(12)
                .height(7),
            table("Why containers ended or wait")
                .about("OOMKilled: give it more memory, or a smaller batch.")
                .query(
                    max(kube(KubeStateMetrics.POD_CONTAINER_STATUS_LAST_TERMINATED_REASON))
                        .by(CONTAINER, REASON)
                        .equalTo(1),
                    "Ended")
                .query(
                    max(kube(KubeStateMetrics.POD_CONTAINER_STATUS_WAITING_REASON))
                        .by(CONTAINER, REASON)
                        .equalTo(1),
                    "Waits")
                .columns(
                    column(CONTAINER, "Container"),
                    column(REASON, "Reason"),
                    column(Part.named("Ended").mapped(value(1, "yes"))),
                    column(Part.named("Waits").mapped(value(1, "yes"))))
                .mayBeEmpty("no container has ended or waits")
                .width(12)
                .height(7))
        .closed();
  }

  private static TimeSeries usage(String title, Series used, Series allocated) {
    return timeseries(title)
        .query(used, "Used")
        .query(max(allocated), "Allocated")
        .parts(
            Part.named("Used").in(Palette.BUSY).filled(20),
            Part.named("Allocated").in(Palette.ALLOCATED).dashed().stepped())
        .thick(2)
        .min(0)
        .legend(Legend.list(LAST, MAX))
        .width(8);
  }

  private static Series phase() {
    return inPhase("Failed", FAILED)
        .or(inPhase("Pending", PENDING))
        .or(inPhase("Running", RUNNING))
        .or(inPhase("Succeeded", SUCCEEDED));
  }

  private static Series inPhase(String phase, double state) {
    return max(kube(KubeStateMetrics.POD_STATUS_PHASE).where(is(PHASE, phase)))
        .by(NAMESPACE, POD)
        .above(0)
        .times(state);
  }

  private static Series memory() {
    return container(Cadvisor.MEMORY_WORKING_SET_BYTES);
  }

  /** The sum of a pod's containers; one that restarts can show twice for a while. */
  private static Series perPod(Series perContainer) {
    return sum(max(perContainer).by(NAMESPACE, POD, CONTAINER)).by(NAMESPACE, POD);
  }

  private static Selected container(Metric metric) {
    return kube(metric).where(isNot(CONTAINER, ""));
  }

  /** Kubernetes calls namespaces and pods otherwise than Run:ai does, and knows no cluster. */
  private static Selected kube(Metric metric) {
    return metric(metric).where(NAMESPACES.chosenAs(NAMESPACE), ONE_POD.chosenAs(POD));
  }
}
