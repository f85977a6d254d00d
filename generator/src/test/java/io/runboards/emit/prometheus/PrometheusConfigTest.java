package io.runboards.emit.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.catalog.ClusterVersion;
import io.runboards.emit.OutFile;
import io.runboards.emit.OutFolder;
import io.runboards.rules.Recording;
import io.runboards.samples.SampleRules;
import io.runboards.samples.SampleSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Prometheus takes its configuration, in which each line has a reason. */
class PrometheusConfigTest {
  @TempDir private Path folder;
  @TempDir private Path secrets;

  static Stream<String> sites() {
    return SampleSite.names().stream();
  }

  private static List<OutFile> files(String name) {
    return PrometheusConfig.of(SampleSite.named(name).site());
  }

  private static Map<String, Object> config(String name) {
    return new Yaml().load(text(name, "prometheus/prometheus.yml"));
  }

  private static String text(String name, String path) {
    return files(name).stream()
        .filter(file -> file.path().equals(path))
        .map(OutFile::content)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void theNewestPromtoolAcceptsIt(String name) throws Exception {
    accepted(name, External.server("promtool"));
  }

  @ParameterizedTest
  @MethodSource("sites")
  void theOldestPromtoolAcceptsIt(String name) throws Exception {
    accepted(name, External.oldestServer("promtool"));
  }

  /** Promtool looks for the files of secrets and certificates as well. */
  private void accepted(String name, Path promtool) throws Exception {
    Path authority = Files.writeString(secrets.resolve("store.pem"), "");
    Files.writeString(secrets.resolve("GRAFANA_CLOUD_TOKEN"), "none");
    SampleSite sample =
        SampleSite.named(
            name,
            Map.of("SECRETS_FOLDER", secrets.toString(), "STORE_CA", authority.toString()));
    List<OutFile> files = new ArrayList<>(PrometheusConfig.of(sample.site()));
    files.addAll(
        PrometheusFiles.of(sample.site(), SampleRules.workspace(ClusterVersion.V2_17)));
    OutFolder.at(folder).write(files);
    External.run(folder, promtool, "", "check", "config", "prometheus/prometheus.yml");
  }

  @Test
  void eachNodeIsKnownByItsNameAndNotByItsAddress() {
    Map<String, Object> node =
        new Yaml()
            .<List<Map<String, Object>>>load(
                text("full", "prometheus/targets/dcgm-exporter.json"))
            .getFirst();
    assertThat(node)
        .containsEntry("targets", List.of("192.0.2.11:9400"))
        .containsEntry("labels", Map.of("instance", "gpu-node-1", "Hostname", "gpu-node-1"));
  }

  @Test
  void targetsStandInFilesOfTheirOwn() {
    assertThat(text("full", "prometheus/prometheus.yml")).doesNotContain("static_configs");
    assertThat(files("full"))
        .extracting(OutFile::path)
        .contains(
            "prometheus/targets/gpu-node-exporter.json",
            "prometheus/targets/inference.json",
            "prometheus/targets/qdrant.json",
            "prometheus/targets/litellm.json",
            "prometheus/targets/certificates.json",
            "prometheus/targets/mimir.json",
            "prometheus/targets/alertmanagers.json",
            "prometheus/remote-write/edge-1.yaml");
    assertThat(files("alone"))
        .extracting(OutFile::path)
        .containsExactly("prometheus/prometheus.yml", "prometheus/targets/prometheus.json");
  }

  @Test
  void labelsWithAValueForEachRequestAreDropped() {
    assertThat(text("full", "prometheus/prometheus.yml"))
        .contains("regex: request_id|session_id|trace_id|user_id");
  }

  @Test
  void whatRulesRecordedStaysWhereTheStoreRecordsItItself() {
    String dropped = text("full", "prometheus/prometheus.yml").replaceAll("(?s).*regex: ", "");
    List<Recording> recordings =
        SampleRules.workspace(ClusterVersion.V2_17).book().recordings().toList();
    assertThat(recordings).isNotEmpty().allMatch(it -> it.name().matches(dropped.strip()));
    assertThat("vllm:num_requests_running").doesNotMatch(dropped.strip());
    assertThat(config("cloud").get("remote_write").toString()).doesNotContain("ALERTS");
  }

  @Test
  void alertsOfBothReplicasAreTheSame() {
    assertThat(config("full").get("alerting").toString())
        .contains("labeldrop", "cluster|environment|__replica__");
    assertThat(config("alone")).doesNotContainKey("alerting");
  }

  @Test
  void theStoreLearnsWhoSends() {
    assertThat(config("full").get("remote_write").toString())
        .contains("X-Scope-OrgID=platform", "retry_on_http_429=true");
    assertThat(config("cloud").get("remote_write").toString())
        .contains(
            "username=123456",
            "password_file=/run/secrets/GRAFANA_CLOUD_TOKEN",
            "ca_file=/etc/ssl/store.pem")
        .doesNotContain("X-Scope-OrgID");
    assertThat(config("alone")).doesNotContainKey("remote_write");
  }
}
