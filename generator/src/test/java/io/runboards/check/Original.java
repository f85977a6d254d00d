package io.runboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runboards.promql.Expr;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A query of the Run:ai dashboards and alerts, which is right as it is.
 *
 * @param where the dashboard and panel, or the group and rule
 * @param text the query
 * @param unit the id of Grafana's unit; empty in rules and variables
 */
record Original(String where, String text, String unit) {
  private static final Path QUERIES = Path.of("src/test/resources/promql/queries.jsonl");

  static List<Original> all() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Original> queries = new ArrayList<>();
    for (String line : Files.readAllLines(QUERIES)) {
      JsonNode query = mapper.readTree(line);
      queries.add(
          new Original(
              query.get("where").asText(),
              query.get("expr").asText(),
              query.path("unit").asText("")));
    }
    return queries;
  }

  Expr tree() {
    return Promql.parse(text, Syntax.GRAFANA);
  }

  /** The panel, the alert, or the name of what a rule records. */
  String title() {
    return where.substring(where.lastIndexOf(" / ") + 3);
  }

  boolean isRecorded() {
    return unit.isEmpty() && title().contains(":");
  }
}
