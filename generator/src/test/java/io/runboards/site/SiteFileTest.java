package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.runboards.build.Repository;
import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Installation.Spelling;
import io.runboards.finding.Finding;
import io.runboards.rules.GroupLimits;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFileTest {
  private static final Function<String, Optional<String>> NO_ENVIRONMENT = name -> Optional.empty();

  @Test
  void onlyTheNameMustBeThere() {
    Site site = read("name: my-site\n");
    assertThat(site).isEqualTo(Site.usual("my-site"));
    assertThat(site.installation()).isEqualTo(Installation.NEWEST);
    assertThat(site.world().extraLabels()).containsExactlyInAnyOrder("instance", "job");
    assertThat(site.grafana().version()).hasToString("13.0");
  }

  @Test
  void everyValueCanBeSaid() {
    Site site =
        read(
            """
            name: my-site
            cluster: {version: 2.16}
            runbooks: https://wiki.example.org/runbooks/
            labels: [prometheus, cluster]
            spelling: {ready: "True", schedulable: "1", inference: "Inference|Serving"}
            datasource:
              uid: mimir-1
              name: Mimir of the platform
              url: http://mimir.example.org:8080/prometheus
            grafana: {version: 9.10, url: "https://grafana.example.org"}
            """);
    assertThat(site.cluster()).isEqualTo(ClusterVersion.V2_16);
    assertThat(site.runbooks()).hasValue(URI.create("https://wiki.example.org/runbooks"));
    assertThat(site.world().extraLabels())
        .containsExactlyInAnyOrder("instance", "job", "prometheus", "cluster");
    assertThat(site.installation().spelling())
        .isEqualTo(new Spelling("True", "1", "Inference|Serving"));
    assertThat(site.datasource())
        .isEqualTo(
            new Site.Datasource(
                "mimir-1",
                "Mimir of the platform",
                URI.create("http://mimir.example.org:8080/prometheus")));
    assertThat(site.grafana())
        .isEqualTo(
            new Site.Grafana(new GrafanaVersion(9, 10), URI.create("https://grafana.example.org")));
  }

  @Test
  void theExampleIsGoodAndSaysWhatIsUsualDownToGrafana() throws Exception {
    String file = "provisioning/sites/example.yaml";
    SiteFile.Read read =
        SiteFile.parse(
            file, Files.readString(Repository.ROOT.resolve(file)), List.of(), NO_ENVIRONMENT);
    assertThat(read.findings()).isEmpty();
    Site site = read.site().orElseThrow();
    Site usual = Site.usual("example");
    assertThat(site)
        .usingRecursiveComparison()
        .ignoringFields("runbooks", "tenants", "federations", "notifications")
        .isEqualTo(usual);
    assertThat(site.runbooks()).hasValue(URI.create("https://runbooks.example.org/runai"));
    assertThat(site.tenants())
        .extracting(Tenant::name, Tenant::operator)
        .containsExactly(tuple("team-a", false), tuple("team-b", false), tuple("platform", true));
    assertThat(site.tenants()).extracting(Tenant::limits).containsOnly(GroupLimits.USUAL);
    assertThat(site.federations())
        .containsExactly(new Federation("all", "platform", List.of("team-a", "team-b")));
    assertThat(site.notifications().usual()).hasValue("chat");
  }

  @Test
  void allThatIsWrongIsSaidAtOnceWithItsPlace() {
    assertThat(
            messages(
                """
                name: My Site
                clusters: {version: "2.17"}
                runbooks: wiki.example.org
                labels: instance
                spelling:
                  redy: "1"
                  ready:
                  inference: "(a"
                datasource: prometheus
                grafana:
                  version: [13]
                  url: ftp://grafana.example.org
                more:
                  - 1
                """))
        .containsExactly(
            "my-site.yaml:1:7: error: 'My Site' is no name of a site: it becomes a folder."
                + " Write up to 63 small letters, digits and dashes between them",
            "my-site.yaml:2:1: error: unknown key 'clusters'. Did you mean cluster?",
            "my-site.yaml:3:11: error: 'wiki.example.org' is no http address."
                + " Write one such as https://example.org/path",
            "my-site.yaml:4:9: error: 'labels' is a list: write [a, b]",
            "my-site.yaml:6:3: error: unknown key 'redy'. Did you mean ready?",
            "my-site.yaml:7:9: error: 'ready' has no value."
                + " Leave it out if it shall be the usual one",
            "my-site.yaml:8:14: error: '(a' is no pattern: bad regular expression: missing ')'",
            "my-site.yaml:9:13: error: 'datasource' has keys of its own: uid, name, url",
            "my-site.yaml:11:12: error: 'version' is a single value",
            "my-site.yaml:12:8: error: 'ftp://grafana.example.org' is no http address."
                + " Write one such as https://example.org/path",
            "my-site.yaml:13:1: error: unknown key 'more'. There are name, cluster, runbooks,"
                + " labels, spelling, datasource, grafana, tenants, federations, notifications");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          cluster.version=2        | '2' is no version; write one such as 2.17
          grafana.version=new      | 'new' is no version; write one such as 13.0
          grafana.version=9.3      | dashboards cannot be written for Grafana 9.3. Versions 9.4 to 13 can be
          grafana.version=14       | dashboards cannot be written for Grafana 14.0. Versions 9.4 to 13 can be
          grafana.url=http://      | 'http://' is no http address. Write one such as https://example.org/path
          grafana.url=http://a b   | 'http://a b' is no http address. Write one such as https://example.org/path
          grafana.url=http://u:p@h | an address must not hold a password. Write one such as https://example.org/path
          runbooks=https://a/?b    | 'https://a/?b' has parts behind ? or #. Write one such as https://example.org/path
          datasource.uid=a b       | 'a b' is no uid that Grafana takes. Write up to 40 letters, digits, - and _
          labels=[,]               | 'labels' has no value. Leave it out if it shall be the usual one
          labels=[a-b]             | 'a-b' is no name of a label. Write letters, digits and _
          labels=[a, a]            | 'a' is there twice
          labels=[a, ]             | 'labels' has no value. Leave it out if it shall be the usual one
          name=                    | 'name' has no value. Leave it out if it shall be the usual one
          name.x=1                 | 'name' is a single value
          grafana=13               | 'grafana' has keys of its own: version, url
          grafana.verison=13       | unknown key 'verison'. Did you mean version?
          site.name=x              | unknown key 'site'. There are name, cluster, runbooks, labels, spelling, datasource, grafana, tenants, federations, notifications
          """)
  void aSettingIsCheckedLikeTheFile(String setting, String message) {
    String key = setting.substring(0, setting.indexOf('='));
    assertThat(messages("name: my-site\n", setting))
        .first()
        .asString()
        .startsWith("--set " + key + ":1:")
        .endsWith(": error: " + message);
  }

  @Test
  void aSettingStandsInThePlaceOfTheFilesValue() {
    String file = "name: my-site\ngrafana: {version: 1, url: https://a}\nlabels: 5\n";
    Site site = read(file, "grafana.version=9.4", "labels=[a, b]", "datasource.uid=x");
    assertThat(site.grafana())
        .isEqualTo(new Site.Grafana(GrafanaVersion.OLDEST, URI.create("https://a")));
    assertThat(site.labels()).containsExactly("a", "b");
    assertThat(site.datasource().uid()).isEqualTo("x");
    assertThat(read(file, "grafana.version=9.4", "labels=[]", "grafana.version=10").grafana())
        .as("the last one counts")
        .extracting(it -> it.version().toString())
        .isEqualTo("10.0");
  }

  @Test
  void aSettingThatIsNoneIsRefused() {
    for (String text : List.of("", "name", "=x", "a..b=x", ".a=x", "a.=x")) {
      assertThat(Setting.parse(text)).as(text).isEmpty();
    }
    assertThat(Setting.parse("a.b=c=d")).hasValue(new Setting(List.of("a", "b"), "c=d"));
    assertThat(Setting.parse("a=")).hasValue(new Setting(List.of("a"), ""));
  }

  @Test
  void valuesComeFromTheEnvironment() {
    String file =
        """
        name: my-site
        labels: ["${LABEL}", "b_${LABEL:-x}"]
        datasource:
          uid: ${EMPTY:-by-default}
          name: costs $${NOTHING} or $5
          url: ${SCHEME:-http}://${HOST:-localhost}:${PORT:-9090}
        """;
    Function<String, Optional<String>> environment =
        name ->
            switch (name) {
              case "LABEL" -> Optional.of("label");
              case "HOST" -> Optional.of("prometheus.example.org");
              case "EMPTY" -> Optional.of("");
              default -> Optional.empty();
            };
    Site site = SiteFile.parse("my-site.yaml", file, List.of(), environment).site().orElseThrow();
    assertThat(site.labels()).containsExactly("label", "b_label");
    assertThat(site.datasource())
        .isEqualTo(
            new Site.Datasource(
                "by-default",
                "costs ${NOTHING} or $5",
                URI.create("http://prometheus.example.org:9090")));
  }

  @Test
  void aVariableThatTheEnvironmentDoesNotHaveIsAnError() {
    assertThat(
            messages(
                """
                name: my-site
                runbooks: https://${WIKI}/x
                spelling:
                  ready: ${1}
                  inference: ${OPEN:-x
                """))
        .containsExactly(
            "my-site.yaml:2:11: error: the environment has no WIKI."
                + " Set it, or write ${WIKI:-default}",
            "my-site.yaml:4:10: error: expected ${NAME} or ${NAME:-default} with the name of an"
                + " environment variable. Write $${ if you mean the characters themselves",
            "my-site.yaml:5:14: error: expected ${NAME} or ${NAME:-default} with the name of an"
                + " environment variable. Write $${ if you mean the characters themselves");
  }

  @Test
  void aFileWithoutANameOrWithThatOfAnotherIsAnError() {
    String noName = "my-site.yaml:1:1: error: a site needs a name";
    assertThat(messages("")).containsExactly(noName);
    assertThat(messages("# nothing\n")).containsExactly(noName);
    assertThat(messages("labels: []\n")).containsExactly(noName);
    assertThat(messages("labels: []\n", "name=my-site")).isEmpty();
    assertThat(messages("name: example\n"))
        .containsExactly(
            "my-site.yaml:1:7: error: the site is called 'example' and its file 'my-site'."
                + " Give both the same name");
    assertThat(messages("name: example\n", "name=other")).isEmpty();
  }

  @Test
  void whatIsNoYamlOrNoMappingIsAnError() {
    assertThat(messages("name: [\n"))
        .singleElement()
        .asString()
        .startsWith("my-site.yaml:2:1: error: this is no YAML: ");
    assertThat(messages("- name\n"))
        .containsExactly(
            "my-site.yaml:1:1: error: expected keys with values, such as name: example");
    assertThat(messages("name: my-site\n---\nname: other\n"))
        .singleElement()
        .asString()
        .startsWith("my-site.yaml:2:1: error: this is no YAML: ");
  }

  @Test
  void aKeyThatIsThereTwiceOrIsNoWordIsAnError() {
    assertThat(messages("name: my-site\nlabels: []\n\nlabels: [a]\n? [b]\n: c\n"))
        .containsExactly(
            "my-site.yaml:4:1: error: 'labels' is there twice: first on line 2. Keep one of them",
            "my-site.yaml:5:3: error: expected a word as the key");
  }

  @Test
  void anAliasOfAListIsAnErrorAndCannotBlowUpAFile() {
    assertThat(messages("name: my-site\nlabels: &a [x, *a]\n"))
        .containsExactly(
            "my-site.yaml:2:9: error: a list or mapping cannot be used again by an alias."
                + " Write it out twice");
    assertThat(read("name: &a my-site\ndatasource: {name: *a}\n").datasource().name())
        .isEqualTo("my-site");
  }

  @Test
  void placesCountCodePointsAndLinesAsEditorsDo() {
    assertThat(
            messages(
                "# \ud83d\ude00\r\nname: \"my-site\" #\u0085labels: []\r\n\"\ud83d\ude00\": 1\r\n"))
        .singleElement()
        .asString()
        .startsWith("my-site.yaml:3:1: error: unknown key '\ud83d\ude00'.");
    assertThat(messages("{name: my-site, spelling: {ready: \"\ud83d\ude00\", x: 1}}\n"))
        .containsExactly(
            "my-site.yaml:1:40: error: unknown key 'x'. There are ready, schedulable, inference");
  }

  private static Site read(String text, String... settings) {
    SiteFile.Read read = parse(text, settings);
    assertThat(read.findings()).isEmpty();
    return read.site().orElseThrow();
  }

  private static List<String> messages(String text, String... settings) {
    SiteFile.Read read = parse(text, settings);
    assertThat(read.site().isEmpty()).isEqualTo(!read.findings().isEmpty());
    return read.findings().stream().map(Finding::toString).toList();
  }

  private static SiteFile.Read parse(String text, String... settings) {
    List<Setting> parsed = new ArrayList<>();
    for (String setting : settings) {
      parsed.add(Setting.parse(setting).orElseThrow());
    }
    return SiteFile.parse("my-site.yaml", text, parsed, NO_ENVIRONMENT);
  }
}
