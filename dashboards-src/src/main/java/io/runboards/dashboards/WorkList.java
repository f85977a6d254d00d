package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.topk;

import io.runboards.alerts.Links;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Panels;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.query.Series;

/** What someone on call can do now: the idle, the waiting and the broken, by name. */
final class WorkList {
  /** Why what waits may be empty. */
  static final String NOTHING_WAITS = "no workload waits";

  private static final Nodes NODES = Nodes.of(Choices.CLUSTERS);
  private static final Gpus GPUS = Gpus.of(Choices.CLUSTERS);
  private static final Workloads WORKLOADS = Workloads.of(Choices.CLUSTERS);

  private WorkList() {}

  static Row row(Installation at) {
    Series lost = topk(20, WORKLOADS.named(WORKLOADS.lostHours()));
    Series waited = topk(20, WORKLOADS.named(WORKLOADS.waitingSeconds()));
    Series out = NODES.state(at).above(Nodes.READY_STATE);
    Series idleByNode = count(GPUS.heldIdle()).by(CLUSTER_ID, NODE);
    return Panels.row(
            "What to do",
            table("Idle workloads")
                .about(
                    "Workloads that have not used their GPUs for ten minutes or more, the costliest"
                        + " first: GPUs times the time since their last work.")
                .query(lost, "GPU hours lost")
                .query(WORKLOADS.idleSeconds().and(lost).on(CLUSTER_ID, WORKLOAD_ID), "Idle for")
                .query(WORKLOADS.allocated().and(lost).on(CLUSTER_ID, WORKLOAD_ID), "GPUs")
                .columns(
                    hidden(CLUSTER_ID),
                    hidden(WORKLOAD_ID),
                    column(WORKLOAD_NAME, Part.named("Workload").drillDown(Links.WORKLOAD)),
                    column(PROJECT, Part.named("Project").drillDown(Links.PROJECT)),
                    column(Part.named("GPUs").decimals(2)),
                    column(
                        Part.named("Idle for")
                            .decimals(1)
                            .coloredText()
                            .thresholds(Scales.idling())),
                    column(Part.named("GPU hours lost").decimals(0)))
                .worstFirst("GPU hours lost")
                .mayBeEmpty("no workload is idle")
                .width(12),
            table("Longest waiting")
                .about("Workloads that ask for GPUs and hold none, those that wait longest first.")
                .query(waited, "Waits for")
                .query(WORKLOADS.waiting().and(waited).on(CLUSTER_ID, WORKLOAD_ID), "GPUs")
                .columns(
                    hidden(CLUSTER_ID),
                    hidden(WORKLOAD_ID),
                    column(WORKLOAD_NAME, Part.named("Workload").drillDown(Links.WORKLOAD)),
                    column(PROJECT, Part.named("Project").drillDown(Links.PROJECT)),
                    column(Part.named("GPUs").decimals(2)),
                    column(
                        Part.named("Waits for").decimals(1).coloredText().colored(Palette.WAITING)))
                .worstFirst("Waits for")
                .mayBeEmpty(NOTHING_WAITS)
                .width(12),
            table("Nodes to look at")
                .about("Nodes that are out of service or have GPUs that are held and idle.")
                .query(out.or(idleByNode.times(0)).on(CLUSTER_ID, NODE), "State")
                .query(idleByNode, "Held idle")
                .query(
                    NODES.gpus().and(out.or(idleByNode).on(CLUSTER_ID, NODE)).on(CLUSTER_ID, NODE),
                    "GPUs")
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
                    column(Bars.heldIdle("Held idle")))
                .worstFirst("State")
                .mayBeEmpty("every node is ready and no GPU is held idle")
                .drillDown(Links.NODES))
        .height(8);
  }
}
