package io.runboards.verify.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.build.External;
import io.runboards.servers.Eventually;
import io.runboards.servers.Exporter;
import io.runboards.verify.prometheus.Result.Curves;
import io.runboards.verify.prometheus.Result.Refused;
import io.runboards.verify.prometheus.Setup.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real Prometheus is started, filled with any history, asked, and gone. */
class LocalPrometheusTest {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  @TempDir private Path base;

  /** The newest version that is supported, and the oldest. */
  enum Version {
    NEWEST(() -> External.server("prometheus")),
    OLDEST(() -> External.oldestServer("prometheus"));

    private final Supplier<Path> program;

    Version(Supplier<Path> program) {
      this.program = program;
    }
  }

  private Setup setup(Version version) {
    return Setup.idle(version.program.get()).below(base);
  }

  private static LabelSet metric(String name, String... labels) {
    LabelSet all = LabelSet.of(Map.of("__name__", name));
    return labels.length == 0 ? all : LabelSet.of(Map.of("__name__", name, labels[0], labels[1]));
  }

  private static long daysAgo(long days) {
    long now = System.currentTimeMillis();
    return now - now % DAY - days * DAY;
  }

  /** The values of the only series of an hour of a day. */
  private static double[] hour(PrometheusApi api, String promql, long start) throws NoAnswer {
    Instant from = Instant.ofEpochMilli(start);
    Result result =
        api.range(promql, from, from.plus(Duration.ofMinutes(59)), Duration.ofMinutes(1));
    assertThat(result).isInstanceOf(Curves.class);
    List<Curve> curves = ((Curves) result).curves();
    assertThat(curves).hasSize(1);
    assertThat(curves.getFirst().times())
        .containsExactly(LongStream.range(0, 60).map(it -> start + it * MINUTE).toArray());
    return curves.getFirst().values();
  }

  @ParameterizedTest
  @EnumSource
  void historiesOfAnyAgeAreTakenInAnyOrderOfSeries(Version version) throws Exception {
    List<Long> days = List.of(20L, 1L, 200L, 3L, 11_000L, 4_000L);
    try (LocalPrometheus prometheus = LocalPrometheus.start(setup(version))) {
      for (long day : days) {
        prometheus
            .write()
            .send(
                new Batch()
                    .with(metric("age", "days", "" + day), daysAgo(day), MINUTE, 60, time -> day)
                    .packed());
      }
      LabelSet grows = metric("grows_total");
      for (long day : List.of(5_000L, 400L, 2L)) {
        prometheus
            .write()
            .send(new Batch().with(grows, daysAgo(day), MINUTE, 60, time -> time).packed());
      }
      PrometheusApi api = prometheus.api();
      for (long day : days) {
        assertThat(hour(api, "age", daysAgo(day))).hasSize(60).containsOnly(day);
      }
      for (long day : List.of(5_000L, 400L, 2L)) {
        assertThat(hour(api, "grows_total", daysAgo(day))[59])
            .isEqualTo(daysAgo(day) + 59 * MINUTE);
      }
      Instant end = Instant.now();
      assertThat(api.metrics(Instant.EPOCH, end)).containsExactly("age", "grows_total");
      assertThat(api.labelValues("days", List.of("age{days!=\"3\"}"), Instant.EPOCH, end))
          .containsExactlyInAnyOrder("1", "20", "200", "4000", "11000");
      assertThat(api.series(List.of("age{days=\"3\"}", "grows_total"), Instant.EPOCH, end))
          .containsExactlyInAnyOrder(metric("age", "days", "3"), grows);
      assertThat(api.buildInfo().name()).isEqualTo("Prometheus");
      assertThat(Files.list(data()).map(it -> it.getFileName().toString()))
          .as("no block was closed")
          .isSubsetOf("chunks_head", "wal", "lock", "queries.active");
    }
    assertThat(Kept.folders(base)).isEmpty();
  }

  private Path data() throws IOException {
    return Kept.folders(base).getFirst().resolve("data");
  }

  @ParameterizedTest
  @EnumSource
  void samplesOutOfOrderAreRefusedInTheStoresWords(Version version) throws Exception {
    try (LocalPrometheus prometheus = LocalPrometheus.start(setup(version))) {
      RemoteWrite write = prometheus.write();
      LabelSet up = metric("up");
      write.send(new Batch().with(up, daysAgo(2), MINUTE, 60, time -> 1).packed());
      byte[] older = new Batch().with(up, daysAgo(3), MINUTE, 60, time -> 1).packed();
      assertThatThrownBy(() -> write.send(older))
          .isInstanceOf(NoAnswer.class)
          .hasMessageStartingWith("/api/v1/write: status 400: ")
          .hasMessageContaining("out of order sample");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQueryTellsWhatItCostAndWhatIsWrongWithIt(Version version) throws Exception {
    Setup limited = setup(version).limitedTo(100, Duration.ofSeconds(20));
    try (LocalPrometheus prometheus = LocalPrometheus.start(limited)) {
      Batch batch = new Batch();
      for (int i = 0; i < 10; i++) {
        batch.with(metric("up", "i", "" + i), daysAgo(1), MINUTE, 60, time -> 1);
      }
      prometheus.write().send(batch.packed());
      PrometheusApi api = prometheus.api();
      Instant at = Instant.ofEpochMilli(daysAgo(1)).plus(Duration.ofMinutes(30));
      Curves some = (Curves) api.query("sum(up)", at);
      assertThat(some.curves())
          .containsExactly(
              new Curve(
                  LabelSet.of(Map.of()), new long[] {at.toEpochMilli()}, new double[] {10}, 0));
      assertThat(some.effort()).map(Effort::samples).contains(10L);
      assertThat(some.effort().orElseThrow().peak()).isPositive();
      assertThat(api.query("sum(sum_over_time(up[20m]", at))
          .isInstanceOfSatisfying(
              Refused.class,
              it -> {
                assertThat(it.type()).isEqualTo("bad_data");
                assertThat(it.error()).contains("1:26: parse error: unclosed left parenthesis");
              });
      assertThat(api.range("up", at, at.plusSeconds(1800), Duration.ofSeconds(60)))
          .isInstanceOfSatisfying(
              Refused.class, it -> assertThat(it.error()).contains("too many samples"));
      assertThat(api.query("\"text\"", at)).isInstanceOf(Refused.class);
      assertThat(((Curves) api.query("absent", at)).curves()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void itScrapesAndEvaluatesRulesEachSecond(Version version) throws Exception {
    try (Exporter exporter = Exporter.start("temperature{gpu=\"0\"} 95\n")) {
      String config =
          """
          global: {scrape_interval: 1s, evaluation_interval: 1s}
          rule_files: [rules/*.yml]
          scrape_configs:
            - job_name: gpu
              static_configs: [{targets: ["%s"]}]
          """
              .formatted(exporter.address());
      String rules =
          """
          groups:
            - name: heat
              rules:
                - {record: "gpu:temperature", expr: "max by (gpu) (temperature)"}
                - {alert: Hot, expr: "gpu:temperature > 90", for: 1s}
                - {alert: Broken, expr: "up * on () group_left () {gpu='0'}"}
          """;
      Setup live = setup(version).with(config, List.of(new ConfigFile("rules/heat.yml", rules)));
      try (LocalPrometheus prometheus = LocalPrometheus.start(live)) {
        Eventually.within(30, () -> assertThat(alerts(prometheus, "firing")).hasSize(1));
        RuleState.Active alert = alerts(prometheus, "firing").getFirst();
        assertThat(alert.labels().values())
            .isEqualTo(LabelSet.of(Map.of("alertname", "Hot", "gpu", "0")).values());
        assertThat(alert.since()).isPresent();
        assertThat(rule(prometheus, "gpu:temperature").kind()).isEqualTo(RuleState.Kind.RECORDING);
        RuleState broken = rule(prometheus, "Broken");
        assertThat(broken.kind()).isEqualTo(RuleState.Kind.ALERTING);
        assertThat(broken.health()).isEqualTo("err");
        assertThat(broken.error()).contains("found duplicate series for the match group");
        assertThat(broken.evaluated()).isPresent();
      }
    }
  }

  private static List<RuleState> rules(LocalPrometheus prometheus) {
    try {
      return prometheus.api().rules();
    } catch (NoAnswer e) {
      throw new AssertionError(e);
    }
  }

  private static RuleState rule(LocalPrometheus prometheus, String name) {
    return rules(prometheus).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<RuleState.Active> alerts(LocalPrometheus prometheus, String state) {
    return rules(prometheus).stream()
        .flatMap(it -> it.alerts().stream())
        .filter(it -> it.state().equals(state))
        .toList();
  }

  @Test
  void aMistakeInTheConfigurationIsTold() {
    Setup wrong = setup(Version.NEWEST).with("scrape_config: []\n", List.of());
    assertThatThrownBy(() -> LocalPrometheus.start(wrong))
        .isInstanceOf(NotStarted.class)
        .hasMessageStartingWith("Prometheus ended at once:\n")
        .hasMessageContaining("field scrape_config not found");
    assertThat(base).isEmptyDirectory();
  }

  private Setup script(String text) throws IOException {
    Path script = Files.createTempFile("fake", "prometheus");
    script.toFile().deleteOnExit();
    Files.writeString(script, "#!/bin/sh\n" + text);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return Setup.idle(script).below(base);
  }

  @Test
  void aProgramThatEndsAtOnceIsQuoted() throws Exception {
    Setup broken = script("seq 1 100; echo boom >&2; exit 1\n");
    assertThatThrownBy(() -> LocalPrometheus.start(broken))
        .isInstanceOf(NotStarted.class)
        .hasMessage("Prometheus ended at once:\n92\n93\n94\n95\n96\n97\n98\n99\n100\nboom");
    assertThat(base).isEmptyDirectory();
  }

  @Test
  void aProgramThatNeverAnswersIsNotWaitedForForEver() throws Exception {
    Setup silent = script("echo thinking; exec sleep 600\n");
    assertThatThrownBy(() -> LocalPrometheus.start(silent, Duration.ofSeconds(1)))
        .isInstanceOf(NotStarted.class)
        .hasMessage("Prometheus is not ready after 1 s:\nthinking");
    assertThat(base).isEmptyDirectory();
    assertThat(ProcessHandle.current().descendants().filter(Kept::runs)).isEmpty();
  }

  @Test
  void aPortThatSomebodyElseTookIsNotTriedAgain() throws Exception {
    Path program = Version.NEWEST.program.get();
    Setup unlucky =
        script(
            """
            if [ ! -f unlucky ]; then
              echo "$@" > unlucky
              echo "listen tcp 127.0.0.1: bind: address already in use" >&2
              exit 1
            fi
            exec '%s' "$@"
            """
                .formatted(program));
    try (LocalPrometheus prometheus = LocalPrometheus.start(unlucky)) {
      Path folder = Kept.folders(base).getFirst();
      assertThat(folder.resolve("unlucky"))
          .content()
          .doesNotContain(":" + prometheus.url().getPort());
    }
  }

  @Test
  void anotherPrometheusOnThePortIsNotTakenForOurs() throws Exception {
    Path program = Version.NEWEST.program.get();
    Setup foreign =
        script(
            """
            for option; do
              shift
              case $option in
                --storage.tsdb.path=*) option=--storage.tsdb.path=other ;;
              esac
              set -- "$@" "$option"
            done
            exec '%s' "$@"
            """
                .formatted(program));
    assertThatThrownBy(() -> LocalPrometheus.start(foreign))
        .isInstanceOf(NotStarted.class)
        .hasMessage("Prometheus found no free port; it was tried 5 times");
    assertThat(base).isEmptyDirectory();
  }

  @Test
  void twoRunAtOnceAndDoNotSeeEachOther() throws Exception {
    try (LocalPrometheus first = LocalPrometheus.start(setup(Version.NEWEST));
        LocalPrometheus second = LocalPrometheus.start(setup(Version.OLDEST))) {
      first
          .write()
          .send(new Batch().with(metric("mine"), daysAgo(1), MINUTE, 2, time -> 1).packed());
      assertThat(first.api().metrics(Instant.EPOCH, Instant.now())).containsExactly("mine");
      assertThat(second.api().metrics(Instant.EPOCH, Instant.now())).isEmpty();
      assertThat(first.url()).isNotEqualTo(second.url());
    }
    assertThat(base).isEmptyDirectory();
  }

  @Test
  void onlyThisMachineCanAskIt() throws Exception {
    try (LocalPrometheus prometheus = LocalPrometheus.start(setup(Version.NEWEST));
        Stream<String> lines = Files.lines(Path.of("/proc/net/tcp"))) {
      String port = ":%s ".formatted(hex(prometheus.url().getPort()));
      assertThat(lines.filter(it -> it.contains(port + "00000000:0000 0A")))
          .isNotEmpty()
          .allMatch(it -> it.contains(" 0100007F" + port));
    }
  }

  private static String hex(int port) {
    return HexFormat.of().withUpperCase().toHexDigits((short) port);
  }
}
