package io.runboards.samples;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Runai;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Reducer;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Threshold;
import io.runboards.dashboard.Transformation;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links with values from labels, columns and variables; tables with all that columns can be. */
public final class Links implements DashboardSource {
  private static final ValuesOf CLUSTERS =
      valuesOf(CLUSTER_ID, Runai.GPU_COUNT_PER_NODE).titled("Cluster").multi().orAll();
  private static final ValuesOf NODES =
      valuesOf(NODE, Runai.GPU_COUNT_PER_NODE).named("host").multi();
  private static final DrillDown ALL_VARIABLES =
      linkTo("all-variables", "All of this node").carrying(CLUSTER_ID).carrying(NODE);
  private static final DrillDown REPEATS = linkTo("rows-and-repeats", "Repeated").carrying(NODE);

  private static final Series GPUS = sum(metric(Runai.GPU_COUNT_PER_NODE)).by(CLUSTER_ID, NODE);
  private static final Series BUSY =
      avg(metric(Runai.GPU_UTILIZATION_PER_NODE)).by(CLUSTER_ID, NODE);
  private static final Series USED = sum(metric(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_NODE)).by(NODE);

  @Override
  public Dashboard define(Installation at) {
    return dashboard("links", "Links")
        .in("GPU / Samples")
        .variables(CLUSTERS, NODES)
        .rows(
            row(
                timeseries("By node")
                    .query(BUSY, "{{node}}")
                    .drillDown(ALL_VARIABLES)
                    .parts(Part.named("a-node").drillDown(REPEATS)),
                timeseries("By cluster")
                    .query(avg(metric(Runai.GPU_UTILIZATION_PER_NODE)), "busy")
                    .drillDown(REPEATS)
                    .drillDown(ALL_VARIABLES),
                stat("All").query(sum(metric(Runai.GPU_COUNT_PER_NODE))).drillDown(REPEATS)),
            row("Tables", tables(), declared(), ofOneQuery(), transformed()));
  }

  private static Table tables() {
    return table("Without columns")
        .query(GPUS, "GPUs")
        .query(BUSY, "Busy")
        .drillDown(ALL_VARIABLES)
        .parts(Part.named("Busy").coloredText());
  }

  private static Table declared() {
    return table("With columns")
        .query(GPUS, "GPUs")
        .query(BUSY, "Busy")
        .query(USED, "Memory: used")
        .columns(
            hidden(CLUSTER_ID),
            column(NODE, Part.named("Node").wide(200)),
            column("GPUs"),
            column(
                Part.named("Busy")
                    .asBar(0, 100)
                    .atLeastWide(100)
                    .thresholds(Color.RED, Threshold.from(50, Color.GREEN))
                    .drillDown(REPEATS)),
            column(
                Part.named("Memory: used")
                    .coloredBackground()
                    .thresholds(Threshold.from(1, Color.BLUE))))
        .worstFirst("Busy")
        .drillDown(ALL_VARIABLES);
  }

  private static Table ofOneQuery() {
    return table("Of one query, with a link that needs more")
        .query(avg(metric(Runai.GPU_UTILIZATION_PER_GPU)).by(CLUSTER_ID, NODE, GPU), "Utilization")
        .columns(column(GPU, "GPU"), column(Part.named("Utilization").coloredText()))
        .leastFirst("GPU")
        .transformed(new Transformation.Limit(10))
        .drillDown(ALL_VARIABLES);
  }

  private static Table transformed() {
    return table("With steps of its own")
        .query(sum(metric(Runai.PROJECT_GUARANTEED_GPUS)).by(CLUSTER_ID, PROJECT), "")
        .transformed(
            new Transformation.Merge(),
            new Transformation.JoinBy("project", true),
            new Transformation.LabelsToFields(Optional.of("project")),
            new Transformation.SeriesToRows(),
            new Transformation.Reduce(List.of(Reducer.MAX, Reducer.LAST)),
            new Transformation.Keep("project|Value"),
            new Transformation.Organize(
                List.of("project", "Value"), Map.of("Value", "GPUs"), List.of("Time")),
            new Transformation.SortBy("GPUs", true),
            new Transformation.Limit(5));
  }
}
