package io.runboards.emit.grafana;

import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runboards.catalog.Label;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.site.GrafanaVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VariablesTest {
  private static JsonNode variable(int index, DataSourceChoice choice, Variable... variables) {
    Dashboard dashboard = Written.alone().variables(variables);
    return Written.classic(GrafanaVersion.NEWEST, choice, dashboard)
        .at("/templating/list/" + index);
  }

  @Test
  void wordsAndValueAreFoundWhicheverLabelComesFirst() {
    assertWords(WORKLOAD_ID, WORKLOAD_NAME, "{workload_id=\"id-1\",workload_name=\"llama\"} 1 17");
    assertWords(WORKLOAD_NAME, WORKLOAD_ID, "{workload_id=\"llama\",workload_name=\"id-1\"} 1 17");
  }

  private static void assertWords(Label value, Label words, String result) {
    ValuesOf variable = Variable.valuesOf(value, Runai.GPU_UTILIZATION_PER_WORKLOAD).worded(words);
    String regex = VariableQuery.of(variable).regex();
    assertThat(regex).startsWith("/").endsWith("/");
    Matcher matcher = Pattern.compile(regex.substring(1, regex.length() - 1)).matcher(result);
    assertThat(matcher.find()).isTrue();
    assertThat(matcher.group("value")).isEqualTo("id-1");
    assertThat(matcher.group("text")).isEqualTo("llama");
  }

  @Test
  void theDataSourceOfASiteIsChosenAtFirst() {
    JsonNode variable = variable(0, DataSourceChoice.byReader(Written.SOURCE));
    assertThat(variable.at("/current"))
        .isEqualTo(Written.read("{\"text\": \"Metrics\", \"value\": \"uid-1\"}"));
    assertThat(variable(0, DataSourceChoice.byReader()).has("current")).isFalse();
  }

  @Test
  void aDataSourceThatIsNotAmongTheChoicesIsNotChosen() {
    JsonNode variable =
        variable(
            0, DataSourceChoice.byReader(Written.SOURCE), Variable.dataSource("s", "S", "Mimir.*"));
    assertThat(variable.at("/regex").asText()).isEqualTo("Mimir.*");
    assertThat(variable.has("current")).isFalse();
  }

  @Test
  void allQueriesAskTheDashboardsOwnVariable() {
    ValuesOf nodes = Variable.valuesOf(NODE, Runai.GPU_COUNT_PER_NODE);
    JsonNode variable =
        variable(1, DataSourceChoice.byReader(), Variable.dataSource("store", "Store", ""), nodes);
    assertThat(variable.at("/datasource/uid").asText()).isEqualTo("${store}");
  }

  @Test
  void withOneDataSourceForEverThereIsNoVariableForIt() {
    ValuesOf nodes = Variable.valuesOf(NODE, Runai.GPU_COUNT_PER_NODE);
    JsonNode variable = variable(0, DataSourceChoice.fixed(Written.SOURCE), nodes);
    assertThat(variable.at("/name").asText()).isEqualTo("node");
    assertThat(variable.at("/datasource/uid").asText()).isEqualTo("uid-1");
  }
}
