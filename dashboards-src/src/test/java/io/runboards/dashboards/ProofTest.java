package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.alerts.AllRules;
import io.runboards.build.External;
import io.runboards.build.Repository;
import io.runboards.check.Workspace;
import io.runboards.rules.RuleBook;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Size;
import io.runboards.simulate.incident.Incidents;
import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.site.Setting;
import io.runboards.site.Site;
import io.runboards.site.SiteFile;
import io.runboards.verify.LocalVerification;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.proof.LiveProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.proof.RuleProof.Kind;
import io.runboards.verify.proof.Snapshot;
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.report.IncidentsPage;
import io.runboards.verify.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All dashboards and rules of this repository, on a real Prometheus with simulated metrics: what
 * {@code make verify} does for the example.
 */
class ProofTest {
  private static final Path INCIDENTS = Repository.ROOT.resolve("docs/incidents.md");
  private static final Path SNAPSHOT =
      Repository.ROOT.resolve("dashboards-src/src/test/resources/proof/snapshot.txt");
  private static final int FEWEST_LIVE = 5;

  private static Proof proof;

  @BeforeAll
  static void everythingIsTried() throws Exception {
    proof = verification(example()).run(Incidents.ALL, true);
    System.out.println(report(proof));
  }

  private static LocalVerification verification(Site site) {
    RuleBook rules =
        new RuleBook(
            AllRules.RULES.stream().map(source -> source.define(site.installation())).toList());
    Workspace workspace =
        Workspace.of(
            All.DASHBOARDS.stream().map(source -> source.define(site.installation())).toList(),
            rules,
            site.world(),
            site.cluster());
    Scenario calm =
        new Scenario(
            1,
            Size.SMALL,
            site.installation(),
            site.labels().stream().map(label -> new Tag(label, site.name())).toList(),
            0,
            1,
            List.of());
    return new LocalVerification(External.server("prometheus"), site, workspace, calm, news -> {});
  }

  private static Site example(Setting... changes) throws IOException {
    Path file = Repository.ROOT.resolve("provisioning/sites/example.yaml");
    return SiteFile.parse(
            "example.yaml", Files.readString(file), List.of(changes), variable -> Optional.empty())
        .site()
        .orElseThrow();
  }

  private static String report(Proof proof) {
    StringWriter text = new StringWriter();
    TextReport.print(proof, new PrintWriter(text, true));
    return text.toString();
  }

  @Test
  void nothingIsBroken() {
    assertThat(proof.verdict()).as(report(proof)).isNotEqualTo(Verdict.BROKEN);
  }

  @Test
  void nothingIsBrokenOnClustersOfAnOlderVersion() throws Exception {
    Setting older = Setting.parse("cluster.version=2.16").orElseThrow();
    Proof then = verification(example(older)).run(List.of(), false);
    assertThat(then.verdict()).as(report(then)).isNotEqualTo(Verdict.BROKEN);
  }

  @Test
  void whatIsEmptySaysWhyItMayBe() {
    assertThat(proof.queries().filter(query -> query.measured().series() == 0))
        .as("queries that show nothing")
        .hasSizeLessThan(30)
        .allSatisfy(query ->
            assertThat(query.flaws())
                .extracting(Flaw::message)
                .anyMatch(message -> message.startsWith("it shows nothing, as it may if ")));
  }

  @Test
  void everyAlertFiresBecauseOfSomeIncident() {
    Set<String> fired =
        proof.incidents().stream()
            .flatMap(incident -> incident.alerts().stream())
            .map(Fired::alert)
            .collect(Collectors.toSet());
    assertThat(proof.rules().stream().filter(rule -> rule.kind() == Kind.ALERT))
        .extracting(RuleProof::name)
        .filteredOn(name -> !fired.contains(name))
        .as("alerts that no incident fires: the watchdog always does, others read several tenants")
        .containsExactlyInAnyOrder("Watchdog", "FederatedTenantGone");
  }

  @Test
  void noCriticalAlertFiresOnAHealthyDay() {
    assertThat(proof.rules().stream().flatMap(rule -> rule.flaws().stream()))
        .filteredOn(flaw -> flaw.id().equals("fires-when-healthy"))
        .isEmpty();
  }

  @Test
  void alertsFireLive() {
    assertThat(proof.live().stream().filter(live -> live.verdict() == Verdict.PROVEN))
        .extracting(LiveProof::alert)
        .as("live: %s", proof.live())
        .hasSizeGreaterThanOrEqualTo(FEWEST_LIVE);
  }

  @Test
  void thePageOfIncidentsIsWrittenFromThisRun() throws IOException {
    assertThat(proof.incidents()).extracting(IncidentProof::name).doesNotHaveDuplicates();
    asRecorded(INCIDENTS, IncidentsPage.of(proof));
  }

  /** A query that now means something else shows something else; whoever reviews it decides. */
  @Test
  void everyQueryAndAlertShowsWhatItShowedBefore() throws IOException {
    asRecorded(SNAPSHOT, Snapshot.of(proof).text());
  }

  private static void asRecorded(Path file, String text) throws IOException {
    if (Repository.REWRITE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text).as("%s: run 'make golden'", file).isEqualTo(Files.readString(file));
  }
}
