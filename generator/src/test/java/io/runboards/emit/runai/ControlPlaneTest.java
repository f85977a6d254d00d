package io.runboards.emit.runai;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.emit.OutFile;
import io.runboards.samples.SampleSite;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The control plane of Run:ai gets the values that its documentation names, and no other. */
class ControlPlaneTest {
  private static OutFile file(String site) {
    return ControlPlane.of(SampleSite.named(site).site()).orElseThrow();
  }

  private static Map<String, Object> values(String site) {
    return new Yaml().load(file(site).content());
  }

  @Test
  void aMimirIsReadAndWrittenWithTheHeaderOfTenants() {
    Map<String, Object> login = Map.of("basic", Map.of("username", "", "password", ""));
    Map<String, Object> store =
        Map.of(
            "read", Map.of("url", "http://mimir:9009/prometheus", "auth", login),
            "write", Map.of("url", "http://mimir:9009/api/v1/push", "auth", login),
            "useXscopeHeader", true);
    assertThat(file("full").path()).isEqualTo("runai/values-mimir.yaml");
    assertThat(values("full"))
        .isEqualTo(
            Map.of(
                "metricsService",
                Map.of("config", Map.of("datasourceUrl", "http://mimir:9009/prometheus")),
                "tenantsManager",
                Map.of("config", Map.of("defaultMetricStore", store)),
                "thanos",
                Map.of("enabled", false)));
  }

  @Test
  void grafanaCloudNeedsItsTokenWhichIsGivenToHelm() {
    assertThat(file("cloud").path()).isEqualTo("runai/values-grafana-cloud.yaml");
    assertThat(values("cloud"))
        .isEqualTo(
            Map.of(
                "tenantsManager",
                Map.of("config", Map.of("grafanaLab", Map.of("accessToken", ""))),
                "thanos",
                Map.of("enabled", false)));
    assertThat(file("cloud").content())
        .contains(
            "--set-string tenantsManager.config.grafanaLab.accessToken=\"$GRAFANA_CLOUD_TOKEN\"");
  }

  @Test
  void onePrometheusIsNoStoreOfManyTenants() {
    assertThat(ControlPlane.of(SampleSite.named("alone").site())).isEmpty();
  }
}
