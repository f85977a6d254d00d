import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Runai.ALLOCATED_GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE;
import static io.runboards.catalog.Runai.GPU_MEMORY_USED_MEBIBYTES_PER_NODE;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.min;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Metric;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Aggregated;
import io.runboards.query.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Many dashboards of 20 panels in a few folders, in which no check finds a mistake. */
final class Fleet {
  private static final ValuesOf CLUSTER =
      valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE).named("cluster").titled("Cluster");
  private static final ValuesOf NODES =
      valuesOf(NODE, GPU_COUNT_PER_NODE).titled("Node").within(CLUSTER).multi().orAll();
  private static final Map<String, Metric> METRICS = new LinkedHashMap<>();

  static {
    METRICS.put("GPUs", GPU_COUNT_PER_NODE);
    METRICS.put("allocated GPUs", ALLOCATED_GPU_COUNT_PER_NODE);
    METRICS.put("GPU utilization", GPU_UTILIZATION_PER_NODE);
    METRICS.put("used GPU memory", GPU_MEMORY_USED_MEBIBYTES_PER_NODE);
    METRICS.put("GPU memory", GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE);
  }

  private Fleet() {}

  static List<Dashboard> of(int dashboards, int folders) {
    return IntStream.range(0, dashboards)
        .mapToObj(i -> define("bench-" + i, "Clusters " + i % folders))
        .toList();
  }

  private static Dashboard define(String uid, String folder) {
    return dashboard(uid, "Dashboard " + uid)
        .answers("How do the nodes do?", "whoever measures")
        .in(folder)
        .variables(CLUSTER, NODES)
        .rows(
            metrics("Sum of", series -> sum(series)),
            metrics("Mean", series -> avg(series)),
            metrics("Lowest", series -> min(series)),
            metrics("Highest", series -> max(series)));
  }

  private static Row metrics(String words, Function<Series, Aggregated> aggregation) {
    return row(
        words,
        METRICS.entrySet().stream()
            .map(it -> panel(words + " " + it.getKey(), it.getValue(), aggregation))
            .toArray(Panel[]::new));
  }

  private static Panel panel(
      String title, Metric metric, Function<Series, Aggregated> aggregation) {
    Series chosen = metric(metric).where(CLUSTER.chosen(), NODES.chosen());
    return timeseries(title)
        .about(title + " of the chosen nodes.")
        .query(aggregation.apply(chosen).by(CLUSTER_ID, NODE), "{{node}}");
  }
}
