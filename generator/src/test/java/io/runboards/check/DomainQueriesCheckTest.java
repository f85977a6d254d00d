package io.runboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runboards.catalog.ClusterVersion;
import io.runboards.finding.Finding;
import io.runboards.finding.Severity;
import io.runboards.flow.World;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The queries of the Run:ai dashboards and alerts give no false alarm. */
class DomainQueriesCheckTest {

  @Test
  void noQueryHasAnError() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    List<String> errors = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/promql/queries.jsonl"))) {
      JsonNode query = mapper.readTree(line);
      String text = query.get("expr").asText();
      QueryChecks.check(
              query.get("where").asText(),
              text,
              Promql.parse(text, Syntax.GRAFANA),
              World.standard(),
              Optional.of(ClusterVersion.V2_17))
          .stream()
          .filter(finding -> finding.severity() == Severity.ERROR)
          .map(Finding::toString)
          .forEach(errors::add);
    }
    assertThat(errors).isEmpty();
  }
}
