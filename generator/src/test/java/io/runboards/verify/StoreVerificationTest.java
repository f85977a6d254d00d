package io.runboards.verify;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.REQUESTED_GPUS_PER_WORKLOAD;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.build.External;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Dcgm;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.finding.Severity;
import io.runboards.flow.World;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Server;
import io.runboards.rules.Alert;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleBook;
import io.runboards.rules.Urgency;
import io.runboards.servers.RunningMimir;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.Size;
import io.runboards.simulate.scrape.Samples;
import io.runboards.simulate.scrape.Series;
import io.runboards.simulate.write.NotWritten;
import io.runboards.simulate.write.WriteRequests;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.Headers;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.PrometheusApi;
import io.runboards.verify.prometheus.RemoteWrite;
import io.runboards.verify.prometheus.Setup;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.MetricProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.report.TextReport;
import io.runboards.verify.store.Past;
import io.runboards.verify.store.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store that somebody else filled has for dashboards and rules. */
class StoreVerificationTest {
  private static final ValuesOf CLUSTER = valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE);
  private static final Recording GPUS =
      recording(
          Metric.gauge("cluster:gpus:sum", Unit.GPUS, CLUSTER_ID).help("GPUs of a cluster"),
          sum(metric(GPU_COUNT_PER_NODE)).by(CLUSTER_ID));
  private static final Alert HOT =
      alert("Hot", Urgency.WARNING, metric(Dcgm.DEV_GPU_TEMP).above(90)).holding("5m");
  private static final Alert FULL =
      alert("Full", Urgency.WARNING, GPUS.read().above(1000)).holding("5m");

  private final Instant now = Instant.now();

  @TempDir private Path folder;

  private static Dashboard sample() {
    return dashboard("sample", "Sample")
        .answers("What is there?", "whoever asks")
        .in("Samples")
        .tagged("sample")
        .variables(CLUSTER)
        .rows(
            row(
                stat("GPUs").query(sum(metric(GPU_COUNT_PER_NODE).where(CLUSTER.chosen()))),
                timeseries("Temperature").query(max(metric(Dcgm.DEV_GPU_TEMP))),
                timeseries("Memory temperature")
                    .mayBeEmpty("the exporter does not show it")
                    .query(max(metric(Dcgm.DEV_MEMORY_TEMP))),
                stat("Wanted").query(sum(metric(REQUESTED_GPUS_PER_WORKLOAD))),
                stat("Recorded").query(sum(GPUS.read()))));
  }

  private static Workspace workspace() {
    Installation at = Installation.NEWEST;
    return Workspace.of(
        List.of(sample()),
        new RuleBook(
            List.of(ruleFile("usage", "Usage", "team").groups(group("usage", GPUS, HOT, FULL)))),
        World.standard(),
        at.version());
  }

  /** Fills a store with the last hour of a small platform, without some series. */
  private void fill(RemoteWrite write, Installation installation, Predicate<Series> kept) {
    Scenario scenario =
        new Scenario(
            1,
            Size.ofGpus(8),
            installation,
            List.of(),
            now.minus(Duration.ofHours(1)).getEpochSecond(),
            60,
            List.of());
    Simulation simulation = Simulation.of(scenario);
    try (WriteRequests requests = new WriteRequests(batch -> send(write, batch))) {
      Samples some = only(kept, requests);
      while (simulation.now().second() <= now.getEpochSecond()) {
        requests.at(simulation.now().second());
        simulation.scrape(some);
        simulation.advance();
      }
    }
  }

  private static void send(RemoteWrite write, byte[] batch) {
    try {
      write.send(batch);
    } catch (NoAnswer e) {
      throw new NotWritten(e.getMessage());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Samples only(Predicate<Series> kept, Samples all) {
    return new Samples() {
      @Override
      public void sample(Series series) {
        if (kept.test(series)) {
          all.sample(series);
        }
      }

      @Override
      public void gone(Series series) {
        if (kept.test(series)) {
          all.gone(series);
        }
      }
    };
  }

  private Proof proof(PrometheusApi api) throws NoAnswer {
    return new StoreVerification("example", workspace(), api, now, what -> {}).run();
  }

  private static List<Flaw> flaws(Proof proof, String panel) {
    return proof
        .panels()
        .filter(it -> it.title().equals(panel))
        .flatMap(it -> it.queries().stream())
        .flatMap(it -> it.flaws().stream())
        .toList();
  }

  private static List<Flaw> flawsOf(Proof proof, Metric metric) {
    return proof.metrics().stream()
        .filter(it -> it.name().equals(metric.name()))
        .flatMap(it -> it.flaws().stream())
        .toList();
  }

  private static List<Flaw> flawsOfRule(Proof proof, String rule) {
    return proof.rules().stream()
        .filter(it -> it.name().equals(rule))
        .flatMap(it -> it.flaws().stream())
        .toList();
  }

  private static String text(Proof proof) {
    StringWriter text = new StringWriter();
    TextReport.print(proof, new PrintWriter(text, true));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void whatIsMissingIsToldOfMetricsPanelsAndRules() throws Exception {
    try (LocalPrometheus prometheus =
        LocalPrometheus.start(Setup.idle(External.server("prometheus")))) {
      fill(prometheus.write(), Installation.NEWEST, series -> !series.name().startsWith("DCGM_"));
      Proof proof = proof(prometheus.api());
      assertThat(proof.verdict()).isEqualTo(Verdict.BROKEN);
      assertThat(flaws(proof, "GPUs")).isEmpty();
      assertThat(flaws(proof, "Temperature"))
          .containsExactly(
              Flaw.error(
                  "empty", "it shows nothing: the store has no metric DCGM_FI_DEV_GPU_TEMP"));
      assertThat(flaws(proof, "Memory temperature"))
          .extracting(Flaw::severity)
          .containsExactly(Severity.INFO);
      assertThat(flawsOf(proof, Dcgm.DEV_GPU_TEMP))
          .containsExactly(Flaw.warning("metric-missing", "the store has no series of it"));
      assertThat(flawsOf(proof, GPU_COUNT_PER_NODE)).isEmpty();
      assertThat(proof.metrics())
          .filteredOn(it -> it.name().equals(Dcgm.DEV_GPU_TEMP.name()))
          .flatExtracting(MetricProof::readers)
          .containsExactly("Hot", "Sample");
      assertThat(flawsOfRule(proof, "Hot"))
          .containsExactly(
              Flaw.warning(
                  "cannot-fire", "it can never fire: the store has no DCGM_FI_DEV_GPU_TEMP"));
      assertThat(flawsOfRule(proof, "Full")).isEmpty();
      assertThat(flawsOf(proof, GPUS.metric()))
          .containsExactly(
              Flaw.warning(
                  "metric-missing",
                  "no rule has recorded it: give the store the rules of this site"));
      assertThat(proof.rules())
          .extracting(RuleProof::name)
          .containsExactly("cluster:gpus:sum", "Hot", "Full");
      assertThat(text(proof))
          .contains("metrics that are missing:\n", "    DCGM_FI_DEV_GPU_TEMP\n")
          .contains("alerts that can never fire:\n  Hot\n")
          .contains("alerts        1 of 2 can fire\n");
    }
  }

  @Test
  void seriesThatLackALabelAreCounted() throws Exception {
    try (LocalPrometheus prometheus =
        LocalPrometheus.start(Setup.idle(External.server("prometheus")))) {
      long[] times = {now.toEpochMilli()};
      Curve one = new Curve(LabelSet.of(Map.of()), times, new double[] {8}, 0);
      List<Past> two =
          List.of(
              new Past(
                  GPU_COUNT_PER_NODE.name(), LabelSet.of(Map.of(CLUSTER_ID.name(), "c1")), one),
              new Past(
                  GPU_COUNT_PER_NODE.name(),
                  LabelSet.of(Map.of(CLUSTER_ID.name(), "c1", NODE.name(), "n1")),
                  one));
      new Store(prometheus.api(), prometheus.write()).load(two);
      String lacking =
          GPU_COUNT_PER_NODE.alwaysThere().stream()
              .map(Label::name)
              .filter(label -> !label.equals(CLUSTER_ID.name()))
              .map(label -> (label.equals(NODE.name()) ? "1" : "2") + " of them '" + label + "'")
              .sorted()
              .collect(joining(", "));
      assertThat(lacking).contains("1 of them 'node'");
      assertThat(flawsOf(proof(prometheus.api()), GPU_COUNT_PER_NODE))
          .containsExactly(Flaw.warning("metric-labels", "series lack labels: " + lacking));
    }
  }

  @Test
  void namesOfTheVersionBeforeAreRecognised() throws Exception {
    try (LocalPrometheus prometheus =
        LocalPrometheus.start(Setup.idle(External.server("prometheus")))) {
      Installation old = new Installation(ClusterVersion.V2_16, Installation.Spelling.USUAL);
      fill(prometheus.write(), old, series -> true);
      Proof proof = proof(prometheus.api());
      assertThat(proof.ground().series())
          .isEqualTo(
              "what it has itself; its names look like version 2.16 of the clusters, but the site"
                  + " says 2.17");
      assertThat(flawsOf(proof, REQUESTED_GPUS_PER_WORKLOAD))
          .containsExactly(
              Flaw.warning(
                  "metric-renamed",
                  "the store has runai_job_requested_gpus, which is its name before version 2.17"));
      assertThat(flaws(proof, "Wanted"))
          .containsExactly(
              Flaw.error(
                  "empty",
                  "it shows nothing: the store has no metric runai_requested_gpus_per_workload, but"
                      + " runai_job_requested_gpus: it is of clusters before version 2.17"));
      assertThat(flawsOf(proof, GPU_COUNT_PER_NODE))
          .extracting(Flaw::id)
          .containsExactly("metric-labels");
    }
  }

  @Test
  void aTenantOfMimirIsAskedLikeAPrometheus() throws Exception {
    Headers tenant = Headers.ofTenant("team-a");
    try (RunningMimir mimir = RunningMimir.start(folder);
        Http write = to(mimir.server().url());
        Http read = to(URI.create(mimir.server().url() + "/prometheus"))) {
      fill(
          new RemoteWrite(write, RemoteWrite.MIMIR, tenant, Duration.ofMinutes(1)),
          Installation.NEWEST,
          series -> true);
      Proof proof = proof(new PrometheusApi(read, tenant));
      assertThat(proof.ground().store()).startsWith("Grafana Mimir");
      assertThat(flaws(proof, "GPUs")).isEmpty();
      assertThat(flaws(proof, "Temperature")).isEmpty();
      assertThat(flawsOf(proof, Dcgm.DEV_GPU_TEMP)).isEmpty();
      PrometheusApi nobody = new PrometheusApi(read, Headers.ofTenant("team-b"));
      assertThatThrownBy(() -> proof(nobody))
          .isInstanceOf(NoAnswer.class)
          .hasMessageEndingWith("is it the right store, and the right tenant?");
    }
  }

  private static Http to(URI url) {
    return Http.to(Server.at(url, new Credentials.None()));
  }
}
