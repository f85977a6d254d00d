package io.runboards.emit.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.build.Golden;
import io.runboards.build.Repository;
import io.runboards.build.RuleTools;
import io.runboards.catalog.ClusterVersion;
import io.runboards.emit.OutFile;
import io.runboards.emit.OutFolder;
import io.runboards.samples.SampleRules;
import io.runboards.site.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules are written as Prometheus reads them, and their tests succeed. */
class PrometheusFilesTest {
  private static final Path GOLDEN =
      Repository.ROOT.resolve("generator/src/test/resources/rules/prometheus");

  @TempDir private Path folder;

  static Stream<ClusterVersion> versions() {
    return Stream.of(ClusterVersion.V2_16, ClusterVersion.V2_17);
  }

  private static List<OutFile> files(Site site, ClusterVersion version) {
    return PrometheusFiles.of(site, SampleRules.workspace(version));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void theNewestPromtoolAcceptsThem(ClusterVersion version) throws Exception {
    OutFolder.at(folder).write(files(SampleRules.site(), version));
    RuleTools.checked(External.server("promtool"), folder);
    RuleTools.tested(External.server("promtool"), folder);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void theOldestPromtoolAcceptsThem(ClusterVersion version) throws Exception {
    OutFolder.at(folder).write(files(SampleRules.site(), version));
    RuleTools.checked(External.oldestServer("promtool"), folder);
    RuleTools.tested(External.oldestServer("promtool"), folder);
  }

  @Test
  void theyAreAsRecorded() throws Exception {
    Map<String, String> texts = new TreeMap<>();
    files(SampleRules.site(), ClusterVersion.V2_17)
        .forEach(file -> texts.put(file.path().replace("prometheus/", ""), file.content()));
    Golden.compare(GOLDEN, texts);
  }

  @Test
  void rulesAboutSeveralTenantsNeedAFederation() {
    assertThat(files(Site.usual("alone"), ClusterVersion.V2_17))
        .extracting(OutFile::path)
        .containsExactly(
            "prometheus/rules/memory.yaml",
            "prometheus/rules/workloads.yaml",
            "prometheus/tests/memory.yaml",
            "prometheus/tests/memory-every-5m.yaml",
            "prometheus/tests/workloads.yaml");
  }
}
