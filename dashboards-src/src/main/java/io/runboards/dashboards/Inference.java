package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.MODEL_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Labels.WORKLOAD_TYPE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.dashboards.ModelServers.MODELS;
import static io.runboards.dashboards.ModelServers.REPLICAS;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;

import io.runboards.alerts.Links;
import io.runboards.alerts.Uids;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.query.Series;
import java.util.List;

/** How fast models answer, and whether the GPUs that serve them are worth it. */
final class Inference implements DashboardSource {
  private static final String NO_WORKLOADS = "no inference workload runs";
  private static final DrillDown OBJECTIVES = linkTo(Uids.OBJECTIVES, "Objectives");
  private static final DrillDown POD =
      linkTo(Uids.POD, "Pod")
          .carrying(CLUSTER_ID)
          .carryingAs(NAMESPACE, POD_NAMESPACE)
          .carryingAs(REPLICA, POD_NAME);

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.INFERENCE, "Run:ai / Inference")
        .answers(
            "Do the models answer fast enough, and are their GPUs well used?",
            "owners of model services")
        .in("Run:ai")
        .tagged("runai", "gpu", "inference")
        .relatedTo("runai")
        .variables(Choices.CLUSTERS, ModelServers.NAMESPACES, ModelServers.NAMES)
        .from("now-6h")
        .rows(
            now(workloads(at)),
            ServedModels.each(),
            ServedModels.speed(),
            ServedModels.load(),
            holders(workloads(at)),
            AroundModels.row());
  }

  private static Workloads workloads(Installation at) {
    return new Workloads(
        List.of(Choices.CLUSTERS.chosen(), matches(WORKLOAD_TYPE, at.spelling().inference())),
        List.of());
  }

  private static Row now(Workloads workloads) {
    Series held = sum(workloads.allocated());
    return Tiles.of(
        stat("First token")
            .about(
                "95 of 100 answers of the slowest model begin within this time. Readers of a chat"
                    + " notice a second, and leave after a few.")
            .query(max(MODELS.firstToken(ServedModels.MOST)))
            .thresholds(Scales.firstToken())
            .decimals(2)
            .mayBeEmpty(ServedModels.NO_SERVERS)
            .width(3),
        stat("Requests waiting")
            .about("Requests in the queues of all servers: they need more replicas.")
            .query(sum(MODELS.waiting()))
            .thresholds(Scales.waiting())
            .decimals(0)
            .mayBeEmpty(ServedModels.NO_SERVERS)
            .width(3),
        stat("Failed requests")
            .about("The part of finished requests that got no complete answer, of the worst model.")
            .query(max(MODELS.failedShare()))
            .thresholds(Scales.failedRequests())
            .decimals(1)
            .noValue("no requests")
            .drillDown(OBJECTIVES)
            .mayBeEmpty(ServedModels.NO_SERVERS)
            .width(3),
        stat("KV cache")
            .about(
                "How full the cache of the fullest replica is. When it is full, requests wait or"
                    + " are begun anew.")
            .query(max(MODELS.cache()))
            .thresholds(Scales.pressure())
            .decimals(0)
            .mayBeEmpty(ServedModels.NO_SERVERS)
            .width(3),
        stat("Requests")
            .about("Requests that were finished in a second, however they ended.")
            .query(sum(MODELS.requests()))
            .unit("reqps")
            .colored(Palette.CAPACITY)
            .decimals(1)
            .mayBeEmpty(ServedModels.NO_SERVERS)
            .width(3),
        stat("GPUs held")
            .about("GPUs that inference workloads of Run:ai hold, whichever server they run.")
            .query(held)
            .colored(Palette.ALLOCATED)
            .decimals(2)
            .noValue("none")
            .mayBeEmpty(NO_WORKLOADS)
            .width(3),
        stat("GPU utilization")
            .about(
                "Of the GPUs that inference workloads hold. Servers that wait for requests hold"
                    + " theirs all the same: fractions or fewer replicas may do.")
            .query(busy(workloads).dividedBy(held).times(100))
            .thresholds(Scales.work())
            .decimals(0)
            .noValue("none")
            .mayBeEmpty(NO_WORKLOADS)
            .width(3),
        stat("Tokens per GPU")
            .about(
                "Tokens that are written each second for each GPU that inference workloads hold:"
                    + " compare it with what the model is known to reach.")
            .query(sum(MODELS.written()).dividedBy(held.above(0)))
            .unit("none")
            .colored(Palette.CAPACITY)
            .decimals(0)
            .noValue("none")
            .mayBeEmpty(ServedModels.NO_SERVERS)
            .width(3));
  }

  /** How many GPUs would do the same work without a pause. */
  private static Series busy(Workloads workloads) {
    return sum(
        workloads
            .allocated()
            .times(workloads.utilization())
            .on(CLUSTER_ID, WORKLOAD_ID)
            .dividedBy(100));
  }

  private static Row holders(Workloads workloads) {
    Series held = topk(50, workloads.named(workloads.allocated()));
    return row(
            table("Replicas")
                .about("The servers behind the models, the one with the longest queue first.")
                .query(REPLICAS.waiting(), "Waiting")
                .query(REPLICAS.running(), "Running")
                .query(REPLICAS.cache(), "KV cache")
                .columns(
                    hidden(NAMESPACE),
                    column(REPLICA, Part.named("Pod").drillDown(POD)),
                    column(
                        MODEL_NAME,
                        Part.named("Model").atLeastWide(170).drillDown(ServedModels.ONLY)),
                    column(ServedModels.queue("Waiting")),
                    column(Part.named("Running").decimals(0)),
                    column(Bars.pressure("KV cache")))
                .worstFirst("Waiting")
                .mayBeEmpty(ServedModels.NO_SERVERS)
                .width(12),
            table("Inference workloads")
                .about("The least busy ones come first: they hold GPUs and seldom use them.")
                .query(held, "GPUs")
                .query(
                    workloads.utilization().and(held).on(CLUSTER_ID, WORKLOAD_ID),
                    "GPU utilization")
                .query(workloads.idleSeconds().and(held).on(CLUSTER_ID, WORKLOAD_ID), "Idle for")
                .columns(
                    hidden(CLUSTER_ID),
                    hidden(WORKLOAD_ID),
                    column(WORKLOAD_NAME, Part.named("Workload").drillDown(Links.WORKLOAD)),
                    column(PROJECT, Part.named("Project").drillDown(Links.PROJECT)),
                    column(Part.named("GPUs").decimals(2)),
                    column(Bars.work("GPU utilization")),
                    column(
                        Part.named("Idle for")
                            .decimals(0)
                            .coloredText()
                            .thresholds(Scales.idling())))
                .leastFirst("GPU utilization")
                .mayBeEmpty(NO_WORKLOADS)
                .width(12))
        .height(9);
  }
}
