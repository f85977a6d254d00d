package io.runboards.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server that speaks like Prometheus says about series and rules.
 *
 * @param server the server
 * @param prefix the path below which the interface stands
 * @param headers what each request carries, names and values in turn
 */
public record PrometheusApi(Server server, String prefix, List<String> headers) {
  public PrometheusApi {
    headers = List.copyOf(headers);
  }

  /**
   * A rule that the server knows.
   *
   * @param group the group that it stands in
   * @param name the name of its metric or alert
   * @param health {@code ok}, {@code err} or {@code unknown}
   * @param error why the last evaluation failed; empty if it did not
   * @param evaluated when that was; long ago if it was never
   */
  public record KnownRule(
      String group, String name, String health, String error, Instant evaluated) {}

  /** The values of a query at this moment, by their labels without the metric's name. */
  public Map<Map<String, String>, Double> query(String promql) {
    Map<Map<String, String>, Double> values = new HashMap<>();
    for (JsonNode series : get("/query?query=" + URLEncoder.encode(promql, UTF_8)).path("result")) {
      Map<String, String> labels = new HashMap<>();
      series
          .path("metric")
          .properties()
          .forEach(it -> labels.put(it.getKey(), it.getValue().asText()));
      labels.remove("__name__");
      values.put(labels, Double.valueOf(series.path("value").path(1).asText()));
    }
    return values;
  }

  /** All rules, group by group. */
  public List<KnownRule> rules() {
    List<KnownRule> rules = new ArrayList<>();
    for (JsonNode group : get("/rules").path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        rules.add(
            new KnownRule(
                group.path("name").asText(),
                rule.path("name").asText(),
                rule.path("health").asText(),
                rule.path("lastError").asText(),
                Instant.parse(rule.path("lastEvaluation").asText())));
      }
    }
    return rules;
  }

  private JsonNode get(String path) {
    return server.json(prefix + "/api/v1" + path, headers.toArray(String[]::new)).path("data");
  }
}
