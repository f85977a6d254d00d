package io.runboards.emit.grafana;

import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.ColorScheme;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Variable;
import io.runboards.emit.OutFile;
import io.runboards.query.Queries;
import io.runboards.samples.Samples;
import io.runboards.site.GrafanaVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One test a difference: what is written for the version before it and from it on. */
class SinceTest {
  private static final String QUERY = "sum by (node) (runai_gpu_count_per_node)";

  private static GrafanaVersion version(String text) {
    return GrafanaVersion.parse(text).orElseThrow();
  }

  @Test
  void tablesDescribeCellsByOptionsSince95() {
    for (Map.Entry<Part, List<String>> cell :
        Map.of(
                Part.named("GPUs").asBar(0, 8), List.of("basic", "gauge", "basic"),
                Part.named("GPUs").coloredText(), List.of("color-text", "color-text", ""),
                Part.named("GPUs").coloredBackground(),
                    List.of("color-background-solid", "color-background", "basic"))
            .entrySet()) {
      Table table = table("t").query(QUERY, "GPUs").columns(Table.column(cell.getKey()));
      JsonNode before = Written.panel(version("9.4"), table);
      assertThat(Written.override(before, "GPUs", "custom.displayMode").asText())
          .isEqualTo(cell.getValue().getFirst());
      assertThat(Written.override(before, "GPUs", "custom.cellOptions").isMissingNode()).isTrue();
      JsonNode from = Written.panel(version("9.5"), table);
      JsonNode options = Written.override(from, "GPUs", "custom.cellOptions");
      assertThat(options.path("type").asText()).isEqualTo(cell.getValue().get(1));
      assertThat(options.path("mode").asText()).isEqualTo(cell.getValue().get(2));
      assertThat(Written.override(from, "GPUs", "custom.displayMode").isMissingNode()).isTrue();
    }
  }

  @Test
  void coloursByNameAreColoursByOrderBefore101() {
    var panel = timeseries("t").query(QUERY, "").colors(ColorScheme.BY_NAME);
    String mode = "/fieldConfig/defaults/color/mode";
    assertThat(Written.panel(version("10.0"), panel).at(mode).asText())
        .isEqualTo("palette-classic");
    assertThat(Written.panel(version("10.1"), panel).at(mode).asText())
        .isEqualTo("palette-classic-by-name");
  }

  @Test
  void aVariableHoldsTheUidOfADataSourceSince101() {
    DataSourceChoice choice = DataSourceChoice.byReader(Written.SOURCE);
    String value = "/templating/list/0/current/value";
    assertThat(Written.classic(version("10.0"), choice, Written.alone()).at(value).asText())
        .isEqualTo("Metrics");
    assertThat(Written.classic(version("10.1"), choice, Written.alone()).at(value).asText())
        .isEqualTo("uid-1");
  }

  @Test
  void barsAreAsHighAsInNewerVersionsBefore104() {
    var panel = bargauge("b").query(QUERY, "");
    String height = "/options/minVizHeight";
    assertThat(Written.panel(version("10.3"), panel).at(height).asInt()).isEqualTo(16);
    assertThat(Written.panel(version("10.4"), panel).at(height).isMissingNode()).isTrue();
  }

  @Test
  void annotationsHaveTheirQueryOnlyInATargetSince12() {
    Dashboard marked =
        Written.alone()
            .annotated(Annotation.marks("m", Queries.promql(QUERY), "{{node}}", Color.RED));
    JsonNode before = Written.classic(version("11.6"), marked).at("/annotations/list/0");
    assertThat(before.at("/expr").asText()).isEqualTo(QUERY);
    assertThat(before.at("/target/expr").asText()).isEqualTo(QUERY);
    JsonNode from = Written.classic(version("12"), marked).at("/annotations/list/0");
    assertThat(from.at("/target/expr").asText()).isEqualTo(QUERY);
    assertThat(from.has("expr")).isFalse();
  }

  @Test
  void columnsAreHiddenLikeSeriesSince122() {
    Table table = table("t").query(QUERY, "GPUs").columns(Table.hidden(NODE));
    JsonNode before = Written.panel(version("12.1"), table);
    assertThat(Written.override(before, "node", "custom.hidden").asBoolean()).isTrue();
    JsonNode from = Written.panel(version("12.2"), table);
    assertThat(Written.override(from, "node", "custom.hideFrom").path("viz").asBoolean()).isTrue();
    assertThat(Written.override(from, "node", "custom.hidden").isMissingNode()).isTrue();
  }

  @Test
  void severalValuesGoIntoAVariableOfAnotherNameSince122() {
    Variable.ValuesOf here = Variable.valuesOf(PROJECT, Runai.PROJECT_INFO).named("here").multi();
    Variable.ValuesOf there = Variable.valuesOf(PROJECT, Runai.PROJECT_INFO).named("there");
    Dashboard from =
        Dashboard.dashboard("from", "From")
            .variables(here)
            .rows(
                row(
                    timeseries("t")
                        .query(QUERY, "")
                        .drillDown(DrillDown.linkTo("to", "To").carrying(PROJECT))));
    Dashboard to = Dashboard.dashboard("to", "To").variables(there);
    String url = "/panels/0/fieldConfig/defaults/links/0/url";
    assertThat(Written.classic(version("12.1"), from, to).at(url).asText())
        .contains("&var-there=${here:percentencode}&");
    assertThat(Written.classic(version("12.2"), from, to).at(url).asText())
        .contains("&${here:customqueryparam:var-there}&");
  }

  @Test
  void theApiHasResourcesSince12AndTheSecondModelSince13() {
    assertThat(resources("11.6")).isEmpty();
    assertThat(resources("12.0")).containsExactly("grafana/resources/v1beta1/alone.json");
    assertThat(resources("13.0"))
        .containsExactly("grafana/resources/v1beta1/alone.json", "grafana/resources/v2/alone.json");
  }

  private static List<String> resources(String version) {
    return GrafanaFiles.of(
            Samples.workspace(List.of(Written.alone())), Written.SOURCE, version(version))
        .stream()
        .map(OutFile::path)
        .filter(path -> path.startsWith("grafana/resources/"))
        .toList();
  }

  @Test
  void everyVersionGetsTheModelThatItWritesItself() {
    Map<String, Integer> expected =
        Map.of(
            "9.4", 37, "9.5", 38, "10.2", 38, "10.3", 39, "11.2", 39, "11.3", 40, "11.5", 40,
            "11.6", 41, "12.1", 41, "12.2", 42);
    expected.forEach((grafana, schema) ->
        assertThat(SchemaVersions.of(version(grafana))).as(grafana).isEqualTo(schema));
    assertThat(SchemaVersions.of(GrafanaVersion.NEWEST)).isEqualTo(42);
  }

  @Test
  void panelsHaveTheVersionOfTheirGrafanaSoThatItMigratesNothing() {
    var panel = timeseries("t").query(QUERY, "");
    assertThat(Written.panel(version("9.4"), panel).at("/pluginVersion").asText())
        .isEqualTo("9.4.0");
    assertThat(Written.panel(version("13.2"), panel).at("/pluginVersion").asText())
        .isEqualTo("13.2.0");
  }

  @Test
  void everyDifferenceLiesBetweenTheOldestAndTheNewestVersion() {
    assertThat(Arrays.stream(Since.values()))
        .allMatch(news -> news.holdsFor(GrafanaVersion.NEWEST))
        .noneMatch(news -> news.holdsFor(GrafanaVersion.OLDEST));
  }
}
