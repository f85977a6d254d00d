package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Installation.Spelling;
import io.runboards.finding.Finding;
import io.runboards.site.Setup.Sizes;
import java.net.URI;
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
            cluster: {name: c-1, version: 2.16, environment: test}
            runbooks: https://wiki.example.org/runbooks/
            labels: [prometheus, cluster]
            spelling: {ready: "True", schedulable: "1", inference: "Inference|Serving"}
            grafana: {version: 9.10, url: "https://grafana.example.org/grafana/"}
            secrets: /etc/secrets
            sizes: {nodes: 1, gpus-per-node: 2, projects: 3, workloads: 4, pods: 5}
            """);
    assertThat(site.cluster()).isEqualTo(ClusterVersion.V2_16);
    assertThat(site.runbooks()).hasValue(URI.create("https://wiki.example.org/runbooks"));
    assertThat(site.world().extraLabels())
        .containsExactlyInAnyOrder("instance", "job", "prometheus", "cluster");
    assertThat(site.installation().spelling())
        .isEqualTo(new Spelling("True", "1", "Inference|Serving"));
    assertThat(site.grafana())
        .isEqualTo(
            new Site.Grafana(
                new GrafanaVersion(9, 10), URI.create("https://grafana.example.org/grafana")));
    assertThat(site.notifications().file("KEY")).isEqualTo("/etc/secrets/KEY");
    assertThat(site.setup().cluster()).isEqualTo("c-1");
    assertThat(site.setup().environment()).isEqualTo("test");
    assertThat(site.setup().sizes()).isEqualTo(new Sizes(1, 2, 3, 4, 5));
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
                cluster: new
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
            "my-site.yaml:3:11: error: this is no http address."
                + " Write one such as https://example.org/path",
            "my-site.yaml:4:9: error: 'labels' is a list: write [a, b]",
            "my-site.yaml:6:3: error: unknown key 'redy'. Did you mean ready?",
            "my-site.yaml:7:9: error: 'ready' has no value."
                + " Leave it out if it shall be the usual one",
            "my-site.yaml:8:14: error: '(a' is no pattern: bad regular expression: missing ')'",
            "my-site.yaml:9:10: error: 'cluster' has keys of its own: name, version, environment",
            "my-site.yaml:11:12: error: 'version' is a single value",
            "my-site.yaml:12:8: error: this is no http address."
                + " Write one such as https://example.org/path",
            "my-site.yaml:13:1: error: unknown key 'more'. There are name, extends, cluster,"
                + " runbooks, labels, spelling, store, grafana, tenants, federations, systems,"
                + " targets, sizes, secrets, notifications");
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
          grafana.url=http://      | this is no http address. Write one such as https://example.org/path
          grafana.url=http://a b   | this is no http address. Write one such as https://example.org/path
          grafana.url=http://u:p@h | an address must not hold a password. Write one such as https://example.org/path
          runbooks=https://a/?b    | an address must not have parts behind ? or #. Write one such as https://example.org/path
          cluster.name=a b         | 'a b' is no value of a label that everything here carries. Write up to 63 letters, digits, dashes, dots and _
          sizes.pods=0             | '0' is no number from 1 to 100000
          sizes.pods=many          | 'many' is no number from 1 to 100000
          secrets=secrets          | this is no whole path. Write one such as /run/secrets
          secrets=/run/../secrets  | this is no whole path. Write one such as /run/secrets
          labels=[,]               | 'labels' has no value. Leave it out if it shall be the usual one
          labels=[a-b]             | 'a-b' is no name of a label. Write letters, digits and _
          labels=[a, a]            | 'a' is there twice
          labels=[a, ]             | 'labels' has no value. Leave it out if it shall be the usual one
          name=                    | 'name' has no value. Leave it out if it shall be the usual one
          name.x=1                 | 'name' is a single value
          grafana=13               | 'grafana' has keys of its own: version, url, organisations
          grafana.verison=13       | unknown key 'verison'. Did you mean version?
          site.name=x              | unknown key 'site'. There are name, extends, cluster, runbooks, labels, spelling, store, grafana, tenants, federations, systems, targets, sizes, secrets, notifications
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
    Site site = read(file, "grafana.version=9.4", "labels=[a, b]", "cluster.name=x");
    assertThat(site.grafana())
        .isEqualTo(new Site.Grafana(GrafanaVersion.OLDEST, URI.create("https://a")));
    assertThat(site.labels()).containsExactly("a", "b");
    assertThat(site.setup().cluster()).isEqualTo("x");
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
        cluster: {name: "${EMPTY:-by-default}"}
        spelling: {ready: "costs $${NOTHING} or $5"}
        store: {kind: prometheus, read: "${SCHEME:-http}://${HOST:-localhost}:${PORT:-9090}"}
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
    assertThat(site.setup().cluster()).isEqualTo("by-default");
    assertThat(site.spelling().ready()).isEqualTo("costs ${NOTHING} or $5");
    assertThat(site.setup().store().read())
        .isEqualTo(URI.create("http://prometheus.example.org:9090"));
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
  void aVariableThatSoundsLikeASecretIsNotWrittenIntoFiles() {
    for (String name : List.of("GRAFANA_API_TOKEN", "SMTP_PASSWORD", "SLACK_WEBHOOK_URL")) {
      String text = "name: my-site\nspelling: {ready: \"${" + name + ":-x}\"}\n";
      assertThat(messages(text))
          .containsExactly(
              "my-site.yaml:2:19: error: "
                  + name
                  + " sounds like a secret, and what stands here is written into files."
                  + " Write the name of the file that holds it, without ${ }");
    }
  }

  @Test
  void noMessageHoldsAValueOfTheEnvironment() {
    String text =
        """
        name: my-site
        cluster: {name: "${V}", version: "${V}", environment: x}
        runbooks: ${V}
        labels: ["${V}"]
        spelling: {inference: "(${V}"}
        store: {kind: "${V}", read: "x${V}", write: "ftp://a:${V}@b", user: 1, password: "${V}"}
        grafana: {version: "${V}", url: "${V}", organisations: [{id: "${V}", name: Main}]}
        tenants:
          - {name: "${V}", operator: "${V}", organisation: "${V}", gem: {access: ["${V}"]}}
        targets: {inference: [{host: "${V}", port: "${V}"}]}
        sizes: {nodes: "${V}"}
        secrets: ${V}
        notifications:
          receivers: [{name: "${V}", slack: "${V}", channel: "${V}", email: "${V}"}]
          usual: ${V}
          routes: [{severity: "${V}", to: ["${V}"]}]
          quiet: [{name: "${V}", weekdays: ["${V}:x"], times: ["${V}"], zone: "${V}"}]
        """;
    for (String value : List.of("canary-7 \"(1", "https://u:canary-7@h/(", "20:00-canary-7")) {
      SiteFile.Read read =
          SiteFile.parse("my-site.yaml", text, List.of(), name -> Optional.of(value));
      assertThat(read.findings()).hasSizeGreaterThan(15);
      assertThat(read.findings()).noneMatch(it -> it.toString().contains("canary"));
    }
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
    assertThat(read("name: &a my-site\ncluster: {name: *a}\n").setup().cluster())
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
