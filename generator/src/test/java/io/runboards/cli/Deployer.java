package io.runboards.cli;

import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;

import io.runboards.dashboard.Color;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Threshold;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody with a folder, a few dashboards and credentials, who types commands. */
final class Deployer {
  final Path folder;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> answers = new ArrayList<>();
  private final List<String> printed = new ArrayList<>();
  private List<DashboardSource> dashboards = List.of(node(80), gpus());

  Deployer(Path folder) {
    this.folder = folder;
  }

  /** Works as the administrator of a Grafana. */
  static Deployer of(GrafanaUnderTest grafana, Path folder) {
    return new Deployer(folder)
        .with("GRAFANA_URL", grafana.url().toString())
        .with("GRAFANA_USER", grafana.user())
        .with("GRAFANA_PASSWORD", grafana.password());
  }

  static DashboardSource node(double threshold) {
    return at ->
        dashboard("sample-node", "Node")
            .answers("How busy is this node?", "whoever runs the cluster")
            .in("Samples")
            .rows(
                row(
                    timeseries("GPU utilization")
                        .mayBeEmpty("a node without GPUs")
                        .thresholds(Threshold.from(threshold, Color.RED))
                        .query(avg(metric(GPU_UTILIZATION_PER_NODE)).by(NODE), "{{node}}")));
  }

  static DashboardSource gpus() {
    return at ->
        dashboard("sample-gpus", "GPUs")
            .answers("How many GPUs are there?", "whoever runs the cluster")
            .in("Samples")
            .rows(
                row(
                    stat("GPUs")
                        .about("All GPUs.")
                        .shared("sample-all-gpus")
                        .query(sum(metric(GPU_COUNT_PER_NODE)))));
  }

  static DashboardSource other(String uid) {
    return other(uid, "Samples");
  }

  static DashboardSource other(String uid, String folder) {
    return at ->
        dashboard(uid, "Dashboard " + uid)
            .answers("How many GPUs are there?", "whoever runs the cluster")
            .in(folder)
            .rows(row(stat("GPUs").about("All GPUs.").query(sum(metric(GPU_COUNT_PER_NODE)))));
  }

  /** A dashboard that asks for a metric that does not exist. */
  static DashboardSource wrong() {
    return at ->
        dashboard("sample-wrong", "Wrong")
            .rows(row(stat("GPUs").query("sum(runai_gpu_count_per_nod)", "")));
  }

  Deployer with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Deployer without(String variable) {
    environment.remove(variable);
    return this;
  }

  Deployer shipping(DashboardSource... others) {
    dashboards = List.of(others);
    return this;
  }

  /** Sits at a terminal and will answer so. */
  Deployer answering(String answer) {
    answers.add(answer);
    return this;
  }

  /** Describes a site with some organisations. */
  Deployer site(String name, String... organisations) throws IOException {
    return site(name, "", List.of(organisations));
  }

  Deployer site(String name, String more, List<String> organisations) throws IOException {
    StringBuilder text = new StringBuilder("name: " + name + "\n");
    text.append("grafana:\n  version: \"9.4\"\n  organisations:\n");
    for (int i = 0; i < organisations.size(); i++) {
      text.append("    - {id: %d, name: %s}\n".formatted(i + 1, organisations.get(i)));
    }
    Path file = folder.resolve("provisioning/sites/" + name + ".yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + more);
    return this;
  }

  Invocation run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings around =
        new Surroundings(
            Content.of(dashboards),
            folder,
            name -> Optional.ofNullable(environment.get(name)),
            InstantSource.fixed(Instant.EPOCH),
            answers.isEmpty() ? Terminal.NONE : new Answering());
    int exitCode = Runboards.run(around, new PrintWriter(out), new PrintWriter(err), args);
    printed.add(out.toString() + err);
    return new Invocation(out.toString(), err.toString(), exitCode);
  }

  /** Somebody who answers. */
  private final class Answering implements Terminal {
    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public Optional<String> ask(String question) {
      return Optional.of(answers.removeFirst());
    }
  }

  /** All that was printed, and all that stands in files. */
  List<String> traces() throws IOException {
    List<String> traces = new ArrayList<>(printed);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        traces.add(Files.readString(file));
      }
    }
    return traces;
  }
}
