package io.runboards.cli;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.text;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;

import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Selected;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Two small dashboards for tests, and surroundings in which no time passes. */
final class SampleWorkspace {
  static final List<DashboardSource> DASHBOARDS =
      List.of(SampleWorkspace::cluster, SampleWorkspace::node);

  private static final ValuesOf CLUSTER =
      valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE).named("cluster").titled("Cluster").multi().orAll();
  private static final ValuesOf NODES =
      valuesOf(NODE, GPU_COUNT_PER_NODE).titled("Node").within(CLUSTER);
  private static final Selected GPUS = metric(GPU_COUNT_PER_NODE).where(CLUSTER.chosen());

  private SampleWorkspace() {}

  static Surroundings at(Path folder) {
    return at(folder, DASHBOARDS);
  }

  static Surroundings at(Path folder, List<DashboardSource> dashboards) {
    return new Surroundings(
        Content.of(dashboards),
        folder,
        name -> name.equals("SAMPLE_UID") ? Optional.of("sample") : Optional.empty(),
        InstantSource.fixed(Instant.EPOCH),
        Terminal.NONE);
  }

  private static Dashboard cluster(Installation at) {
    DrillDown toNode = linkTo("sample-node", "This node").carrying(CLUSTER_ID, NODE);
    return dashboard("sample-cluster", "Cluster | all nodes")
        .answers("Which nodes are idle?", "whoever runs the cluster")
        .in("Samples")
        .tagged("sample")
        .relatedTo("sample")
        .variables(CLUSTER)
        .rows(
            row(
                text("Read me", "Numbers of *all* nodes."),
                stat("GPUs").about("All GPUs of the chosen clusters.").query(sum(GPUS))),
            row(
                "Nodes",
                table("GPUs by node")
                    .about("The GPUs of each node;\na click leads to the node.")
                    .query(sum(GPUS).by(CLUSTER_ID, NODE), "GPUs")
                    .columns(
                        Table.hidden(CLUSTER_ID), Table.column(NODE, "Node"), Table.column("GPUs"))
                    .drillDown(toNode)));
  }

  private static Dashboard node(Installation at) {
    return dashboard("sample-node", "Node")
        .answers("How busy is this node?", "whoever runs the cluster")
        .in("Samples")
        .tagged("sample")
        .variables(CLUSTER, NODES)
        .rows(
            row(
                timeseries("GPU utilization")
                    .mayBeEmpty("a node without GPUs")
                    .query(
                        avg(metric(GPU_UTILIZATION_PER_NODE)
                                .where(CLUSTER.chosen(), NODES.chosen()))
                            .by(CLUSTER_ID, NODE),
                        "{{node}}")));
  }
}
