package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.runboards.build.External;
import io.runboards.dashboard.Installation;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Size;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.Setup;
import io.runboards.verify.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What the command verify does for a whole site, with a real Prometheus. */
@Isolated("standard input belongs to the whole process")
class VerifyTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeTheSite() throws IOException {
    Path sites = Files.createDirectories(folder.resolve("provisioning/sites"));
    Files.writeString(sites.resolve("example.yaml"), "name: example\nlabels: [region]\n");
  }

  private Invocation verify(Surroundings around, String... more) {
    List<String> args = new ArrayList<>(List.of("verify"));
    args.addAll(List.of(more));
    return Invocation.with(around, new byte[0], args.toArray(String[]::new));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aSiteIsProvenAndEveryReportIsWritten() throws IOException {
    Invocation run =
        verify(
            SampleWorkspace.at(folder),
            "--program",
            External.server("prometheus").toString(),
            "--gpus",
            "8",
            "--no-incidents",
            "--format",
            "json",
            "--report",
            "target/verify.json",
            "--html",
            "target/verify.html",
            "--incidents-page",
            "target/incidents.md");
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("example on Prometheus")
        .contains("a simulated day of 8 GPUs on 1 nodes")
        .contains("dashboards    2\n", "empty         0, of which 0 may be\n")
        .endsWith("proven: all shows what it should\n");
    assertThat(run.err())
        .startsWith("starting a Prometheus\nloading a healthy day\n")
        .doesNotContain("\r");
    assertThat(names(folder.resolve("target")))
        .containsExactly("incidents.md", "verify.html", "verify.json");
    JsonNode report =
        JsonMapper.builder().build().readTree(folder.resolve("target/verify.json").toFile());
    assertThat(report.path("verdict").asText()).isEqualTo("proven");
    assertThat(report.path("dashboards")).hasSize(2);
    assertThat(folder.resolve("target/verify.html"))
        .content()
        .startsWith("<!doctype html>")
        .contains("Cluster | all nodes");
  }

  @Test
  void whatIsWrongByItselfStopsItBeforeAnythingIsStarted() {
    Surroundings around = SampleWorkspace.at(folder, SampleWorkspace.DASHBOARDS.subList(0, 1));
    Invocation run = verify(around, "--program", "no-such", "--html", "target/verify.html");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("sample-node")
        .endsWith("runboards: nothing is verified, because of the errors\n");
    assertThat(folder.resolve("target")).doesNotExist();
  }

  @Test
  void aStoreOfTheUserIsOnlyAsked() throws Exception {
    Instant now = Instant.now();
    try (LocalPrometheus prometheus =
        LocalPrometheus.start(Setup.idle(External.server("prometheus")))) {
      Instant start = now.minus(Duration.ofHours(1));
      new Store(prometheus.api(), prometheus.write())
          .load(
              new Scenario(
                  1,
                  Size.ofGpus(8),
                  Installation.NEWEST,
                  List.of(),
                  start.getEpochSecond(),
                  60,
                  List.of()),
              now);
      List<String> before = prometheus.api().metrics(start, now);
      Invocation run =
          verify(at(now), "--prometheus", prometheus.url().toString(), "--header", "X-Who=me");
      assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.OK);
      assertThat(run.out())
          .contains("metrics       2 of 2 there\n", "what it has itself, from ")
          .doesNotContain("incidents");
      assertThat(prometheus.api().metrics(start, Instant.now())).isEqualTo(before);
    }
  }

  private Surroundings at(Instant now, Map<String, String> variables) {
    return new Surroundings(
        Content.of(SampleWorkspace.DASHBOARDS),
        folder,
        name -> Optional.ofNullable(variables.get(name)),
        InstantSource.fixed(now),
        Terminal.NONE);
  }

  private Surroundings at(Instant now) {
    return at(now, Map.of());
  }

  @Test
  void aStoreWithOtherMetricsIsNotGoneThroughPanelByPanel() throws Exception {
    try (LocalPrometheus prometheus =
        LocalPrometheus.start(Setup.idle(External.server("prometheus")))) {
      Invocation run = verify(at(Instant.now()), "--prometheus", prometheus.url().toString());
      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err())
          .endsWith(
              "runboards: the store has none of the 2 metrics that are read, but 0 others: is it"
                  + " the right store, and the right tenant?\n");
    }
  }

  @Test
  void credentialsDoNotGoOverPlainHttpToAnotherMachine() {
    Surroundings around = at(Instant.EPOCH, Map.of("PROMETHEUS_TOKEN", "hunter2"));
    Invocation run = verify(around, "--prometheus", "http://prometheus.example.org");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .isEqualTo(
            "runboards: http://prometheus.example.org would get credentials over plain HTTP;"
                + " use https, or allow it (--allow-http)\n");
  }

  @Test
  void onATerminalThereIsOneLineThatIsWrittenOverAndThenGone() {
    StringWriter err = new StringWriter();
    try (News news = new News(true, new PrintWriter(err))) {
      news.accept("loading");
      news.accept("run");
    }
    assertThat(err.toString()).isEqualTo("\rloading\rrun    \r   \r");
  }

  @Test
  void aFileIsReplacedAsAWhole() throws IOException {
    Path page = folder.resolve("page.html");
    Files.writeString(page, "old");
    WholeFile file = WholeFile.at("page.html", SampleWorkspace.at(folder));
    assertThat(page).hasContent("old");
    file.write("new");
    assertThat(page).hasContent("new");
    assertThat(names(folder)).containsExactly("page.html", "provisioning");
  }
}
