package io.runboards.simulate.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.runboards.build.External;
import io.runboards.catalog.Vllm;
import io.runboards.dashboard.Installation;
import io.runboards.servers.Eventually;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Platform;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.Size;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.simulate.scrape.Target;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.prometheus.Setup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExporterTest {
  private static final long START = 1_763_000_000;
  private static final String JOB = "of the test";

  private final AtomicLong now = new AtomicLong(START);
  private final InstantSource clock = () -> Instant.ofEpochSecond(now.get());

  /** An incident that brings targets of its own. */
  private static final Incident MORE_TARGETS =
      new Incident(
          "more-targets",
          "More targets",
          "Two targets come.",
          Duration.ofDays(1),
          ExporterTest::come);

  private static void come(Platform platform, long seconds) {
    if (seconds > 0) {
      return;
    }
    Target good = platform.targets().add(JOB, "good:1");
    Group group = good.always();
    group.gauge(Vllm.NUM_REQUESTS_RUNNING, "llama", "0", "team-a", "r \"1\"").set(2.5);
    group.counter(Vllm.PROMPT_TOKENS_TOTAL, "llama", "0", "team-a", "r-1").add(7);
    group
        .distribution(
            Vllm.E2E_REQUEST_LATENCY_SECONDS, new double[] {0.5}, "llama", "0", "team-a", "r-1")
        .observe(0.25, 3);
    Target bad = platform.targets().add(JOB, "bad:1");
    bad.always().gauge(Vllm.NUM_REQUESTS_RUNNING, "llama", "0", "team-a", "r-1").set(1);
    bad.reachable(false);
  }

  private Simulation simulation() {
    Scenario scenario =
        new Scenario(
            1,
            Size.SMALL,
            Installation.NEWEST,
            List.of(new Tag("region", "here")),
            START,
            1,
            List.of(MORE_TARGETS.from(START)));
    return Simulation.of(scenario);
  }

  private static HttpResponse<String> ask(Exporter exporter, String path) throws Exception {
    return answer(HttpRequest.newBuilder(uri(exporter, path)).GET().build());
  }

  private static HttpResponse<String> answer(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private static URI uri(Exporter exporter, String path) {
    return URI.create("http://" + exporter.address() + path);
  }

  /** The path of a target in the list. */
  private static String path(Exporter exporter, String instance) throws Exception {
    Pattern entry =
        Pattern.compile(
            "\"__metrics_path__\": \"([^\"]+)\",[^}]*\"instance\": \"%s\"".formatted(instance));
    return entry
        .matcher(ask(exporter, "/targets").body())
        .results()
        .map(it -> it.group(1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTargetShowsItsSeriesFamilyByFamily() throws Exception {
    try (Exporter exporter = Exporter.start(simulation(), clock, 0)) {
      HttpResponse<String> answer = ask(exporter, path(exporter, "good:1"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
      String llama = "{engine=\"0\",model_name=\"llama\",namespace=\"team-a\",pod=";
      String bucket = "vllm:e2e_request_latency_seconds_bucket{engine=\"0\",le=\"";
      String model = "\",model_name=\"llama\",namespace=\"team-a\",pod=\"r-1\"} 3\n";
      assertThat(answer.body())
          .isEqualTo(
              "# HELP vllm:num_requests_running Requests being worked on\n"
                  + "# TYPE vllm:num_requests_running gauge\n"
                  + "vllm:num_requests_running"
                  + llama
                  + "\"r \\\"1\\\"\"} 2.5\n"
                  + "# HELP vllm:prompt_tokens_total Tokens read\n"
                  + "# TYPE vllm:prompt_tokens_total counter\n"
                  + "vllm:prompt_tokens_total"
                  + llama
                  + "\"r-1\"} 7\n"
                  + "# HELP vllm:e2e_request_latency_seconds Time from request to complete answer\n"
                  + "# TYPE vllm:e2e_request_latency_seconds histogram\n"
                  + bucket
                  + "0.5"
                  + model
                  + bucket
                  + "+Inf"
                  + model
                  + "vllm:e2e_request_latency_seconds_sum"
                  + llama
                  + "\"r-1\"} 0.75\n"
                  + "vllm:e2e_request_latency_seconds_count"
                  + llama
                  + "\"r-1\"} 3\n");
    }
  }

  @Test
  void aTargetThatIsDownDoesNotAnswer() throws Exception {
    try (Exporter exporter = Exporter.start(simulation(), clock, 0)) {
      assertThat(ask(exporter, path(exporter, "bad:1")).statusCode()).isEqualTo(503);
    }
  }

  @Test
  void allTargetsAreShownTogetherWithTheirLabels() throws Exception {
    try (Exporter exporter = Exporter.start(simulation(), clock, 0)) {
      String all = ask(exporter, "/metrics").body();
      assertThat(all)
          .contains("up{instance=\"good:1\",job=\"of the test\",region=\"here\"} 1\n")
          .contains("up{instance=\"bad:1\",job=\"of the test\",region=\"here\"} 0\n")
          .containsOnlyOnce("# TYPE up gauge\n");
    }
  }

  @Test
  void theSimulationGoesOnWithTheClockButSkipsLongBreaks() throws Exception {
    Simulation simulation = simulation();
    try (Exporter exporter = Exporter.start(simulation, clock, 0)) {
      ask(exporter, "/metrics");
      assertThat(simulation.now().second()).isEqualTo(START);
      now.addAndGet(15);
      ask(exporter, "/metrics");
      ask(exporter, "/metrics");
      assertThat(simulation.now().second()).isEqualTo(START + 15);
      now.addAndGet(Duration.ofDays(100).toSeconds());
      ask(exporter, "/metrics");
      assertThat(simulation.now().second()).isEqualTo(START + 15 + 600);
      now.addAndGet(-50);
      ask(exporter, "/metrics");
      assertThat(simulation.now().second()).isEqualTo(START + 15 + 600);
    }
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    try (Exporter exporter = Exporter.start(simulation(), clock, 0)) {
      assertThat(ask(exporter, "/").body()).contains("/targets");
      assertThat(ask(exporter, "/other").statusCode()).isEqualTo(404);
      assertThat(ask(exporter, "/targets/9999").statusCode()).isEqualTo(404);
      assertThat(ask(exporter, "/targets/x").statusCode()).isEqualTo(404);
      HttpRequest post =
          HttpRequest.newBuilder(uri(exporter, "/metrics"))
              .POST(BodyPublishers.ofString("x"))
              .build();
      assertThat(answer(post).statusCode()).isEqualTo(405);
      HttpRequest head = HttpRequest.newBuilder(uri(exporter, "/metrics")).HEAD().build();
      assertThat(answer(head).body()).isEmpty();
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    Simulation simulation = simulation();
    try (Exporter exporter = Exporter.start(simulation, clock, 0)) {
      int port = URI.create("http://" + exporter.address()).getPort();
      assertThatExceptionOfType(NotWritten.class)
          .isThrownBy(() -> Exporter.start(simulation, clock, port))
          .withMessageStartingWith("port " + port + " cannot be used: ");
    }
  }

  @Test
  void aPortIsFreeAfterwards() {
    Simulation simulation = simulation();
    Exporter first = Exporter.start(simulation, clock, 0);
    int port = URI.create("http://" + first.address()).getPort();
    first.close();
    Exporter.start(simulation, clock, port).close();
  }

  @Test
  void prometheusFindsTheTargetsAndScrapesThem() throws Exception {
    try (Exporter exporter = Exporter.start(simulation(), InstantSource.system(), 0)) {
      String config =
          """
          global:
            scrape_interval: 1s
          scrape_configs:
            - job_name: simulated
              http_sd_configs:
                - url: http://%s/targets
          """
              .formatted(exporter.address());
      Setup setup = Setup.idle(External.server("prometheus")).with(config, List.of());
      try (LocalPrometheus prometheus = LocalPrometheus.start(setup)) {
        Eventually.within(
            60,
            () -> {
              assertThat(value(prometheus, "up{job='of the test',instance='good:1',region='here'}"))
                  .containsExactly(1.0);
              assertThat(value(prometheus, "up{job='of the test',instance='bad:1'}"))
                  .containsExactly(0.0);
              assertThat(
                      value(prometheus, "{__name__='vllm:prompt_tokens_total',instance='good:1'}"))
                  .containsExactly(7.0);
              assertThat(value(prometheus, "count({exported_job!=''} or {exported_instance!=''})"))
                  .isEmpty();
            });
      }
    }
  }

  private static List<Double> value(LocalPrometheus prometheus, String promql) {
    try {
      Result result = prometheus.api().query(promql, Instant.now());
      assertThat(result).isInstanceOf(Result.Curves.class);
      return ((Result.Curves) result)
          .curves().stream().map(Curve::values).map(it -> it[0]).toList();
    } catch (NoAnswer e) {
      throw new AssertionError(e);
    }
  }
}
