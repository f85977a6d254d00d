package io.runboards.samples;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.text;
import static io.runboards.dashboard.Variable.valuesOf;

import io.runboards.catalog.Runai;
import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Queries;

/** Every kind of variable, annotations, and settings other than the usual ones. */
public final class AllVariables implements DashboardSource {
  private static final ValuesOf CLUSTER =
      valuesOf(CLUSTER_ID, Runai.GPU_COUNT_PER_NODE).named("cluster").titled("Cluster").orAll();
  private static final ValuesOf NODES =
      valuesOf(NODE, Runai.GPU_COUNT_PER_NODE).within(CLUSTER).titled("Node").multi();
  private static final ValuesOf GPUS =
      valuesOf(GPU, Runai.GPU_UTILIZATION_PER_GPU).within(CLUSTER, NODES).numerical();
  private static final ValuesOf PROJECTS =
      valuesOf(PROJECT, Runai.PROJECT_INFO).multi().orAll().where(Condition.isNot(PROJECT, ""));
  private static final ValuesOf WORKLOAD =
      valuesOf(WORKLOAD_ID, Runai.GPU_UTILIZATION_PER_WORKLOAD)
          .named("workload")
          .titled("Workload")
          .worded(WORKLOAD_NAME);

  @Override
  public Dashboard define(Installation at) {
    return dashboard("all-variables", "All variables")
        .answers("What can a reader choose?", "testers")
        .in("GPU / Samples")
        .tagged("sample", "gpu")
        .relatedTo("sample")
        .from("now-24h")
        .refreshing("")
        .inTimeZone("utc")
        .variables(
            Variable.dataSource("source", "Source", "Mimir.*"),
            CLUSTER,
            NODES,
            GPUS,
            PROJECTS,
            WORKLOAD,
            Variable.listed("kind", "Kind", "training", "inference : Inference, fast").multi(),
            Variable.listed("size", "Size", "10", "20"),
            Variable.interval("window", "Window", "5m", "1h"),
            Variable.adHoc("filters", "Filters"),
            Variable.textBox("search", "Search", ".*"),
            Variable.constant("price", "2.5"))
        .annotated(
            Annotation.marks(
                "GPU lost",
                Queries.promql("changes(runai_gpu_count_per_node[5m]) > 0"),
                "{{node}}",
                Color.RED),
            Annotation.marks(
                    "Plain", Queries.promql("runai_gpu_count_per_node > 0"), "", Color.BLUE)
                .hiddenAtFirst())
        .rows(row(text("Chosen", "$cluster $node $workload")));
  }
}
