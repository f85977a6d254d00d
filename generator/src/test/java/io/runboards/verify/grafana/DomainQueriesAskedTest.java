package io.runboards.verify.grafana;

import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.timeseries;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Variable;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import io.runboards.verify.grafana.Wishes.Pick;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queries of the Run:ai dashboards reach a store as plain PromQL, whatever is chosen. */
class DomainQueriesAskedTest {
  private static final Path QUERIES = Path.of("src/test/resources/promql/queries.jsonl");
  private static final String[] VALUES = {"a.b", "x|y", "10%", "it's", "back\\slash", "(1)[2]{3}"};

  @ParameterizedTest
  @EnumSource(Pick.class)
  void everyQueryIsPromqlWhenItIsAsked(Pick pick) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(QUERIES)) {
      JsonNode query = mapper.readTree(line);
      String promql = asked(query.get("expr").asText(), pick);
      assertThat(Interpolation.names(promql)).as(promql).isEmpty();
      assertThat(Promql.parse(promql, Syntax.PROMETHEUS).toString()).isNotEmpty();
    }
  }

  private static String asked(String query, Pick pick) {
    Dashboard dashboard =
        dashboard("d", "D")
            .variables(
                Interpolation.names(query).stream()
                    .filter(name -> !name.startsWith("__"))
                    .sorted()
                    .map(name -> variable(name, query))
                    .toArray(Variable[]::new))
            .rows(row(timeseries("T").query(query, "")));
    Choices choices =
        Choices.of(dashboard, Wishes.pick(pick), new Store(), Store.SIX_HOURS, Reader.USUAL);
    Shown shown = Shown.of(dashboard, choices, 1).getFirst();
    return Asked.of(shown, Store.SIX_HOURS, Reader.USUAL).getFirst().promql();
  }

  /** Where a value stands in a regular expression, several can be chosen. */
  private static Variable variable(String name, String query) {
    boolean regex = Pattern.compile("=~\"[^\"]*\\$" + name + "\\b").matcher(query).find();
    Variable.Listed listed = Variable.listed(name, name, VALUES);
    return switch (name) {
      case "label" -> Variable.constant(name, "node");
      case "gpu_hour_price" -> Variable.constant(name, "2.5");
      default -> regex ? listed.multi() : listed;
    };
  }
}
