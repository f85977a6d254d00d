package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.runboards.build.External;
import io.runboards.simulate.Incident;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.prometheus.Setup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories that the command simulate writes. */
@Isolated("standard input belongs to the whole process")
class SimulateTest {
  private static final String START = "2025-11-13T01:00:00Z";
  private static final Incident FIRE =
      new Incident("fire", "Fire", "It burns.", Duration.ofHours(1), (platform, seconds) -> {});

  @TempDir private Path folder;

  @BeforeEach
  void writeTheSite() throws IOException {
    Path sites = Files.createDirectories(folder.resolve("provisioning/sites"));
    Files.writeString(sites.resolve("example.yaml"), "name: example\nlabels: [region]\n");
  }

  private Invocation simulate(String... more) {
    List<String> args = new ArrayList<>(List.of("simulate", "--nodes", "2"));
    args.addAll(List.of(more));
    return Invocation.with(SampleWorkspace.at(folder), new byte[0], args.toArray(String[]::new));
  }

  private Invocation history(String to, String... more) {
    List<String> args =
        new ArrayList<>(List.of("--from", START, "--backfill", "90m", "--format", "json"));
    args.addAll(List.of("--to", to));
    args.addAll(List.of(more));
    return simulate(args.toArray(String[]::new));
  }

  private static JsonNode json(Invocation answer) throws IOException {
    assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.OK);
    return JsonMapper.builder().build().readTree(answer.out());
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void aHistoryIsTextOfTwoHoursAFile() throws IOException {
    JsonNode told = json(history("history"));
    Map<String, String> files = files(folder.resolve("history"));
    assertThat(files.keySet()).containsExactly("2025-11-13T00h.om", "2025-11-13T02h.om");
    List<String> lines =
        files.values().stream().flatMap(String::lines).filter(it -> !it.startsWith("#")).toList();
    assertThat(lines).hasSize(told.path("samples").intValue()).isNotEmpty();
    assertThat(lines).allSatisfy(line -> assertThat(line).contains("region=\"example\""));
    assertThat(told.path("files").intValue()).isEqualTo(2);
    assertThat(told.path("gpus").intValue()).isEqualTo(16);
    assertThat(told.path("from").asText()).isEqualTo(START);
    assertThat(told.path("until").asText()).isEqualTo("2025-11-13T02:30:00Z");
    assertThat(lines.getLast())
        .endsWith(" " + (Instant.parse(START).getEpochSecond() + 89 * 60 + 30));
  }

  @Test
  void theSameCommandWritesTheSameBytes() throws IOException {
    json(history("one", "--seed", "7"));
    json(history("two", "--seed", "7"));
    json(history("three", "--seed", "8"));
    assertThat(files(folder.resolve("one")))
        .isEqualTo(files(folder.resolve("two")))
        .isNotEqualTo(files(folder.resolve("three")));
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAlone() {
    Invocation refused = history("provisioning");
    assertThat(refused)
        .isEqualTo(new Invocation("", "runboards: " + folder + "/provisioning is not empty\n", 1));
  }

  @Test
  void promtoolMakesBlocks() throws IOException {
    String promtool = External.server("promtool").toString();
    JsonNode told = json(history("data", "--blocks", "--promtool", promtool));
    assertThat(told.path("blocks").intValue()).isEqualTo(2);
    try (Stream<Path> blocks = Files.list(folder.resolve("data"))) {
      assertThat(blocks).hasSize(2).allSatisfy(it -> assertThat(it.resolve("index")).exists());
    }
  }

  @Test
  void aPrometheusTakesAHistory() throws Exception {
    try (LocalPrometheus prometheus =
        LocalPrometheus.start(Setup.idle(External.server("prometheus")))) {
      JsonNode told = json(history(prometheus.url().toString()));
      Result result =
          prometheus.api().query("{region='example'}[2h]", Instant.parse("2025-11-13T02:30:00Z"));
      assertThat(result).isInstanceOf(Result.Curves.class);
      assertThat(((Result.Curves) result).curves().stream().mapToInt(Curve::size).sum())
          .isEqualTo(told.path("samples").intValue());
      assertThat(told.path("requests").intValue()).isPositive();
    }
  }

  @Test
  void aStoreThatDoesNotTakeTheSamplesIsQuoted() throws Exception {
    try (LocalPrometheus prometheus =
        LocalPrometheus.start(Setup.idle(External.server("prometheus")))) {
      Invocation refused = history(prometheus.url() + "/api/v1/other");
      assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(refused.err()).contains("runboards: /api/v1/other: status 404");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--backfill 1h --until 2025-11-13T01:00:07Z|2025-11-13T00:00:00Z|2025-11-13T01:00:00Z",
        "--from 2025-11-13T01:00:59Z --until 2025-11-13T02:00:00Z --step 1m"
            + "|2025-11-13T01:00:00Z|2025-11-13T02:00:00Z",
        "--from 2025-11-13T01:00:00Z --backfill 30m|2025-11-13T01:00:00Z|2025-11-13T01:30:00Z",
        "--until 2025-11-13T00:01:00Z|2025-11-12T00:01:00Z|2025-11-13T00:01:00Z"
      })
  void twoOfStartEndAndLengthTellTheThird(String options, String from, String until)
      throws IOException {
    List<String> args = new ArrayList<>(List.of("--to", "history", "--format", "json"));
    args.addAll(List.of(options.split(" ")));
    JsonNode told = json(simulate(args.toArray(String[]::new)));
    assertThat(told.path("from").asText()).isEqualTo(from);
    assertThat(told.path("until").asText()).isEqualTo(until);
  }

  @Test
  void anIncidentBeginsAtTheStartOrLater() {
    assertThat(IncidentChoice.parse("fire").in(List.of(FIRE), 1_000).from()).isEqualTo(1_000);
    assertThat(IncidentChoice.parse("fire@2h").in(List.of(FIRE), 1_000).from()).isEqualTo(8_200);
    assertThatExceptionOfType(CommandFailed.class)
        .isThrownBy(() -> IncidentChoice.parse("fier").in(List.of(FIRE), 0))
        .withMessage("there is no incident 'fier'; did you mean fire?");
  }

  @Test
  void incidentsAreListed() {
    StringWriter text = new StringWriter();
    SimulateIncidents.print(List.of(FIRE), Format.TEXT, new PrintWriter(text));
    assertThat(text.toString()).isEqualTo("INCIDENT  LASTS  WHAT HAPPENS\nfire      1h     Fire\n");
    StringWriter json = new StringWriter();
    SimulateIncidents.print(List.of(FIRE), Format.JSON, new PrintWriter(json));
    assertThat(json.toString()).contains("\"story\": \"It burns.\"", "\"seconds\": 3600");
  }
}
