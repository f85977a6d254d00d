package io.runboards.emit.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Panels;
import io.runboards.dashboard.WrongDashboard;
import io.runboards.emit.OutFile;
import io.runboards.samples.Samples;
import io.runboards.site.GrafanaVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class GrafanaFilesTest {
  private static List<OutFile> files(Source source, Dashboard... dashboards) {
    return GrafanaFiles.of(Samples.workspace(List.of(dashboards)), source, GrafanaVersion.OLDEST);
  }

  private static Dashboard in(String folder, String uid) {
    return Dashboard.dashboard(uid, uid).in(folder);
  }

  @Test
  void eachDashboardStandsInTheFolderOfItsProvider() {
    List<OutFile> files =
        files(
            Written.SOURCE,
            in("GPU: nodes & pods", "a"),
            in("", "b"),
            in("GPU: nodes & pods", "c"));
    assertThat(files)
        .extracting(OutFile::path)
        .containsExactly(
            "grafana/provisioning/dashboards/runboards.yaml",
            "grafana/provisioning/datasources/runboards.yaml",
            "grafana/dashboards/gpu-nodes-pods/a.json",
            "grafana/dashboards/general/b.json",
            "grafana/dashboards/gpu-nodes-pods/c.json");
    Map<String, List<Map<String, Object>>> providers = new Yaml().load(files.getFirst().content());
    assertThat(providers.get("providers"))
        .extracting(it -> it.get("folderUid"), it -> it.get("folder"), it -> it.get("options"))
        .containsExactly(
            tuple(
                "runboards-gpu-nodes-pods",
                "GPU: nodes & pods",
                Map.of("path", "/var/lib/grafana/dashboards/gpu-nodes-pods")),
            tuple(null, null, Map.of("path", "/var/lib/grafana/dashboards/general")));
  }

  @Test
  void foldersThatWouldMeetInOneAddressAreRefused() {
    assertThatExceptionOfType(WrongDashboard.class)
        .isThrownBy(() -> files(Written.SOURCE, in("GPU nodes", "a"), in("GPU/Nodes", "b")))
        .withMessage(
            "the folders 'GPU nodes' and 'GPU/Nodes' get the same name in addresses: 'gpu-nodes'");
  }

  @Test
  void aUidIsNoLongerThanGrafanaTakes() {
    assertThat(new Folder("A very long title of a folder, with many words").uid())
        .isEqualTo("runboards-a-very-long-title-of-a-folder")
        .hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void aDollarSignIsNoVariableOfTheEnvironment() {
    Source source = new Source("u", "US$ store", "http://x/$y", Source.Kind.MIMIR, "", 1, Source.Way.OPEN);
    Map<String, List<Map<String, Object>>> sources =
        new Yaml().load(files(source, in("", "a")).get(1).content());
    assertThat(sources.get("datasources").getFirst())
        .containsEntry("name", "US$$ store")
        .containsEntry("url", "http://x/$$y")
        .containsEntry("jsonData",
            Map.of(
                "httpMethod", "POST", "prometheusType", "Mimir", "prometheusVersion", "2.9.1"));
  }

  @Test
  void aSharedPanelStandsInTheLibraryOnceAndInTheMountAsAWhole() {
    Panel panel =
        Panels.stat("GPUs").query("sum(runai_gpu_count_per_node)", "").shared("shared-gpus");
    Dashboard one = Dashboard.dashboard("one", "One").in("A").rows(Panels.row(panel));
    Dashboard two = Dashboard.dashboard("two", "Two").in("A").rows(Panels.row(panel));
    List<OutFile> files =
        GrafanaFiles.of(
            Samples.workspace(List.of(one, two)), Written.SOURCE, GrafanaVersion.NEWEST);
    JsonNode element = json(files, "grafana/resources/library/shared-gpus.json");
    assertThat(element.at("/name").asText()).isEqualTo("GPUs");
    assertThat(element.at("/folderUid").asText()).isEqualTo("runboards-a");
    assertThat(element.at("/model/targets/0/expr").asText())
        .isEqualTo("sum(runai_gpu_count_per_node)");
    for (String uid : List.of("one", "two")) {
      assertThat(json(files, "grafana/dashboards/a/" + uid + ".json").at("/panels/0/targets"))
          .hasSize(1);
      JsonNode named =
          json(files, "grafana/resources/v1beta1/" + uid + ".json").at("/spec/panels/0");
      assertThat(named.at("/libraryPanel/uid").asText()).isEqualTo("shared-gpus");
      assertThat(named.has("targets")).isFalse();
    }
    assertThat(files).extracting(OutFile::path).doesNotHaveDuplicates();
  }

  private static JsonNode json(List<OutFile> files, String path) {
    return files.stream()
        .filter(file -> file.path().equals(path))
        .map(file -> Written.read(file.content()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void panelsNeitherOverlapNorShareANumber() {
    for (Dashboard dashboard : Samples.dashboards()) {
      JsonNode panels = Written.newest(dashboard).at("/panels");
      Set<Integer> ids = new HashSet<>();
      Set<List<Integer>> cells = new HashSet<>();
      for (JsonNode panel : panels) {
        assertThat(ids.add(panel.at("/id").asInt())).isTrue();
        panel.at("/panels").forEach(it -> assertThat(ids.add(it.at("/id").asInt())).isTrue());
        JsonNode place = panel.at("/gridPos");
        for (int x = 0; x < place.at("/w").asInt(); x++) {
          for (int y = 0; y < place.at("/h").asInt(); y++) {
            assertThat(cells.add(List.of(place.at("/x").asInt() + x, place.at("/y").asInt() + y)))
                .as(panel.at("/title").asText())
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void theFirstResourceHoldsTheFile() {
    for (var examined : Samples.workspace().dashboards()) {
      GrafanaDashboard dashboard =
          GrafanaDashboard.of(
              examined, Samples.workspace(), GrafanaVersion.NEWEST, DataSourceChoice.byReader());
      JsonNode resource = Written.read(dashboard.resource());
      assertThat(resource.at("/spec")).isEqualTo(Written.read(dashboard.forApi()));
      assertThat(resource.at("/metadata/name").asText()).isEqualTo(examined.dashboard().uid());
    }
  }
}
