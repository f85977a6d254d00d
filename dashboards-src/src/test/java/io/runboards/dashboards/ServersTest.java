package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.alerts.AllRules;
import io.runboards.alerts.Federation;
import io.runboards.alerts.Usage;
import io.runboards.alerts.Watchdog;
import io.runboards.check.Workspace;
import io.runboards.emit.OutFile;
import io.runboards.emit.OutFolder;
import io.runboards.emit.mimir.MimirFiles;
import io.runboards.emit.prometheus.PrometheusFiles;
import io.runboards.rules.RuleBook;
import io.runboards.servers.Eventually;
import io.runboards.servers.Exporter;
import io.runboards.servers.PrometheusApi;
import io.runboards.servers.PrometheusApi.KnownRule;
import io.runboards.servers.RunningAlertmanager;
import io.runboards.servers.RunningMimir;
import io.runboards.servers.RunningPrometheus;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Real servers take the rules of this repository, evaluate them all and find nothing wrong. */
class ServersTest {
  private static final int PATIENCE = 30;
  private static final String REPORTS = "reports";
  private static final Site SITE = site();

  @TempDir private Path out;
  @TempDir private Path servers;

  /** Two tenants, and one that runs the store and looks over both. */
  private static Site site() {
    Site usual = Site.usual("servers");
    return usual.with(
        List.of(
            Tenant.named("team-a"), Tenant.named("team-b"), Tenant.named(REPORTS).asOperator()),
        List.of(new io.runboards.site.Federation("all", REPORTS, List.of("team-a", "team-b"))));
  }

  @BeforeEach
  void generate() throws Exception {
    RuleBook book =
        new RuleBook(
            AllRules.RULES.stream().map(source -> source.define(SITE.installation())).toList());
    Workspace workspace = Workspace.of(List.of(), book, SITE.world(), SITE.cluster());
    List<OutFile> files = new ArrayList<>(PrometheusFiles.of(SITE, workspace));
    files.addAll(MimirFiles.of(SITE, workspace));
    OutFolder.at(out).write(files.stream().map(ServersTest::hurried).toList());
  }

  /** Whoever tests does not wait for an hour: all groups are evaluated each second. */
  private static OutFile hurried(OutFile file) {
    String text = file.content().replaceAll("(?m)^( +)interval: .+$", "$1interval: 1s");
    return new OutFile(file.path(), text);
  }

  @Test
  void prometheusEvaluatesThemAllAndAlertmanagerHearsOfIt() throws Exception {
    try (RunningAlertmanager alerts =
            RunningAlertmanager.start(
                folder("alertmanager"),
                "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        Exporter exporter = Exporter.start(Samples.TEAM_A.asText());
        RunningPrometheus prometheus =
            RunningPrometheus.start(folder("prometheus"), config(exporter, alerts))) {
      evaluated(prometheus.api(), names(out.resolve("prometheus/rules")));
      Eventually.within(
          PATIENCE,
          () -> {
            assertThat(prometheus.api().query(Usage.GPU_ALLOCATED.name()))
                .isEqualTo(Map.of(Map.of("clusterId", "c1"), 7.0));
            assertThat(prometheus.api().query(Usage.GPU_CAPACITY.name()))
                .isEqualTo(Map.of(Map.of("clusterId", "c1"), 16.0));
            assertThat(alerts.alerts()).contains(Watchdog.WATCHDOG.name());
          });
    }
  }

  private String config(Exporter exporter, RunningAlertmanager alerts) {
    return """
    global: {scrape_interval: 1s, evaluation_interval: 1s}
    rule_files: ['%s/prometheus/rules/*.yaml']
    alerting: {alertmanagers: [{static_configs: [{targets: ['%s']}]}]}
    scrape_configs: [{job_name: runai, static_configs: [{targets: ['%s']}]}]
    """
        .formatted(out, alerts.address(), exporter.address());
  }

  @Test
  void mimirEvaluatesThemForEachTenantAndForBothTogether() throws Exception {
    try (RunningMimir mimir = RunningMimir.start(folder("mimir"))) {
      Instant now = Instant.now();
      mimir.takeSamples("team-a", Samples.TEAM_A.asJson(now));
      mimir.takeSamples("team-b", Samples.TEAM_B.asJson(now));
      for (Tenant tenant : SITE.tenants()) {
        load(mimir, tenant.name());
      }
      for (Tenant tenant : SITE.tenants()) {
        evaluated(mimir.api(tenant.name()), names(out.resolve("mimir").resolve(tenant.name())));
      }
      Eventually.within(
          PATIENCE,
          () -> {
            assertThat(mimir.api(REPORTS).query(Federation.GPU_ALLOCATED.name()))
                .isEqualTo(
                    Map.of(
                        Map.of("__tenant_id__", "team-a"), 7.0,
                        Map.of("__tenant_id__", "team-b"), 3.0));
            assertThat(mimir.api(REPORTS).query(Federation.GPU_CAPACITY.name())).hasSize(2);
          });
      List<String> failures = ofItself(mimir, "cortex_prometheus_rule_evaluation_failures_total{");
      assertThat(failures).allMatch(line -> line.endsWith(" 0"));
      assertThat(failures)
          .as("as alerts find it")
          .anyMatch(it -> it.contains(";federated-usage\""));
    }
  }

  /** Hands over the groups of a tenant, one by one. */
  private void load(RunningMimir mimir, String tenant) throws IOException {
    for (Path file : files(out.resolve("mimir").resolve(tenant))) {
      Map<String, Object> content = yaml(file);
      for (Object group : (List<?>) content.get("groups")) {
        mimir.takeRules(tenant, content.get("namespace").toString(), new Yaml().dump(group));
      }
    }
  }

  /** The server knows these rules and evaluated each of them well. */
  private static void evaluated(PrometheusApi api, List<String> names) {
    Eventually.within(
        PATIENCE,
        () -> {
          List<KnownRule> rules = api.rules();
          assertThat(rules).extracting(KnownRule::name).containsExactlyInAnyOrderElementsOf(names);
          assertThat(rules)
              .allSatisfy(rule -> {
                assertThat(rule.error()).as(rule.name()).isEmpty();
                assertThat(rule.health()).as(rule.name()).isEqualTo("ok");
                assertThat(rule.evaluated()).as(rule.name()).isAfter(Instant.EPOCH);
              });
        });
  }

  private static List<String> ofItself(RunningMimir mimir, String start) {
    return mimir.metrics().lines().filter(line -> line.startsWith(start)).toList();
  }

  /** The names of all rules in a folder. */
  private static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : files(folder)) {
      for (Object group : (List<?>) yaml(file).get("groups")) {
        for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
          Map<?, ?> fields = (Map<?, ?>) rule;
          Object alert = fields.get("alert");
          names.add((alert == null ? fields.get("record") : alert).toString());
        }
      }
    }
    return names;
  }

  private static Map<String, Object> yaml(Path file) throws IOException {
    return new Yaml().load(Files.readString(file));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(servers.resolve(name));
  }
}
