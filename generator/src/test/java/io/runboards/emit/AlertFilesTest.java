package io.runboards.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Golden;
import io.runboards.build.Repository;
import io.runboards.catalog.ClusterVersion;
import io.runboards.check.Workspace;
import io.runboards.emit.docs.AlertPages;
import io.runboards.emit.grafana.GrafanaAlerts;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleBook;
import io.runboards.samples.Alerts;
import io.runboards.site.GrafanaVersion;
import io.runboards.site.Site;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alerts for Grafana and their pages, of alerts that say all that can be said. */
class AlertFilesTest {
  private static final Path FOLDER = Repository.ROOT.resolve("generator/src/test/resources/alerts");
  private static final Pattern RUNBOOK = Pattern.compile("runbook_url: (\\S+)");

  private static List<OutFile> files(GrafanaVersion version, Workspace workspace) {
    Site site = site(version);
    List<OutFile> files = new ArrayList<>(GrafanaAlerts.of(site, workspace));
    files.addAll(AlertPages.of(site, workspace));
    return files;
  }

  private static Site site(GrafanaVersion version) {
    Site usual = Site.usual("my-site");
    return new Site(
        usual.name(),
        usual.cluster(),
        Optional.of(URI.create("https://wiki.example.org/runbooks")),
        usual.labels(),
        usual.spelling(),
        new Site.Grafana(version, URI.create("https://grafana.example.org")),
        usual.tenants(),
        usual.federations(),
        usual.notifications(),
        usual.setup());
  }

  @Test
  void samplesAreWrittenAsRecorded() throws Exception {
    Map<String, String> texts = new TreeMap<>();
    files(GrafanaVersion.NEWEST, Alerts.workspace())
        .forEach(file -> texts.put("13.0/" + file.path(), file.content()));
    files(GrafanaVersion.OLDEST, Alerts.workspace()).stream()
        .filter(file -> file.path().endsWith("/on/rules-capacity.yaml"))
        .forEach(file -> texts.put("9.4/" + file.path(), file.content()));
    Golden.compare(FOLDER, texts);
  }

  @Test
  void theSameAlertsAreTheSameBytes() {
    assertThat(files(GrafanaVersion.NEWEST, Alerts.workspace()))
        .isEqualTo(files(GrafanaVersion.NEWEST, Alerts.workspace()));
  }

  @Test
  void eachAddressOfARunbookHasItsPageAndEachPageItsAddress() {
    List<OutFile> files = files(GrafanaVersion.NEWEST, Alerts.workspace());
    List<String> pages =
        files.stream()
            .map(OutFile::path)
            .filter(path -> path.startsWith("docs/runbooks/"))
            .toList();
    List<String> addressed =
        files.stream()
            .filter(file -> file.path().endsWith(".yaml"))
            .flatMap(file -> RUNBOOK.matcher(file.content()).results())
            .map(address -> address.group(1))
            .map(address -> address.replace("https://wiki.example.org", "docs") + ".md")
            .toList();
    assertThat(pages).hasSize(2).containsExactlyInAnyOrderElementsOf(addressed);
  }

  @Test
  void everyPageIsInTheIndexUnderAnAddressThatIsThere() {
    List<OutFile> files = files(GrafanaVersion.NEWEST, Alerts.workspace());
    OutFile index =
        files.stream().filter(file -> file.path().equals("docs/alerts.md")).findFirst().get();
    Matcher links = Pattern.compile("]\\((runbooks/[^)]*)\\)").matcher(index.content());
    assertThat(links.results().map(link -> "docs/" + link.group(1)))
        .containsExactlyElementsOf(
            files.stream()
                .map(OutFile::path)
                .filter(path -> path.startsWith("docs/runbooks/"))
                .toList());
  }

  @Test
  void anAlertThatOldClustersCannotHaveIsNotWritten() {
    assertThat(files(GrafanaVersion.NEWEST, Alerts.workspace(ClusterVersion.V2_16)))
        .extracting(OutFile::path)
        .contains("docs/runbooks/ClusterFull.md", "grafana/alerting/on/rules-gone.yaml")
        .noneMatch(path -> path.contains("NodeWithout"));
  }

  @Test
  void withoutRulesNothingIsWritten() {
    Workspace none = Workspace.of(List.of(), RuleBook.NONE, World.standard(), ClusterVersion.V2_17);
    assertThat(files(GrafanaVersion.NEWEST, none)).isEmpty();
  }

  @Test
  void aLinkCarriesWhatTheDashboardHasAVariableFor() {
    Workspace workspace = Alerts.workspace();
    Alert alert = workspace.book().alert("ClusterFull").orElseThrow();
    assertThat(AlertTexts.of(site(GrafanaVersion.NEWEST), workspace).of(alert))
        .filteredOn(text -> text.name().equals("dashboard_url"))
        .extracting(AlertTexts.AlertText::template)
        .containsExactly(
            "https://grafana.example.org/d/all-nodes"
                + "?var-cluster={{ $labels.clusterId | urlquery }}");
  }
}
