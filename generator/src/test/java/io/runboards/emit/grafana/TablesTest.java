package io.runboards.emit.grafana;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.dashboard.Panels.barchart;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Table.column;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Transformation;
import io.runboards.dashboard.Variable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final String GPUS = "sum by (clusterId, node) (runai_gpu_count_per_node)";
  private static final String BUSY = "avg by (clusterId, node) (runai_gpu_utilization_per_node)";

  private static List<String> steps(JsonNode panel) {
    List<String> ids = new ArrayList<>();
    panel.at("/transformations").forEach(step -> ids.add(step.at("/id").asText()));
    return ids;
  }

  @Test
  void aTableOfOneQueryCallsItsValueByTheLegend() {
    JsonNode panel =
        Written.newest(
            table("t").query(GPUS, "GPUs").columns(column("GPUs"), column(NODE, "Node")));
    assertThat(steps(panel)).containsExactly("filterFieldsByName", "organize");
    assertThat(panel.at("/transformations/0/options/include/pattern").asText())
        .isEqualTo("/^(?:Time|Value|node)$/");
    JsonNode organize = panel.at("/transformations/1/options");
    assertThat(organize)
        .isEqualTo(
            Written.read(
                """
                {
                  "excludeByName": {"Time": true},
                  "indexByName": {"Value": 0, "node": 1},
                  "renameByName": {"Value": "GPUs", "node": "Node"}
                }
                """));
  }

  @Test
  void rowsOfSeveralQueriesBecomeOne() {
    JsonNode panel =
        Written.newest(
            table("t")
                .query(GPUS, "GPUs")
                .query(BUSY, "Busy")
                .columns(column("Busy"), column(NODE, "Node")));
    assertThat(steps(panel)).containsExactly("filterFieldsByName", "merge", "organize");
    assertThat(panel.at("/transformations/2/options/renameByName"))
        .isEqualTo(Written.read("{\"Value #B\": \"Busy\", \"node\": \"Node\"}"));
  }

  @Test
  void withoutColumnsAllLabelsStayAndTimeGoes() {
    JsonNode panel = Written.newest(table("t").query(GPUS, "GPUs").query(BUSY, ""));
    assertThat(steps(panel)).containsExactly("merge", "organize");
    assertThat(panel.at("/transformations/1/options"))
        .isEqualTo(
            Written.read(
                """
                {
                  "excludeByName": {"Time": true},
                  "indexByName": {},
                  "renameByName": {"Value #A": "GPUs"}
                }
                """));
  }

  @Test
  void stepsOfAnAuthorComeAfterTheColumnsAndReplaceTheUsualOnesWithoutColumns() {
    Table limited = table("t").query(GPUS, "GPUs").transformed(new Transformation.Limit(3));
    assertThat(steps(Written.newest(limited))).containsExactly("limit");
    assertThat(steps(Written.newest(limited.columns(column("GPUs")))))
        .containsExactly("filterFieldsByName", "organize", "limit");
  }

  @Test
  void aQueryWithoutAColumnIsLeftOut() {
    assertThat(
            Written.newest(table("t").query(GPUS, "a").query(BUSY, "b").columns(column("b")))
                .at("/transformations/0/options/include/pattern")
                .asText())
        .isEqualTo("/^(?:Time|Value #B)$/");
  }

  @Test
  void aColumnHasTheUnitOfItsQuery() {
    JsonNode panel =
        Written.newest(
            table("t")
                .query(GPUS, "GPUs")
                .query(BUSY, "Busy")
                .query(BUSY + " / 100", "Share")
                .columns(
                    column(NODE, "Node"),
                    column("GPUs"),
                    column("Busy"),
                    column(Part.named("Share").unit("percent"))));
    assertThat(panel.at("/fieldConfig/defaults/unit").isMissingNode()).isTrue();
    assertThat(Written.override(panel, "GPUs", "unit").isMissingNode()).isTrue();
    assertThat(Written.override(panel, "Busy", "unit").asText()).isEqualTo("percent");
    assertThat(Written.override(panel, "Share", "unit").asText()).isEqualTo("percent");
  }

  @Test
  void aLabelThatOnlyALinkNeedsBecomesAHiddenColumn() {
    Dashboard there =
        Dashboard.dashboard("there", "There")
            .variables(
                Variable.valuesOf(NODE, Runai.GPU_COUNT_PER_NODE),
                Variable.valuesOf(CLUSTER_ID, Runai.GPU_COUNT_PER_NODE));
    DrillDown link = DrillDown.linkTo("there", "There").carrying(NODE).carrying(CLUSTER_ID);
    Dashboard here =
        Dashboard.dashboard("here", "Here")
            .rows(
                row(
                    table("t")
                        .query(
                            "max by (clusterId, node, gpu) (runai_gpu_utilization_per_gpu)", "Busy")
                        .columns(column(GPU, "GPU"), column(NODE, "Host"), column("Busy"))
                        .drillDown(link)));
    JsonNode panel = Written.newest(here, there).at("/panels/0");
    assertThat(panel.at("/transformations/1/options/indexByName"))
        .isEqualTo(Written.read("{\"gpu\": 0, \"node\": 1, \"Value\": 2, \"clusterId\": 3}"));
    assertThat(Written.override(panel, "clusterId", "custom.hideFrom").isObject()).isTrue();
    assertThat(Written.override(panel, "GPU", "links").at("/0/url").asText())
        .isEqualTo(
            "/d/there?${datasource:queryparam}"
                + "&var-node=${__data.fields.node:percentencode}"
                + "&var-clusterId=${__data.fields.clusterId:percentencode}"
                + "&${__url_time_range}");
    assertThat(panel.at("/fieldConfig/defaults/links").isMissingNode()).isTrue();
  }

  @Test
  void barsOfCategoriesAreRowsToo() {
    JsonNode panel = Written.newest(barchart("b").query(GPUS, "GPUs").query(BUSY, "Busy"));
    assertThat(panel.at("/targets/0/format").asText()).isEqualTo("table");
    assertThat(steps(panel)).containsExactly("merge", "organize");
    assertThat(Written.override(panel, "Busy", "unit").asText()).isEqualTo("percent");
  }
}
