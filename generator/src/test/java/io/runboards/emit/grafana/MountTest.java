package io.runboards.emit.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.runboards.emit.OutFile;
import io.runboards.samples.SampleSite;
import io.runboards.samples.Samples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Data sources and providers are as Grafana documents them, for each organisation. */
class MountTest {
  private static final String SOURCES = "grafana/provisioning/datasources/runboards.yaml";
  private static final String PROVIDERS = "grafana/provisioning/dashboards/runboards.yaml";

  /** The fields that Grafana documents for files of 9.4 to 13, by the places where they stand. */
  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          Map.entry("", Set.of("apiVersion", "datasources", "deleteDatasources", "providers")),
          Map.entry("deleteDatasources", Set.of("name", "orgId")),
          Map.entry(
              "datasources",
              Set.of(
                  "name",
                  "type",
                  "uid",
                  "access",
                  "orgId",
                  "url",
                  "user",
                  "database",
                  "basicAuth",
                  "basicAuthUser",
                  "withCredentials",
                  "isDefault",
                  "jsonData",
                  "secureJsonData",
                  "version",
                  "editable")),
          Map.entry(
              "datasources.jsonData",
              Set.of(
                  "httpMethod",
                  "prometheusType",
                  "prometheusVersion",
                  "timeInterval",
                  "queryTimeout",
                  "manageAlerts",
                  "cacheLevel",
                  "incrementalQuerying",
                  "httpHeaderName1",
                  "tlsAuth",
                  "tlsAuthWithCACert",
                  "tlsSkipVerify",
                  "serverName")),
          Map.entry(
              "datasources.secureJsonData",
              Set.of("httpHeaderValue1", "basicAuthPassword", "tlsCACert")),
          Map.entry(
              "providers",
              Set.of(
                  "name",
                  "orgId",
                  "folder",
                  "folderUid",
                  "type",
                  "disableDeletion",
                  "updateIntervalSeconds",
                  "allowUiUpdates",
                  "options")),
          Map.entry("providers.options", Set.of("path", "foldersFromFilesStructure")));

  private static Map<String, Object> read(String site, String path) {
    return GrafanaFiles.of(SampleSite.named(site).site(), Samples.workspace()).stream()
        .filter(file -> file.path().equals(path))
        .map(OutFile::content)
        .map(text -> new Yaml().<Map<String, Object>>load(text))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> entries(String site, String path, String key) {
    return (List<Map<String, Object>>) read(site, path).get(key);
  }

  static Stream<String> sites() {
    return SampleSite.names().stream();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void everyFieldIsOneThatGrafanaKnows(String site) {
    for (String path : List.of(SOURCES, PROVIDERS)) {
      known("", read(site, path));
    }
  }

  private static void known(String place, Object value) {
    if (value instanceof List<?> items) {
      items.forEach(item -> known(place, item));
    } else if (value instanceof Map<?, ?> fields) {
      assertThat(FIELDS).as("a place of fields").containsKey(place);
      fields.forEach((key, inner) -> {
        assertThat(FIELDS.get(place)).as("fields of '%s'", place).contains(key.toString());
        known(place.isEmpty() ? key.toString() : place + "." + key, inner);
      });
    }
  }

  @Test
  void eachTenantIsAskedByItsNameAndAFederationByAllNames() {
    assertThat(entries("full", SOURCES, "datasources"))
        .extracting(
            it -> it.get("uid"),
            it -> it.get("orgId"),
            it -> ((Map<?, ?>) it.get("secureJsonData")).get("httpHeaderValue1"))
        .containsExactly(
            tuple("team-a-metrics", 2, "team-a"),
            tuple("team-b-metrics", 1, "team-b"),
            tuple("all-metrics", 1, "team-a|team-b"),
            tuple("platform-metrics", 1, "platform"));
  }

  @ParameterizedTest
  @MethodSource("sites")
  void nobodyChangesThemInGrafana(String site) {
    assertThat(entries(site, SOURCES, "datasources"))
        .isNotEmpty()
        .allMatch(it -> it.get("editable").equals(false));
    assertThat(entries(site, PROVIDERS, "providers"))
        .isNotEmpty()
        .allMatch(it -> it.get("allowUiUpdates").equals(false));
  }

  @Test
  void grafanaCloudIsAskedWithAPasswordThatStandsInAFile() {
    assertThat(entries("cloud", SOURCES, "datasources"))
        .singleElement()
        .satisfies(source -> {
          assertThat(source)
              .containsEntry("basicAuth", true)
              .containsEntry("basicAuthUser", "123456")
              .containsEntry(
                  "secureJsonData",
                  Map.of(
                      "basicAuthPassword", "$__file{/run/secrets/GRAFANA_CLOUD_TOKEN}",
                      "tlsCACert", "$__file{/etc/ssl/store.pem}"));
          assertThat(source.get("jsonData").toString())
              .contains("prometheusType=Mimir", "tlsAuthWithCACert=true")
              .doesNotContain("httpHeaderName1");
        });
  }

  @Test
  void eachOrganisationMountsTheSameDashboards() {
    List<Map<String, Object>> providers = entries("full", PROVIDERS, "providers");
    assertThat(providers).extracting(it -> it.get("name")).doesNotHaveDuplicates();
    assertThat(of(providers, 1)).isNotEmpty().isEqualTo(of(providers, 2));
  }

  private static List<Object> of(List<Map<String, Object>> providers, int organisation) {
    return providers.stream()
        .filter(it -> it.get("orgId").equals(organisation))
        .map(it -> List.of(it.getOrDefault("folderUid", ""), it.get("options")))
        .map(Object.class::cast)
        .toList();
  }
}
