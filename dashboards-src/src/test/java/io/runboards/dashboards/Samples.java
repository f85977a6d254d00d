package io.runboards.dashboards;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A handful of samples of one small cluster, in the words that servers take.
 *
 * @param all the samples
 */
record Samples(List<Sample> all) {
  static final Samples TEAM_A =
      new Samples(
          List.of(
              onNode(Runai.ALLOCATED_GPU_COUNT_PER_NODE, "n1", 6),
              onNode(Runai.ALLOCATED_GPU_COUNT_PER_NODE, "n2", 1),
              onNode(Runai.GPU_COUNT_PER_NODE, "n1", 8),
              onNode(Runai.GPU_COUNT_PER_NODE, "n2", 8)));
  static final Samples TEAM_B =
      new Samples(
          List.of(
              onNode(Runai.ALLOCATED_GPU_COUNT_PER_NODE, "n1", 3),
              onNode(Runai.GPU_COUNT_PER_NODE, "n1", 4)));

  /** A sample of a metric that each node has. */
  record Sample(String metric, String node, int value) {}

  private static Sample onNode(Metric metric, String node, int value) {
    return new Sample(metric.name(), node, value);
  }

  /** As Prometheus scrapes them. */
  String asText() {
    return all.stream()
        .map(it -> "%s{clusterId=\"c1\",node=\"%s\"} %d\n".formatted(it.metric, it.node, it.value))
        .collect(Collectors.joining());
  }

  /** As OpenTelemetry sends them. */
  String asJson(Instant at) {
    String metrics = all.stream().map(it -> json(it, at)).collect(Collectors.joining(","));
    return "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[" + metrics + "]}]}]}";
  }

  private static String json(Sample sample, Instant at) {
    return """
    {"name": "%s", "gauge": {"dataPoints": [{
      "timeUnixNano": "%d000000", "asInt": "%d", "attributes": [
        {"key": "clusterId", "value": {"stringValue": "c1"}},
        {"key": "node", "value": {"stringValue": "%s"}}]}]}}\
    """
        .formatted(sample.metric, at.toEpochMilli(), sample.value, sample.node);
  }
}
