package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.catalog.Metric;
import io.runboards.promql.Feature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Isolated("standard input belongs to the whole process")
class RunboardsTest {

  @TestFactory
  Stream<DynamicTest> everyCommandExplainsItselfInEightyColumns() {
    List<List<String>> commands =
        commands(List.of(), Runboards.commandLine(SampleWorkspace.at(Path.of(""))));
    assertThat(commands)
        .contains(List.of(), List.of("catalog", "list"), List.of("promql", "parse"));
    return commands.stream()
        .map(words -> dynamicTest(String.join(" ", words) + " --help", () -> checkHelp(words)));
  }

  private static List<List<String>> commands(List<String> words, CommandLine command) {
    List<List<String>> found = new ArrayList<>(List.of(words));
    command
        .getSubcommands()
        .forEach((name, next) ->
            found.addAll(commands(Stream.concat(words.stream(), Stream.of(name)).toList(), next)));
    return found;
  }

  private static void checkHelp(List<String> words) {
    Invocation help = Invocation.of(join(words, "--help"));
    assertThat(help.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith("Usage: " + String.join(" ", join(List.of("runboards"), words)) + " [-hV]");
    assertThat(help.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotEndWith(" "));
    assertThat(Invocation.of(join(List.of("help"), words))).isEqualTo(help);
    assertThat(Invocation.of(join(words, "-h"))).isEqualTo(help);
  }

  private static String[] join(List<String> words, String more) {
    return join(words, List.of(more));
  }

  private static String[] join(List<String> words, List<String> more) {
    return Stream.concat(words.stream(), more.stream()).toArray(String[]::new);
  }

  @Test
  void theHelpNamesEveryFeature() {
    assertThat(Invocation.of("help", "promql", "parse").out())
        .contains(Arrays.stream(Feature.values()).map(Feature::flag).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "catalog --version", "promql parse --version"})
  void everyCommandTellsTheVersion(String line) {
    Invocation version = Invocation.of(line.split(" "));
    assertThat(version.out()).matches("runboards (\\d+\\.\\d+\\.\\d+|\\(not packaged\\))\n");
    assertThat(version.err()).isEmpty();
    assertThat(version.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void theCompletionScriptIsGoodBash(@TempDir Path directory) throws Exception {
    Invocation completion = Invocation.of("generate-completion");
    assertThat(completion.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(completion.err()).isEmpty();
    assertThat(completion.out())
        .startsWith("#!/usr/bin/env bash\n")
        .contains("runboards_catalog_show", "runboards_promql_parse");
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash to read the script");
    Path script = Files.writeString(directory.resolve("completion"), completion.out());
    Process bash =
        new ProcessBuilder("/bin/bash", "-n", script.toString()).redirectErrorStream(true).start();
    assertThat(new String(bash.getInputStream().readAllBytes())).isEmpty();
    assertThat(bash.waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalog --format json",
        "catalog list --format json",
        "catalog changes 2.16 2.17 --format json"
      })
  void jsonIsWellFormedAndNamesNoFieldTwice(String line) throws Exception {
    JsonMapper strict =
        JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    Invocation answer = Invocation.of(line.split(" "));
    assertThat(strict.readTree(answer.out()).properties()).hasSize(1);
    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void everyMetricAndEverySeriesOfAHistogramCanBeShown() {
    Catalog.standard().families().stream()
        .map(Family::metrics)
        .flatMap(List::stream)
        .flatMap(metric -> Stream.concat(Stream.of(metric), metric.series().stream()))
        .map(Metric::name)
        .forEach(name -> {
          Invocation shown = Invocation.of("catalog", "show", name);
          assertThat(shown.out()).startsWith(name + "\n  ").doesNotContain("null");
          assertThat(shown.err()).isEmpty();
          assertThat(shown.exitCode()).isEqualTo(ExitCode.OK);
        });
  }

  @Test
  void aTreeAsDeepAsTheParserAllowsIsPrinted() {
    String query = "(".repeat(1_999) + "1" + ")".repeat(1_999);
    Invocation answer = Invocation.of("promql", "parse", query);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out().lines()).hasSize(3 + 2_000);
    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
  }
}
