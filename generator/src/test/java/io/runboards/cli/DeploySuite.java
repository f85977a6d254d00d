package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whole commands that deploy, on any Grafana. */
abstract class DeploySuite {
  @TempDir private Path folder;
  private GrafanaUnderTest grafana;
  private Deployer deployer;
  private String team;

  /** The Grafana that is deployed to. */
  abstract GrafanaUnderTest grafana() throws Exception;

  @BeforeEach
  void start() throws Exception {
    grafana = grafana();
    team = grafana.organisation("Team A");
    deployer = Deployer.of(grafana, folder).site("north", team);
  }

  @AfterEach
  void stop() throws Exception {
    grafana.close();
  }

  private static Fields edited(Fields dashboard) {
    return dashboard.with("refresh", "5s");
  }

  private Invocation plan(String... more) {
    return run("plan", more);
  }

  private Invocation apply(String... more) {
    return run("apply", more);
  }

  private Invocation run(String command, String... more) {
    String[] args = new String[more.length + 3];
    args[0] = command;
    args[1] = "--site";
    args[2] = "north";
    System.arraycopy(more, 0, args, 3, more.length);
    return deployer.run(args);
  }

  private static void ended(Invocation invocation, int exitCode) {
    assertThat(invocation.exitCode()).as("%s", invocation).isEqualTo(exitCode);
  }

  private void applied() {
    ended(apply("--yes"), ExitCode.OK);
  }

  /** The lines about an organisation, without the heading, which names the version. */
  private static String lines(Invocation invocation) {
    return invocation.out().lines().skip(3).reduce("", (all, line) -> all + line + "\n");
  }

  @Test
  void aSiteIsPlannedAppliedAndThenLeftAlone() throws Exception {
    Invocation planned = plan();
    ended(planned, ExitCode.DIFFERENT);
    assertThat(planned.err()).isEmpty();
    assertThat(planned.out())
        .startsWith("site north, " + grafana.url() + "\n\n" + team + " (Grafana ");
    assertThat(lines(planned))
        .isEqualTo(
            """
              + folder “Samples”
              + data source “Metrics”
              + library panel “GPUs” in “Samples”
              + dashboard “GPUs” in “Samples”
              + dashboard “Node” in “Samples”
              5 to create
            """);
    assertThat(grafana.uids(team)).isEmpty();
    Invocation first = apply("--yes");
    ended(first, ExitCode.OK);
    assertThat(lines(first)).isEqualTo("  5 created\n");
    assertThat(grafana.uids(team))
        .containsExactly("runboards-samples", "sample-gpus", "sample-node");
    Invocation again = plan();
    ended(again, ExitCode.OK);
    assertThat(lines(again)).isEqualTo("  nothing to do, 5 unchanged\n");
    ended(apply(), ExitCode.OK);
    assertThat(grafana.version(team, "sample-node")).isEqualTo(1);
    assertThat(grafana.version(team, "sample-gpus")).isEqualTo(1);
  }

  @Test
  void aChangedSourceIsToldInWords() throws Exception {
    applied();
    deployer.shipping(Deployer.node(85));
    Invocation planned = plan();
    ended(planned, ExitCode.DIFFERENT);
    assertThat(lines(planned))
        .isEqualTo(
            """
              - library panel “GPUs” in “Samples”
              - dashboard “GPUs” in “Samples”
              ~ dashboard “Node” in “Samples”
                  panel “GPU utilization”: threshold 80 → 85
              1 to change, 2 to delete, 2 unchanged
            """);
    applied();
    assertThat(grafana.uids(team)).containsExactly("runboards-samples", "sample-node");
    assertThat(grafana.version(team, "sample-node")).isEqualTo(2);
    assertThat(lines(plan())).isEqualTo("  nothing to do, 3 unchanged\n");
  }

  @Test
  void whatIsNoLongerWantedStaysIfAsked() throws Exception {
    applied();
    deployer.shipping(Deployer.node(80));
    ended(plan("--no-prune"), ExitCode.OK);
    Invocation refused = plan("--max-deletes", "1");
    ended(refused, ExitCode.FAILED);
    assertThat(lines(refused))
        .isEqualTo(
            """
              ! library panel “GPUs”
                  2 things would go, and --max-deletes is 1
              ! dashboard “GPUs”
                  2 things would go, and --max-deletes is 1
              2 refused, 3 unchanged
            """);
    Invocation stopped = apply("--max-deletes", "1", "--yes");
    ended(stopped, ExitCode.FAILED);
    assertThat(stopped.err())
        .isEqualTo("runboards: nothing was changed, because of what is refused\n");
    assertThat(grafana.uids(team)).contains("sample-gpus");
  }

  @Test
  void driftIsFoundWithWhoDidItAndRepaired() throws Exception {
    applied();
    ended(run("drift"), ExitCode.OK);
    grafana.edit(team, "sample-node", DeploySuite::edited);
    Invocation drift = run("drift");
    ended(drift, ExitCode.DIFFERENT);
    assertThat(lines(drift).replaceAll("\\d{4}-\\d\\d-\\S+", "TIME"))
        .isEqualTo(
            """
              ~ dashboard “Node” in “Samples”
                  changed by %s, TIME
                  refresh “5s” → “1m”
              1 not as deployed, 4 unchanged
            """
                .formatted(grafana.user()));
    applied();
    assertThat(grafana.version(team, "sample-node")).isEqualTo(3);
    assertThat(grafana.version(team, "sample-gpus")).isEqualTo(1);
    ended(run("drift"), ExitCode.OK);
  }

  @Test
  void whatSomebodyDeletedIsDriftAndWhatChangedInTheSourceIsNot() throws Exception {
    applied();
    deployer.shipping(Deployer.node(85), Deployer.gpus(), Deployer.other("sample-new"));
    ended(plan(), ExitCode.DIFFERENT);
    ended(run("drift"), ExitCode.OK);
    grafana.delete(team, "/api/dashboards/uid/sample-gpus");
    Invocation drift = run("drift");
    ended(drift, ExitCode.DIFFERENT);
    assertThat(lines(drift))
        .startsWith(
            "  + dashboard “GPUs” in “Samples”\n      it is not there\n  1 not as deployed");
    assertThat(run("drift", "--history", "none").out())
        .contains("dashboard “Node”", "dashboard “Dashboard sample-new”", "3 not as deployed");
  }

  @Test
  void aRollbackGoesBackAndForth() throws Exception {
    applied();
    deployer.shipping(Deployer.node(85), Deployer.other("sample-new"));
    applied();
    Invocation list = run("rollback", "--list");
    assertThat(list.out())
        .isEqualTo(
            """
            run               what   organisation     changes
            19700101T000000Z  apply  TEAM  5
            19700101T000001Z  apply  TEAM  4
            """
                .replace("TEAM", team));
    Invocation back = run("rollback", "--yes");
    ended(back, ExitCode.OK);
    assertThat(lines(back)).isEqualTo("  2 created, 1 changed, 1 deleted, 2 unchanged\n");
    deployer.shipping(Deployer.node(80), Deployer.gpus());
    ended(plan(), ExitCode.OK);
    ended(run("rollback", "--yes"), ExitCode.OK);
    deployer.shipping(Deployer.node(85), Deployer.other("sample-new"));
    ended(plan(), ExitCode.OK);
    ended(run("rollback", "19700101T000000Z", "--yes"), ExitCode.OK);
    assertThat(grafana.uids(team)).containsExactly("runboards-samples", "sample-new");
    assertThat(run("rollback", "nonsense").err())
        .isEqualTo("runboards: there is no run 'nonsense'\n");
  }

  @Test
  void onlyWhatIsOursIsDestroyed() throws Exception {
    applied();
    Fields foreign =
        JsonValue.EMPTY
            .with("dashboard", JsonValue.EMPTY.with("uid", "mine").with("title", "Mine"))
            .with("folderUid", "runboards-samples");
    grafana.post(team, "/api/dashboards/db", foreign);
    Invocation listed = run("destroy");
    ended(listed, ExitCode.DIFFERENT);
    assertThat(lines(listed))
        .isEqualTo(
            """
              - data source “Metrics”
              - library panel “GPUs” in “Samples”
              - dashboard “GPUs” in “Samples”
              - dashboard “Node” in “Samples”
              4 to delete, 1 unchanged
            """);
    ended(run("destroy", "--yes"), ExitCode.OK);
    assertThat(grafana.uids(team)).containsExactly("mine", "runboards-samples");
    grafana.delete(team, "/api/dashboards/uid/mine");
    ended(run("destroy", "--yes"), ExitCode.OK);
    assertThat(grafana.uids(team)).isEmpty();
    ended(run("destroy"), ExitCode.OK);
    ended(run("rollback", "19700101T000001Z", "--yes"), ExitCode.FAILED);
  }

  @Test
  void whatNobodyOwnsIsAdoptedIfAskedAndGivenBack() throws Exception {
    Fields before =
        JsonValue.EMPTY
            .with("uid", "sample-node")
            .with("title", "By hand")
            .with("panels", new JsonValue.Items(List.of()));
    grafana.post(team, "/api/dashboards/db", JsonValue.EMPTY.with("dashboard", before));
    Invocation refused = plan();
    ended(refused, ExitCode.FAILED);
    assertThat(refused.out())
        .contains("  ! dashboard “Node”\n      it is there and not ours; --adopt takes it over\n");
    Invocation adopted = plan("--adopt");
    ended(adopted, ExitCode.DIFFERENT);
    assertThat(adopted.out())
        .contains(
            "  = dashboard “Node” in “Samples”\n      title “By hand” → “Node”\n",
            "      panel “GPU utilization”: new\n",
            "  4 to create, 1 to adopt\n");
    ended(apply("--adopt", "--yes"), ExitCode.OK);
    ended(plan(), ExitCode.OK);
    ended(run("rollback", "--yes"), ExitCode.OK);
    JsonValue after = grafana.get(team, "/api/dashboards/uid/sample-node").at("dashboard");
    assertThat(after.textAt("title")).isEqualTo("By hand");
    assertThat(after.itemsAt("tags")).isEmpty();
    assertThat(grafana.uids(team)).containsExactly("sample-node");
  }

  @Test
  void aSavedPlanIsCarriedOutIfNothingMovedSince() throws Exception {
    ended(plan("--save", "plan.json"), ExitCode.DIFFERENT);
    ended(apply("--plan", "plan.json"), ExitCode.OK);
    deployer.shipping(Deployer.node(85), Deployer.gpus());
    ended(plan("--save", "plan.json"), ExitCode.DIFFERENT);
    grafana.edit(team, "sample-gpus", DeploySuite::edited);
    Invocation moved = apply("--plan", "plan.json", "--yes");
    ended(moved, ExitCode.FAILED);
    assertThat(moved.err())
        .isEqualTo(
            """
            runboards: the plan is out of date, and nothing was changed. These moved since it was made:
              %s: dashboard sample-gpus
            Make a new one with 'runboards plan --save'.
            """
                .formatted(team));
    assertThat(grafana.version(team, "sample-node")).isEqualTo(1);
    Files.writeString(folder.resolve("plan.json"), "{}");
    assertThat(apply("--plan", "plan.json").err())
        .endsWith("plan.json: it holds no plan of this version of runboards\n");
  }

  @Test
  void everyReportCanBeReadByPrograms() throws Exception {
    JsonValue planned = JsonValue.parse(plan("--format", "json").out());
    assertThat(planned.textAt("command")).isEqualTo("plan");
    JsonValue place = planned.itemsAt("organisations").findFirst().orElseThrow();
    assertThat(place.textAt("api")).isEqualTo(grafana.api());
    assertThat(place.numberAt("create")).isEqualTo(5);
    assertThat(place.itemsAt("things").toList().getLast().line())
        .isEqualTo(
            """
            {"action":"create","kind":"dashboard","uid":"sample-node","title":"Node",\
            "folder":"runboards-samples","state":"pending","details":[]}\
            """);
    Invocation applied = apply("--yes", "--format", "junit");
    ended(applied, ExitCode.OK);
    Element suites = xml(applied.out()).getDocumentElement();
    assertThat(suites.getAttribute("name")).isEqualTo("runboards apply");
    Element suite = (Element) suites.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("name")).isEqualTo("north, " + team);
    assertThat(suite.getAttribute("tests")).isEqualTo("5");
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    grafana.edit(team, "sample-node", DeploySuite::edited);
    Invocation drift = run("drift", "--format", "github");
    ended(drift, ExitCode.DIFFERENT);
    assertThat(drift.out())
        .startsWith(
            "::error title=dashboard sample-node (" + team + ")::to change “Node”%0Achanged by ")
        .endsWith("%0Arefresh “5s” → “1m”\n");
    Element failed = xml(run("drift", "--format", "junit").out()).getDocumentElement();
    assertThat(failed.getElementsByTagName("failure").getLength()).isEqualTo(1);
    applied();
    assertThat(plan("--format", "github").out())
        .isEqualTo("::notice title=runboards plan::nothing to do\n");
    assertThat(xml(plan("--format", "junit").out()).getElementsByTagName("testcase").getLength())
        .isEqualTo(1);
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void twoSitesInThreeOrganisationsLeaveEachOtherAlone(@TempDir Path elsewhere) throws Exception {
    String both = grafana.organisation("Both");
    String other = grafana.organisation("Team B");
    deployer.site("north", team, both);
    Deployer south =
        Deployer.of(grafana, elsewhere)
            .site("south", both, other)
            .shipping(Deployer.other("south-a"), Deployer.other("south-b"));
    applied();
    assertThat(south.run("plan", "--site", "south").out())
        .contains("! data source “Metrics”\n      it belongs to site 'north' of runboards\n");
    deployer.site("south", "", List.of(both, other));
    String tenants =
        "store: {kind: mimir, read: 'http://mimir:9009', write: 'http://mimir:9009/push'}\ntenants:\n  - {name: t, organisation: %s}\n";
    south.site("south", tenants.formatted(other), List.of(both, other));
    ended(south.run("apply", "--site", "south", "--yes"), ExitCode.OK);
    ended(south.run("plan", "--site", "south"), ExitCode.OK);
    ended(plan(), ExitCode.OK);
    long before = grafana.version(both, "sample-node");
    south.shipping(Deployer.other("south-a"));
    ended(south.run("apply", "--site", "south", "--yes"), ExitCode.OK);
    assertThat(grafana.uids(both))
        .containsExactly("runboards-samples", "sample-gpus", "sample-node", "south-a");
    ended(run("destroy", "--yes"), ExitCode.OK);
    assertThat(grafana.uids(team)).isEmpty();
    assertThat(grafana.uids(both)).containsExactly("runboards-samples", "south-a");
    assertThat(grafana.uids(other)).containsExactly("runboards-samples", "south-a");
    assertThat(before).isOne();
    ended(south.run("plan", "--site", "south"), ExitCode.OK);
    south.shipping(Deployer.node(80), Deployer.gpus());
    ended(south.run("apply", "--site", "south", "--yes"), ExitCode.OK);
    Invocation taken = plan("--organisation", both);
    ended(taken, ExitCode.FAILED);
    assertThat(taken.out())
        .contains("  ! dashboard “Node”\n      it belongs to site 'south' of runboards\n");
  }

  @Test
  void aTokenOfTheWrongOrganisationIsRefusedBeforeTheFirstWrite() throws Exception {
    String other = grafana.organisation("Team B");
    deployer.site("north", team, other);
    deployer.without("GRAFANA_USER").with("GRAFANA_API_TOKEN", grafana.token(team, "Admin"));
    Invocation wrong = apply("--yes");
    ended(wrong, ExitCode.FAILED);
    assertThat(wrong.err())
        .isEqualTo(
            "runboards: the token belongs to organisation '%s', not to '%s'\n"
                .formatted(team, other));
    assertThat(grafana.uids(team)).isEmpty();
    String variable =
        "GRAFANA_API_TOKEN_"
            + other.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    deployer.with(variable, grafana.token(other, "Admin"));
    ended(apply("--yes"), ExitCode.OK);
    assertThat(grafana.uids(other)).isEqualTo(grafana.uids(team)).hasSize(3);
  }

  @Test
  void aViewerIsToldWhatIsMissing() throws Exception {
    Files.writeString(folder.resolve("token"), grafana.token(team, "Viewer") + "\n");
    deployer.without("GRAFANA_USER");
    Invocation failed = apply("--yes", "--token-file", "token");
    ended(failed, ExitCode.FAILED);
    assertThat(failed.out())
        .containsPattern("folders:create|cannot create resource \"folders\"")
        .contains(
            "  + folder “Samples”\n      folder runboards-samples: ",
            "(not done)\n      its folder is not there\n",
            "2 failed, 3 not done\n");
    assertThat(grafana.uids(team)).isEmpty();
    deployer.with("GRAFANA_USER", grafana.user());
    applied();
    Files.writeString(folder.resolve("token"), grafana.token(team, "Viewer"));
    ended(plan("--token-file", "token"), ExitCode.OK);
  }

  @Test
  void anEditorDeploysAllButDataSources() throws Exception {
    applied();
    deployer.without("GRAFANA_USER").with("GRAFANA_API_TOKEN", grafana.token(team, "Editor"));
    ended(plan(), ExitCode.OK);
    deployer.shipping(Deployer.node(85), Deployer.other("sample-new", "Another folder"));
    ended(apply("--yes"), ExitCode.OK);
    ended(plan(), ExitCode.OK);
    deployer.site(
        "north", "store: {kind: prometheus, read: 'http://elsewhere:9090'}\n", List.of(team));
    Invocation failed = apply("--yes");
    ended(failed, ExitCode.FAILED);
    assertThat(failed.out())
        .contains("  ~ data source “Metrics”\n      data source metrics: ", "datasources:write");
  }

  @Test
  void secretsLeaveNoTraceAndChangedOnesAreSeen() throws Exception {
    String store =
        "store: {kind: mimir, read: 'http://mimir:9009', write: 'http://mimir:9009/push', user: reader, password: STORE_PASSWORD}\n";
    deployer.site(
        "north",
        store + "tenants: [{name: team-a, organisation: %s}]\n".formatted(team),
        List.of(team));
    String token = grafana.token(team, "Admin");
    deployer.without("GRAFANA_USER").with("GRAFANA_API_TOKEN", token);
    deployer.with("STORE_PASSWORD", "canary-of-the-store");
    ended(plan("--save", "plan.json"), ExitCode.DIFFERENT);
    ended(apply("--plan", "plan.json"), ExitCode.OK);
    ended(plan(), ExitCode.OK);
    JsonValue source = grafana.get(team, "/api/datasources/uid/team-a-metrics");
    assertThat(source.at("secureJsonFields").line())
        .contains("\"basicAuthPassword\":true", "\"httpHeaderValue1\":true");
    assertThat(source.line()).doesNotContain("canary");
    deployer.with("STORE_PASSWORD", "canary-of-another-day");
    Invocation changed = plan();
    ended(changed, ExitCode.DIFFERENT);
    assertThat(changed.out())
        .contains("  ~ data source “team-a”\n      jsonData.runboardsSecrets ");
    ended(apply("--yes", "--format", "json"), ExitCode.OK);
    ended(run("rollback", "--yes"), ExitCode.OK);
    ended(plan(), ExitCode.OK);
    ended(run("drift", "--format", "junit"), ExitCode.OK);
    deployer.with("GRAFANA_API_TOKEN", "glsa_canary");
    ended(plan(), ExitCode.FAILED);
    deployer.without("STORE_PASSWORD");
    assertThat(plan().err())
        .startsWith("runboards: the data sources log in with STORE_PASSWORD: set that variable");
    assertThat(deployer.traces())
        .hasSizeGreaterThan(10)
        .allSatisfy(trace -> assertThat(trace).doesNotContain("canary", token));
  }

  @Test
  void aMissingOrganisationIsAddedIfAsked() throws Exception {
    String missing = team + " of tomorrow";
    deployer.site("north", missing);
    Invocation refused = plan();
    ended(refused, ExitCode.FAILED);
    assertThat(refused.err())
        .isEqualTo(
            "runboards: there is no organisation '%s'; --create-organisations adds it\n"
                .formatted(missing));
    ended(plan("--create-organisations"), ExitCode.DIFFERENT);
    ended(apply("--create-organisations", "--yes"), ExitCode.OK);
    grafana.adopt(missing);
    ended(plan(), ExitCode.OK);
    assertThat(grafana.uids(missing)).hasSize(3);
  }
}
