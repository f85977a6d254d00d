package io.runboards.flow;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Kind;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Series of catalog metrics as real servers have them: with extra labels, in two replicas, and
 * sometimes without the labels that a source may leave out.
 */
final class EngineData {
  static final List<String> METRICS =
      List.of(
          "runai_gpu_utilization_per_gpu",
          "runai_allocated_gpu_count_per_gpu",
          "runai_gpu_utilization_per_node",
          "runai_gpu_count_per_node",
          "runai_allocated_gpu_count_per_project",
          "runai_project_guaranteed_gpus",
          "runai_project_info",
          "runai_allocated_gpu_count_per_workload",
          "runai_requested_gpus_per_workload",
          "runai_gpu_utilization_per_pod_per_gpu",
          "kube_pod_container_status_restarts_total",
          "kube_pod_info",
          "prometheus_remote_storage_samples_total",
          "cortex_discarded_samples_total",
          "DCGM_FI_DEV_GPU_TEMP",
          "container_cpu_usage_seconds_total",
          "vllm:e2e_request_latency_seconds_bucket",
          "vllm:e2e_request_latency_seconds_count");

  static final List<String> EXTRA = List.of("instance", "job", "prometheus");

  private static final int ENTITIES = 4;
  private static final int MINUTES = 20;
  private static final List<String> BOUNDS = List.of("0.5", "1", "+Inf");

  /** One series with a value for each minute; no two series have the same values. */
  record Series(Map<String, String> labels, List<Double> values) {}

  private EngineData() {}

  static World world() {
    return new World(Catalog.standard(), java.util.Set.copyOf(EXTRA));
  }

  static List<Series> series() {
    List<Series> all = new ArrayList<>();
    for (String name : METRICS) {
      Metric metric = Catalog.standard().find(name).orElseThrow();
      List<String> bounds = metric.has("le") ? BOUNDS : List.of("");
      for (int entity = 0; entity < ENTITIES; entity++) {
        for (int replica = 0; replica < 2; replica++) {
          for (int bound = 0; bound < bounds.size(); bound++) {
            Map<String, String> labels = labels(metric, entity, replica);
            if (!bounds.get(bound).isEmpty()) {
              labels.put("le", bounds.get(bound));
            }
            all.add(new Series(labels, values(metric, all.size() + bound * 1000)));
          }
        }
      }
    }
    return all;
  }

  private static Map<String, String> labels(Metric metric, int entity, int replica) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("__name__", metric.name());
    labels.put("instance", "v0");
    labels.put("job", "v" + entity % 2);
    labels.put("prometheus", "r" + replica);
    List<Label> key =
        metric.identities().getFirst().stream().filter(l -> !l.name().equals("le")).toList();
    for (Label label : metric.labels()) {
      int place = key.indexOf(label);
      boolean inAnotherKey =
          metric.identities().stream().skip(1).anyMatch(other -> other.contains(label));
      String value =
          place >= 0
              ? "v" + digit(entity, place, key.size())
              : "v" + (inAnotherKey ? entity : entity % 2);
      boolean left =
          metric.sometimes().contains(label) && (entity + label.name().length()) % 2 == 0;
      if (!left || isNeeded(metric, label)) {
        labels.put(label.name(), value);
      }
    }
    return labels;
  }

  /** A label that identifies together with others must not be left out for one of them only. */
  private static boolean isNeeded(Metric metric, Label label) {
    return metric.identities().stream().anyMatch(key -> key.contains(label));
  }

  /** The entities count through the values of the key's labels. */
  private static int digit(int entity, int place, int places) {
    if (places == 1) {
      return entity;
    }
    return place == 0 ? entity % 2 : place == 1 ? entity / 2 : 0;
  }

  private static List<Double> values(Metric metric, int seed) {
    List<Double> values = new ArrayList<>();
    for (int minute = 0; minute < MINUTES; minute++) {
      values.add(
          metric.kind() == Kind.COUNTER
              ? (seed + 1.0) * minute * minute
              : seed / 8.0 + minute * (seed % 3 + 1));
    }
    return values;
  }
}
