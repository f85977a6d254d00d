package io.runboards.emit.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Golden;
import io.runboards.build.Repository;
import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.emit.OutFile;
import io.runboards.samples.Samples;
import io.runboards.site.GrafanaVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Dashboards that say all that can be said, for the oldest Grafana and the newest. */
class GrafanaSamplesTest {
  static final Path FOLDER = Repository.ROOT.resolve("generator/src/test/resources/grafana");
  private static final Source SOURCE =
      Source.of("prometheus", "Prometheus", "http://prometheus:9090");

  @Test
  void samplesAreWrittenAsRecorded() throws Exception {
    Workspace workspace = Samples.workspace();
    Map<String, String> texts = new TreeMap<>();
    for (Examined examined : workspace.dashboards()) {
      String folder = "samples/" + examined.dashboard().uid() + "/";
      texts.put(folder + "9.4.json", of(examined, workspace, GrafanaVersion.OLDEST).classic());
      GrafanaDashboard newest = of(examined, workspace, GrafanaVersion.NEWEST);
      texts.put(folder + "13.0.json", newest.classic());
      texts.put(folder + "v1beta1.json", newest.resource());
      texts.put(folder + "v2.json", newest.secondModel());
    }
    for (OutFile file : GrafanaFiles.of(workspace, SOURCE, GrafanaVersion.NEWEST)) {
      if (file.path().endsWith(".yaml")) {
        texts.put("mount/" + file.path(), file.content());
      }
    }
    Golden.compare(FOLDER, texts);
  }

  private static GrafanaDashboard of(
      Examined examined, Workspace workspace, GrafanaVersion version) {
    return GrafanaDashboard.of(examined, workspace, version, DataSourceChoice.byReader(SOURCE));
  }

  @Test
  void theSameDashboardsAreTheSameBytes() {
    for (GrafanaVersion version :
        new GrafanaVersion[] {GrafanaVersion.OLDEST, GrafanaVersion.NEWEST}) {
      assertThat(GrafanaFiles.of(Samples.workspace(), SOURCE, version))
          .isEqualTo(GrafanaFiles.of(Samples.workspace(), SOURCE, version));
    }
  }
}
