package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.alerts.AllRules;
import io.runboards.alerts.Usage;
import io.runboards.alerts.Watchdog;
import io.runboards.build.External;
import io.runboards.check.Workspace;
import io.runboards.emit.OutFile;
import io.runboards.emit.OutFolder;
import io.runboards.emit.alertmanager.AlertmanagerFile;
import io.runboards.emit.compose.ComposeFiles;
import io.runboards.emit.grafana.GrafanaFiles;
import io.runboards.emit.mimir.MimirFiles;
import io.runboards.emit.mimir.Overrides;
import io.runboards.emit.prometheus.PrometheusConfig;
import io.runboards.emit.prometheus.PrometheusFiles;
import io.runboards.rules.RuleBook;
import io.runboards.samples.SampleSite;
import io.runboards.servers.Eventually;
import io.runboards.servers.Exporter;
import io.runboards.servers.PrometheusApi.KnownRule;
import io.runboards.servers.RunningAlertmanager;
import io.runboards.servers.RunningMimir;
import io.runboards.servers.RunningPrometheus;
import io.runboards.servers.Server;
import io.runboards.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * Real servers start with the files of a site, and series go the way that the files say.
 *
 * <p>The files name services of Compose, and folders of containers. Here these names become ports
 * and folders of this machine, and what happens twice a minute happens each second. Nothing else in
 * them is changed.
 */
class InstallationTest {
  private static final int PATIENCE = 60;

  @TempDir private Path out;
  @TempDir private Path secrets;
  @TempDir private Path servers;

  private Site site;
  private final int port = Server.freePort();

  @BeforeEach
  void generate() throws Exception {
    for (String secret : List.of("SLACK_WEBHOOK_URL", "PAGERDUTY_KEY")) {
      Files.writeString(secrets.resolve(secret), "http://127.0.0.1:1/");
    }
    SampleSite sample = SampleSite.named("full", Map.of("SECRETS_FOLDER", secrets.toString()));
    site = sample.site();
    RuleBook book =
        new RuleBook(
            AllRules.RULES.stream().map(source -> source.define(site.installation())).toList());
    Workspace workspace = Workspace.of(List.of(), book, site.world(), site.cluster());
    List<OutFile> files = new ArrayList<>(GrafanaFiles.of(site, workspace));
    files.addAll(PrometheusFiles.of(site, workspace));
    files.addAll(PrometheusConfig.of(site));
    files.addAll(MimirFiles.of(site, workspace));
    files.addAll(ComposeFiles.of(site, sample.places().variables()));
    files.addAll(AlertmanagerFile.of(site.notifications(), workspace));
    Overrides.of(site).ifPresent(files::add);
    OutFolder.at(out).write(files.stream().map(this::here).toList());
  }

  /** A file as it is for this machine. */
  private OutFile here(OutFile file) {
    String text =
        file.content()
            .replace("mimir:9009", "127.0.0.1:" + port)
            .replaceAll("(?m)^( +)interval: .+$", "$1interval: 1s")
            .replaceAll("(?m)^( +)(scrape_interval|scrape_timeout): .+$", "$1$2: 1s")
            .replace("evaluation_interval: 30s", "evaluation_interval: 1s");
    return new OutFile(file.path(), text);
  }

  private RunningMimir mimir() throws IOException {
    Path folder = folder("mimir");
    String config =
        Files.readString(out.resolve("compose/mimir.yaml"))
            .replace("/data/", folder + "/")
            .replace("/etc/mimir/", out.resolve("mimir") + "/")
            .replace("http_listen_port: 9009", server());
    return RunningMimir.start(folder, port, config);
  }

  /** Only this machine may reach it, and others run beside it. */
  private String server() {
    return """
    http_listen_address: 127.0.0.1
      http_listen_port: %d
      grpc_listen_address: 127.0.0.1
      grpc_listen_port: %d"""
        .formatted(port, Server.freePort());
  }

  private RunningAlertmanager alertmanager() throws IOException {
    return RunningAlertmanager.start(
        folder("alertmanager"), Files.readString(out.resolve("alertmanager/alertmanager.yaml")));
  }

  private RunningPrometheus prometheus(RunningAlertmanager alerts, Exporter exporter)
      throws IOException {
    Path folder = out.resolve("prometheus");
    target("alertmanagers", alerts.address());
    target("inference", exporter.address());
    String config = Files.readString(folder.resolve("prometheus.yml"));
    return RunningPrometheus.start(folder, config, Map.of("PROMETHEUS_REPLICA", "replica-1"));
  }

  private void target(String name, String address) throws IOException {
    Files.writeString(
        out.resolve("prometheus/targets/" + name + ".json"),
        "[{\"targets\": [\"%s\"]}]".formatted(address));
  }

  @Test
  void seriesGoFromThePrometheusOfTheSiteToItsStoreAndAlertsToItsAlertmanager() throws Exception {
    try (RunningMimir mimir = mimir();
        RunningAlertmanager alerts = alertmanager();
        Exporter exporter = Exporter.start(Samples.TEAM_A.asText());
        RunningPrometheus prometheus = prometheus(alerts, exporter)) {
      Eventually.within(
          PATIENCE,
          () -> {
            assertThat(prometheus.api().rules())
                .isNotEmpty()
                .allMatch(rule -> rule.health().equals("ok"));
            assertThat(prometheus.api().query(Usage.GPU_ALLOCATED.name())).hasSize(1);
            assertThat(alerts.alerts()).contains(Watchdog.WATCHDOG.name());
            assertThat(mimir.api("platform").query("count by (cluster, job, __replica__) (up)"))
                .containsKey(Map.of("cluster", "gpu-cluster", "job", "inference"));
          });
      assertThat(mimir.api("platform").query("count({__name__=~\"ALERTS|.+:.+:.+\"})"))
          .as("what rules recorded")
          .isEmpty();
      assertThat(mimir.api("team-a").query("count(up)")).isEmpty();
    }
  }

  @Test
  void theStoreEnforcesTheLimitOfATenantAndOfNoOther() throws Exception {
    try (RunningMimir mimir = mimir()) {
      String samples = Samples.TEAM_A.asJson(Instant.now());
      mimir.takeSamples("team-a", samples);
      mimir.takeSamples("team-b", samples);
      assertThat(mimir.api("team-a").query("count({__name__=~\".+\"})").values())
          .as("of four, the limit lets three in")
          .containsExactly(3.0);
      assertThat(mimir.api("team-b").query("count({__name__=~\".+\"})").values())
          .containsExactly(4.0);
      assertThat(mimir.metrics().lines())
          .filteredOn(line -> line.startsWith("cortex_discarded_samples_total{"))
          .singleElement()
          .asString()
          .contains("reason=\"per_user_series_limit\"", "user=\"team-a\"")
          .endsWith(" 1");
    }
  }

  @Test
  void aFederationReadsAllItsMembersAndATenantOnlyItself() throws Exception {
    try (RunningMimir mimir = mimir()) {
      mimir.takeSamples("platform", Samples.TEAM_A.asJson(Instant.now()));
      mimir.takeSamples("team-b", Samples.TEAM_B.asJson(Instant.now()));
      mimir.takeSamples("team-a", Samples.TEAM_B.asJson(Instant.now()));
      String all = "count by (__tenant_id__) ({__name__=~\".+\"})";
      Map<String, Integer> tenants = new HashMap<>();
      scopes().forEach((uid, scope) -> tenants.put(uid, mimir.api(scope).query(all).size()));
      assertThat(scopes()).containsEntry("all-metrics", "team-a|team-b");
      assertThat(tenants)
          .isEqualTo(
              Map.of(
                  "team-a-metrics", 1,
                  "team-b-metrics", 1,
                  "platform-metrics", 1,
                  "all-metrics", 2));
      assertThat(mimir.api(scopes().get("all-metrics")).query(all))
          .containsKeys(Map.of("__tenant_id__", "team-a"), Map.of("__tenant_id__", "team-b"));
    }
  }

  /** What each data source says of whose series it wants, as Grafana would send it. */
  private Map<String, String> scopes() throws IOException {
    String text =
        Files.readString(out.resolve("grafana/provisioning/datasources/runboards.yaml"));
    Map<String, String> scopes = new HashMap<>();
    for (Object source : (List<?>) new Yaml().<Map<String, Object>>load(text).get("datasources")) {
      Map<?, ?> fields = (Map<?, ?>) source;
      Map<?, ?> secrets = (Map<?, ?>) fields.get("secureJsonData");
      scopes.put(fields.get("uid").toString(), secrets.get("httpHeaderValue1").toString());
    }
    return scopes;
  }

  @Test
  void theScriptGivesTheStoreTheRulesOfAllTenants() throws Exception {
    Path tools = External.server("mimirtool").getParent();
    try (RunningMimir mimir = mimir()) {
      External.run(
          out.resolve("compose"),
          Path.of("/bin/sh"),
          "",
          "-c",
          "PATH=\"$0:$PATH\" exec sh \"$@\"",
          tools.toString(),
          "rules.sh",
          "http://127.0.0.1:" + port,
          out.resolve("mimir").toString());
      Eventually.within(
          PATIENCE,
          () -> {
            for (String tenant : List.of("team-a", "team-b", "platform")) {
              assertThat(mimir.api(tenant).rules())
                  .extracting(KnownRule::name)
                  .contains(Usage.GPU_ALLOCATED.name());
            }
          });
    }
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(servers.resolve(name));
  }
}
