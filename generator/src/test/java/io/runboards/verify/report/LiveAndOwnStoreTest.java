package io.runboards.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import io.runboards.json.JsonValue;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Ground;
import io.runboards.verify.proof.LiveProof;
import io.runboards.verify.proof.MetricProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.report.html.HtmlReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Alerts that were watched live, and metrics of a store of the user's own, in each format. */
class LiveAndOwnStoreTest {
  private static final LiveProof CONFIRMED =
      new LiveProof(
          "GpuHot",
          "warning",
          "fan-broken",
          Duration.ofMinutes(2),
          Optional.of(Duration.ofSeconds(125)),
          "{gpu=\"0\"}",
          List.of());
  private static final LiveProof SILENT =
      new LiveProof(
          "NodeGone",
          "critical",
          "node-down",
          Duration.ofMinutes(2),
          Optional.empty(),
          "",
          List.of(Flaw.error("not-confirmed", "it does not fire: its query has no result")));
  private static final Proof LIVE = proof(List.of(CONFIRMED, SILENT), List.of());
  private static final Proof OWN =
      proof(
          List.of(),
          List.of(
              metric("up", true, List.of()),
              metric("lost", false, List.of(Flaw.warning("metric-missing", "there is none"))),
              metric("off", false, List.of(Flaw.info("metric-missing", "it needs a switch"))),
              metric("young", false, List.of(Flaw.warning("metric-renamed", "it has old")))));

  private static MetricProof metric(String name, boolean isThere, List<Flaw> flaws) {
    return new MetricProof(name, "Some source", isThere, List.of("Fleet", "GpuHot"), flaws);
  }

  private static Proof proof(List<LiveProof> live, List<MetricProof> metrics) {
    Instant from = Instant.parse("2025-01-06T00:00:00Z");
    Ground ground = new Ground("Prometheus", "what it has", from, from.plusSeconds(60), 0);
    return new Proof("example", ground, List.of(), List.of(), List.of(), live, metrics);
  }

  private static String printed(Proof proof, BiConsumer<Proof, PrintWriter> report) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    report.accept(proof, out);
    out.flush();
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void theTextCountsAlertsAndSaysWhichIsNotConfirmed() {
    assertThat(printed(LIVE, TextReport::print))
        .contains("live          1 of 2 alerts fired as in the histories\n")
        .contains(
            """
            alert NodeGone while it happens
                error: it does not fire: its query has no result [not-confirmed]
            """);
  }

  @Test
  void theTextListsMissingMetricsBySourceAndNothingTwice() {
    assertThat(printed(OWN, TextReport::print))
        .contains("metrics       1 of 4 there\n")
        .contains("metrics that are missing:\n  Some source\n    lost\n")
        .contains("for which something must be switched on:\n  Some source\n    off\n")
        .contains("metrics that differ:\n  young: it has old\n")
        .doesNotContain("incidents", "[metric-missing]");
  }

  @Test
  void everyFieldOfJsonIsDocumented() throws Exception {
    String page = Files.readString(Repository.ROOT.resolve("docs/verify-report.md"));
    JsonValue live = JsonValue.parse(printed(LIVE, JsonReport::print));
    JsonValue own = JsonValue.parse(printed(OWN, JsonReport::print));
    assertThat(live.at("counts").numberAt("liveProven")).isEqualTo(1);
    assertThat(own.at("counts").numberAt("metricsThere")).isEqualTo(1);
    for (JsonValue parts : List.of(live.at("live"), own.at("metrics"))) {
      JsonValue first = parts.items().findFirst().orElseThrow();
      assertThat(first.object().fields().keySet())
          .hasSizeGreaterThan(4)
          .allMatch(field -> page.contains("`" + field + "`"));
    }
  }

  @Test
  void pipelinesSeeThemAsCasesAndResults() {
    assertThat(printed(LIVE, JunitReport::print))
        .contains("<testsuite name=\"live\" tests=\"2\" failures=\"1\" skipped=\"0\">");
    assertThat(printed(OWN, JunitReport::print))
        .contains("<testsuite name=\"metrics\" tests=\"4\" failures=\"0\" skipped=\"1\">");
    assertThat(printed(LIVE, (it, out) -> SarifReport.print(it, Sources.UNKNOWN, out)))
        .contains("live/NodeGone");
  }

  @Test
  void thePageShowsThemInTables() {
    assertThat(HtmlReport.of(LIVE)).contains("fan-broken", "after 2 min 5 s {gpu=&quot;0&quot;}");
    assertThat(HtmlReport.of(OWN)).contains("1 there", "it needs a switch");
  }
}
