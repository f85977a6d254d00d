package io.runboards.emit.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.runboards.build.External;
import io.runboards.build.Repository;
import io.runboards.emit.OutFile;
import io.runboards.emit.OutFolder;
import io.runboards.samples.SampleSite;
import io.runboards.site.SiteVariable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Docker's own library reads the Compose file, and each variable of it is in the list. */
class ComposeTest {
  private static final String READ_BY_DEPLOYING = "GRAFANA_API_TOKEN";
  private static final Pattern LISTED = Pattern.compile("(?m)^([A-Z][A-Z0-9_]*)=(.*)$");
  private static final Pattern ASKED =
      Pattern.compile("\\$\\{([A-Z0-9_]+)|environment: ([A-Z0-9_]+)");

  @TempDir private Path folder;

  static Stream<String> sites() {
    return SampleSite.names().stream();
  }

  private static List<OutFile> files(String name) {
    SampleSite sample = SampleSite.named(name);
    return ComposeFiles.of(sample.site(), sample.places().variables());
  }

  private static String text(String name, String file) {
    return files(name).stream()
        .filter(it -> it.path().equals("compose/" + file))
        .map(OutFile::content)
        .findFirst()
        .orElseThrow();
  }

  private JsonNode loaded(String name) throws Exception {
    Path program = External.goProgram(Repository.ROOT.resolve("testbed/compose"));
    OutFolder.at(folder).write(files(name));
    Path compose = folder.resolve("compose");
    String json = External.run(compose, program, "", "docker-compose.yaml", ".env.example");
    return JsonMapper.builder().build().readTree(json);
  }

  static Stream<Arguments> services() {
    return Stream.of(
        arguments(
            "full",
            List.of(
                "alertmanager",
                "blackbox",
                "grafana",
                "mimir",
                "organisations",
                "prometheus",
                "rules")),
        arguments("cloud", List.of("grafana", "prometheus")),
        arguments("alone", List.of("grafana", "prometheus")));
  }

  @ParameterizedTest
  @MethodSource("services")
  void dockerReadsTheFile(String name, List<String> services) throws Exception {
    JsonNode project = loaded(name);
    assertThat(names(project.path("services"))).containsExactlyElementsOf(services);
    assertThat(project.path("name").asText()).isEqualTo("runboards-" + name);
  }

  @Test
  void everyImageHasAVersion() throws Exception {
    for (JsonNode service : loaded("full").path("services")) {
      assertThat(service.path("image").asText()).matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+");
    }
  }

  @Test
  void whatIsMountedIsGenerated() throws Exception {
    Set<String> own = new TreeSet<>();
    files("full").forEach(file -> own.add(folder.resolve(file.path()).toString()));
    List<String> folders =
        Stream.of(
                "grafana/provisioning", "grafana/dashboards", "prometheus", "alertmanager", "mimir")
            .map(it -> folder.resolve(it).toString())
            .toList();
    for (JsonNode service : loaded("full").path("services")) {
      for (JsonNode volume : service.path("volumes")) {
        if (volume.path("type").asText().equals("bind")) {
          assertThat(volume.path("read_only").asBoolean()).isTrue();
          assertThat(volume.path("source").asText())
              .matches(it -> own.contains(it) || folders.contains(it), "is generated");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void eachVariableIsListedAndEachThatIsListedIsAskedFor(String name) {
    Set<String> listed = new TreeSet<>();
    LISTED.matcher(text(name, ".env.example")).results().forEach(it -> listed.add(it.group(1)));
    Set<String> asked = new TreeSet<>();
    ASKED
        .matcher(text(name, "docker-compose.yaml"))
        .results()
        .forEach(it -> asked.add(it.group(1) == null ? it.group(2) : it.group(1)));
    SampleSite.named(name).places().variables().stream()
        .map(SiteVariable::name)
        .forEach(asked::add);
    asked.add(READ_BY_DEPLOYING);
    assertThat(listed).isEqualTo(asked);
  }

  @Test
  void everyVariableThatShopsFillInHasAConsumer() {
    assertThat(text("full", ".env.example").lines().map(line -> line.replaceAll("=.*", "")))
        .contains(
            "CLUSTER_NAME",
            "ENVIRONMENT",
            "GRAFANA_ADMIN_PASSWORD",
            READ_BY_DEPLOYING,
            "PROMETHEUS_RETENTION",
            "REMOTE_WRITE_URL",
            "INFERENCE_HOST",
            "INFERENCE_PORT",
            "VECTOR_DB_HOST",
            "VECTOR_DB_PORT",
            "GPU_NODE_1_HOST",
            "GPU_NODE_1_NAME",
            "SLACK_WEBHOOK_URL",
            "PAGERDUTY_KEY",
            "RUNBOOK_BASE_URL");
  }

  @Test
  void eachVariableOfTheSiteIsListedWithItsUsualValue() {
    assertThat(text("full", ".env.example"))
        .contains("# cluster.name", "CLUSTER_NAME=gpu-cluster", "GPU_NODE_1_HOST=192.0.2.11");
  }

  @Test
  void aSecretIsAFileThatOnlyItsReadersSee() throws Exception {
    JsonNode project = loaded("full");
    assertThat(secrets(project, "alertmanager"))
        .containsExactly("PAGERDUTY_KEY", "SLACK_WEBHOOK_URL");
    assertThat(secrets(project, "prometheus")).isEmpty();
    assertThat(secrets(project, "mimir")).isEmpty();
    assertThat(project.at("/secrets/PAGERDUTY_KEY/environment").asText())
        .isEqualTo("PAGERDUTY_KEY");
    assertThat(secrets(loaded("cloud"), "prometheus")).containsExactly("GRAFANA_CLOUD_TOKEN");
  }

  private static List<String> secrets(JsonNode project, String service) {
    List<String> secrets = new ArrayList<>();
    project
        .path("services")
        .path(service)
        .path("secrets")
        .forEach(it -> secrets.add(it.path("source").asText()));
    return secrets;
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).sorted().toList();
  }
}
