package io.runboards.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.runboards.catalog.Catalog;
import io.runboards.promql.Expr;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels follow the rules of each operation. */
class LabelFlowTest {
  private static final World WORLD = new World(Catalog.standard(), Set.of("instance"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          runai_cluster_cpu_utilization                        | __name__ clusterId        | instance | [[clusterId, instance]]
          runai_cluster_cpu_utilization{clusterId="a"}         | __name__ clusterId        | instance | [[instance]]
          runai_cluster_cpu_utilization{instance=""}           | __name__ clusterId        |          | [[clusterId]]
          -runai_cluster_cpu_utilization                       | clusterId                 | instance | [[clusterId, instance]]
          runai_cluster_cpu_utilization > 0.5                  | __name__ clusterId        | instance | [[clusterId, instance]]
          runai_cluster_cpu_utilization > bool 0.5             | clusterId                 | instance | [[clusterId, instance]]
          sum(runai_cluster_cpu_utilization)                   |                           |          | [[]]
          sum by (clusterId, nope) (runai_gpu_count_per_node)  | clusterId                 |          | [[clusterId]]
          sum without (instance) (runai_cluster_cpu_utilization) | clusterId               |          | [[clusterId]]
          max_over_time(runai_cluster_cpu_utilization[5m])     | clusterId                 | instance | [[clusterId, instance]]
          last_over_time(runai_cluster_cpu_utilization[5m])    | __name__ clusterId        | instance | [[clusterId, instance]]
          absent(runai_cluster_cpu_utilization{clusterId="a"}) | clusterId                 |          | [[]]
          vector(1)                                            |                           |          | [[]]
          count_values by (clusterId) ("n", runai_gpu_count_per_node) | clusterId n        |          | [[clusterId, n]]
          topk by (clusterId) (1, runai_gpu_count_per_node{node="n"}) | __name__ clusterId modelName node ready schedulable | instance | [[clusterId]]
          histogram_quantile(0.9, sum by (le, pod) (rate(vllm:e2e_request_latency_seconds_bucket[5m]))) | pod | | [[pod]]
          runai_gpu_utilization_per_node * on (node) group_left (project) foo | clusterId node | instance project | [[clusterId, instance, node]]
          runai_gpu_utilization_per_node and on (node) foo     | __name__ clusterId node   | instance | [[clusterId, instance, node]]
          runai_cluster_cpu_utilization or on () vector(0)     |                           | __name__ clusterId instance | [[clusterId, instance]]
          label_replace(sum by (node) (runai_gpu_count_per_node), "host", "$1", "node", "(.*)") | host node | | [[host], [node]]
          label_replace(sum by (node) (runai_gpu_count_per_node), "kind", "gpu", "", "") | kind node | | [[node]]
          label_replace(sum by (node) (runai_gpu_count_per_node), "kind", "gpu", "node", "g.*") | node | kind | [[node]]
          """)
  void labelsOf(String query, String certain, String maybe, String identities) {
    Expr tree = Promql.parse(query);
    SeriesLabels labels = LabelFlow.through(tree, WORLD).at(tree);
    assertThat(String.join(" ", labels.certain())).isEqualTo(certain == null ? "" : certain);
    assertThat(labels.possible().stream().filter(l -> !labels.certain().contains(l)).toList())
        .isEqualTo(maybe == null ? List.of() : List.of(maybe.split(" ")));
    assertThat(labels.keys()).hasToString(identities);
  }

  @Test
  void anUnknownMetricMayHaveAnyLabel() {
    Expr tree = Promql.parse("rate(nobody_knows_total{a=\"b\",c!=\"\",d=~\".*\"}[5m])");
    SeriesLabels labels = LabelFlow.through(tree, WORLD).at(tree);
    assertThat(labels.certain()).containsExactly("a", "c");
    assertThat(labels.mayHave("anything")).isTrue();
    assertThat(labels.keys()).isEmpty();
  }

  @Test
  void aDashboardVariableInALabelListLeavesEverythingOpen() {
    Expr tree = Promql.parse("sum by ($label) (runai_gpu_count_per_node)", Syntax.GRAFANA);
    assertThat(LabelFlow.through(tree, WORLD).at(tree)).isEqualTo(SeriesLabels.ANY);
  }

  @Test
  void aValueThatADashboardVariableHoldsIsNotFixed() {
    Expr tree = Promql.parse("runai_cluster_cpu_utilization{clusterId=~\"$c\"}", Syntax.GRAFANA);
    assertThat(LabelFlow.through(tree, WORLD).at(tree).identities().toString())
        .isEqualTo("[[clusterId, instance]]");
  }

  @Test
  void deepQueriesAreFollowedWithoutRunningOutOfStack() {
    Expr tree = Promql.parse("abs(".repeat(1900) + "up" + ")".repeat(1900));
    assertThat(LabelFlow.through(tree, WORLD).at(tree).certain())
        .containsExactly("instance", "job");
  }

  @Test
  void onlyPartsOfTheQueryHaveLabels() {
    LabelFlow flow = LabelFlow.through(Promql.parse("up"), WORLD);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow.at(Promql.parse("up")))
        .withMessage("up is no part of the query");
  }

  @Test
  void everyDomainQueryKeepsAnIdentity() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    int known = 0;
    for (String line : Files.readAllLines(Path.of("src/test/resources/promql/queries.jsonl"))) {
      Expr tree = Promql.parse(mapper.readTree(line).get("expr").asText(), Syntax.GRAFANA);
      SeriesLabels labels = LabelFlow.through(tree, WORLD).at(tree);
      known += labels.keys().isEmpty() ? 0 : 1;
    }
    assertThat(known).as("the others read metrics that rules record").isGreaterThan(230);
  }
}
