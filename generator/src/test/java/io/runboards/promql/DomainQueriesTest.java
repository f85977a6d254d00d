package io.runboards.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The queries of the Run:ai dashboards and alerts. */
class DomainQueriesTest {
  private static final Path QUERIES = Path.of("src/test/resources/promql/queries.jsonl");

  @TestFactory
  Stream<DynamicTest> everyQueryParsesInTheGrafanaDialectAndPrintsItsTree() throws Exception {
    List<String> lines = Files.readAllLines(QUERIES);
    assertThat(lines).hasSizeGreaterThanOrEqualTo(278);
    ObjectMapper mapper = new ObjectMapper();
    return lines.stream()
        .map(line -> {
          try {
            JsonNode query = mapper.readTree(line);
            return DynamicTest.dynamicTest(
                query.get("where").asText(), () -> check(query.get("expr").asText()));
          } catch (Exception e) {
            throw new IllegalStateException(line, e);
          }
        });
  }

  private static void check(String query) {
    Expr tree = Promql.parse(query, Syntax.GRAFANA);
    assertThat(tree.type()).isEqualTo(ValueType.VECTOR);
    assertThat(Promql.parse(tree.toString(), Syntax.GRAFANA)).isEqualTo(tree);
    assertThat(Promql.parse(Promql.pretty(tree), Syntax.GRAFANA)).isEqualTo(tree);
  }
}
