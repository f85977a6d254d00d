package io.runboards.cli;

import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.query.Queries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("standard input belongs to the whole process")
class GenerateTest {
  @TempDir private Path folder;

  @BeforeEach
  void describeTheSite() throws Exception {
    Files.createDirectories(folder.resolve("provisioning/sites"));
    Files.writeString(folder.resolve("provisioning/sites/example.yaml"), "name: example\n");
  }

  @Test
  void aSecondRunChangesNothingAndACheckIsContent() {
    Invocation first = generate(SampleWorkspace.DASHBOARDS);
    assertThat(first.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(first.out()).contains(" created, 0 changed, 0 removed, 0 unchanged in ");
    assertThat(generate(SampleWorkspace.DASHBOARDS).out())
        .contains("  0 created, 0 changed, 0 removed, ");
    Invocation check = generate(SampleWorkspace.DASHBOARDS, "--check");
    assertThat(check.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(check.out()).contains("  0 to create, 0 to change, 0 to remove, ");
    Invocation other = generate(List.of(), "--check");
    assertThat(other.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(other.out()).contains("would ");
  }

  @Test
  void whatIsWrongInADashboardIsSaidWithTheLineThatWroteIt() {
    Invocation ended =
        generate(
            List.of(
                at -> dashboard("a", "A").rows(row(stat("S").width(25))),
                at -> wrongQuery(),
                at ->
                    Stream.of("x").map(text -> Queries.promql("sum(")).toList().isEmpty()
                        ? null
                        : null,
                at -> {
                  throw new IllegalStateException("not yet");
                }));
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().replaceAll(":\\d+: ", ":#: "))
        .isEqualTo(
            """
            runboards: GenerateTest.java:#: a width is 1 to 24 columns, not 25
            GenerateTest.java:#: runai_gpu_count_per_node has no label 'project'; it has clusterId, modelName, node, ready, schedulable
            GenerateTest.java:#: query:1:#: error: this parenthesis is never closed
            GenerateTest.java:#: java.lang.IllegalStateException: not yet
            """);
    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private static Dashboard wrongQuery() {
    return dashboard("b", "B")
        .rows(row(stat("S").query(sum(metric(GPU_COUNT_PER_NODE)).by(PROJECT))));
  }

  @Test
  void twoDashboardsOrPanelsWithOneNameAreAnError() {
    Invocation ended =
        generate(
            List.of(
                at -> dashboard("a", "A"),
                at -> dashboard("a", "Other"),
                at -> dashboard("c", "C").rows(row(stat("S"), stat("S")))));
    assertThat(ended.err().replaceAll("java:\\d+", "java:#"))
        .isEqualTo(
            """
            runboards: GenerateTest.java:# c: there are two of 'S': give one of them another title, or a key("...")
            """);
    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void whatIsWrongOnOldClustersAloneIsSaidForThem() {
    DashboardSource source =
        at ->
            dashboard("a", "A")
                .rows(row(stat("New").before(ClusterVersion.V2_17, stat("Old")), stat("Old")));
    Invocation ended = generate(List.of(source), "--set", "cluster.version=2.16");
    assertThat(ended.err().replaceAll("java:\\d+", "java:#"))
        .isEqualTo(
            """
            runboards: on clusters of version 2.16, GenerateTest.java:# a: there are two of 'Old': \
            give one of them another title, or a key("...")
            """);
    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aSourceThatDefinesNothingIsAnError() {
    assertThat(generate(List.of(at -> null)).err())
        .startsWith("runboards: " + GenerateTest.class.getName())
        .endsWith(" defines nothing\n");
  }

  @Test
  void anErrorInAQueryIsShownAndNothingIsWritten() {
    DashboardSource wrong =
        at ->
            dashboard("a", "A")
                .rows(
                    row(
                        stat("S")
                            .query("sum(runai_gpu_count_per_nod)", "")
                            .query("sum(", "")
                            .query("sum(runai_gpu_count_per_node)", "")));
    Invocation ended = generate(List.of(wrong));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().replaceAll("java:\\d+", "java:#"))
        .isEqualTo(
            """
            GenerateTest.java:# a "S":1:5: error: there is no metric 'runai_gpu_count_per_nod' in the catalog. \
            Did you mean runai_gpu_count_per_node? [unknown-metric]
              sum(runai_gpu_count_per_nod)
                  ^^^^^^^^^^^^^^^^^^^^^^^
            GenerateTest.java:# a "S":1:4: error: this parenthesis is never closed [syntax]
              sum(
                 ^
            site        example (Run:ai 2.17, Grafana 13.0)
            dashboards  1
            panels      1
            queries     3
            findings    2 errors
            files       none written, because of the errors
            time        0.00 s
            """);
    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(folder.resolve("out")).doesNotExist();
    Invocation json = generate(List.of(wrong), "--format", "json");
    assertThat(json.out())
        .contains("\"source\": \"GenerateTest.java:")
        .contains("\"id\": \"unknown-metric\"")
        .doesNotContain("\"files\"");
    assertThat(json.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void warningsAreShownAndTheFilesAreWritten() {
    DashboardSource doubtful =
        at ->
            dashboard("a", "A")
                .rows(row(stat("S").query("sum(runai_gpu_count_per_node{node=~\".*\"})", "")));
    Invocation ended = generate(List.of(doubtful));
    assertThat(ended.out())
        .startsWith("GenerateTest.java:")
        .contains(" warning: ", "[matches-everything]\n", "findings    1 warning\n");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("out/example/.runboards")).exists();
  }

  private Invocation generate(List<DashboardSource> dashboards, String... options) {
    String[] args = Stream.concat(Stream.of("generate"), Stream.of(options)).toArray(String[]::new);
    return Invocation.with(SampleWorkspace.at(folder, dashboards), new byte[0], args);
  }
}
