package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.finding.Finding;
import io.runboards.site.Setup.Endpoint;
import io.runboards.site.Setup.Node;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Setup.Store;
import io.runboards.site.Setup.Store.Kind;
import io.runboards.site.Setup.Targets;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands around a site: its store, its organisations and what is scraped. */
class SetupSectionsTest {

  @Test
  void aStoreCanSayEverything() {
    assertThat(
            setup(
                    """
                    store:
                      kind: mimir
                      read: https://mimir.example.org/prometheus/
                      write: https://mimir.example.org/api/v1/push
                      user: runboards
                      password: STORE_PASSWORD
                      ca: /etc/ssl/store.pem
                    """)
                .store())
        .isEqualTo(
            new Store(
                Kind.MIMIR,
                URI.create("https://mimir.example.org/prometheus"),
                Optional.of(URI.create("https://mimir.example.org/api/v1/push")),
                "runboards",
                "STORE_PASSWORD",
                "/etc/ssl/store.pem"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          kind: mimri                                  | 1:15: error: 'mimri' is no kind of store. Did you mean mimir?
          kind: thanos                                 | 1:15: error: 'thanos' is no kind of store. There are prometheus, mimir, grafana-cloud
          kind: prometheus                             | 1:8: error: a store of kind prometheus needs read
          kind: mimir                                  | 1:8: error: a store of kind mimir needs read and write
          kind: mimir, read: http://r                  | 1:8: error: a store of kind mimir needs write
          kind: grafana-cloud, read: https://r         | 1:8: error: a store of kind grafana-cloud needs write and user and password
          kind: prometheus, read: http://r, user: u    | 1:8: error: a store needs both user and password, or neither
          kind: prometheus, read: ftp://r              | 1:33: error: this is no http address. Write one such as https://example.org/path
          kind: prometheus, read: http://u:p@r         | 1:33: error: an address must not hold a password. Write one such as https://example.org/path
          kind: prometheus, read: htp://u:p@r          | 1:33: error: an address must not hold a password. Write one such as https://example.org/path
          read: http://r, ca: store.pem                | 1:29: error: this is no whole path. Write one such as /run/secrets
          url: http://r                                | 1:9: error: unknown key 'url'. There are kind, read, write, user, password, ca
          """)
  void whatIsWrongWithAStoreIsSaidWithItsPlace(String store, String message) {
    assertThat(messages("store: {" + store + "}\n")).containsExactly(message);
  }

  @Test
  void aPasswordIsNamedByItsFileAndNotSentUnencrypted() {
    assertThat(
            messages(
                """
                store:
                  kind: grafana-cloud
                  read: http://r
                  write: https://w
                  user: 1
                  password: glc_eyJvIjoiMSJ9
                """))
        .containsExactly(
            "3:9: error: a password would be sent unencrypted. Write an https address",
            "6:13: error: this looks like the secret itself."
                + " Write the name of the file that holds it");
  }

  @Test
  void organisationsHaveIdsAndNames() {
    assertThat(setup("grafana: {organisations: [{id: 2, name: A b.}, {id: 1, name: ü}]}\n"))
        .extracting(Setup::organisations)
        .isEqualTo(List.of(new Organisation(2, "A b."), new Organisation(1, "ü")));
    assertThat(setup("grafana: {organisations: []}\n").organisations())
        .containsExactly(Organisation.MAIN);
    assertThat(
            messages(
                """
                grafana:
                  organisations:
                    - {id: 1, name: Main}
                    - {id: 1, name: Main}
                    - {id: 0, name: "-"}
                    - {name: X}
                    - {id: 5}
                    - Main
                """))
        .containsExactly(
            "4:12: error: there are two organisations with the id 1",
            "4:21: error: there are two organisations called 'Main'",
            "5:12: error: '0' is no number from 1 to 100000",
            "5:21: error: '-' is no name of an organisation",
            "6:7: error: an organisation needs an id: its number in Grafana",
            "7:7: error: an organisation needs a name",
            "8:7: error: 'organisations' is a list of entries with keys: id, name");
  }

  @Test
  void targetsCanSayEverything() {
    assertThat(
            setup(
                    """
                    targets:
                      gpu-nodes: [{name: node-1.example, host: 192.0.2.1}]
                      inference: [{host: vllm, port: 8000}, {host: vllm, port: 8001}]
                      vector-db: [{host: "[2001:db8::1]", port: 6333}]
                      gateways: [{host: litellm.ns.svc, port: 4000}]
                      certificates: ["https://grafana.example.org:3000/x"]
                      blackbox: {host: blackbox, port: 9115}
                    """)
                .targets())
        .isEqualTo(
            new Targets(
                List.of(new Node("node-1.example", "192.0.2.1")),
                List.of(new Endpoint("vllm", 8000), new Endpoint("vllm", 8001)),
                List.of(new Endpoint("[2001:db8::1]", 6333)),
                List.of(new Endpoint("litellm.ns.svc", 4000)),
                List.of(URI.create("https://grafana.example.org:3000/x")),
                Optional.of(new Endpoint("blackbox", 9115))));
  }

  @Test
  void whatIsWrongWithTargetsIsSaidWithItsPlace() {
    assertThat(
            messages(
                """
                targets:
                  gpu-nodes:
                    - {name: n-1, host: "192.0.2.1:9400"}
                    - {name: n-1, host: a}
                    - {name: Node 1, host: b}
                    - {nam: n-2}
                  inference:
                    - {host: a, port: 65536}
                    - {host: a, port: 0}
                    - {host: a, port: http}
                    - {host: a, port: 1}
                    - {host: a, port: 1}
                    - a:8000
                  vector-db: {host: a, port: 1}
                  certificates: ["http://a", "https://a", "https://a"]
                """))
        .containsExactly(
            "3:25: error: '192.0.2.1:9400' is no host. Write a name or an address, such as"
                + " node-1.example.org; a port has a key of its own",
            "4:14: error: there are two nodes called 'n-1'",
            "5:14: error: 'Node 1' is no name of a node."
                + " Write its name in Kubernetes: small letters, digits, dashes and dots",
            "6:7: error: a node needs a name",
            "6:8: error: unknown key 'nam'. Did you mean name?",
            "8:23: error: '65536' is no port: there are 1 to 65535",
            "9:23: error: '0' is no port: there are 1 to 65535",
            "10:23: error: 'http' is no port: there are 1 to 65535",
            "12:7: error: 'a:1' is there twice",
            "13:7: error: 'inference' is a list of entries with keys: host, port",
            "14:14: error: 'vector-db' is a list of entries with keys: host, port",
            "15:17: error: nothing looks at certificates."
                + " Add blackbox: {host: ..., port: 9115}",
            "15:18: error: 'http://a' has no certificate. Write an https address",
            "15:43: error: 'https://a' is there twice");
  }

  private static Setup setup(String sections) {
    SiteFile.Read read = read(sections);
    assertThat(read.findings()).isEmpty();
    return read.site().orElseThrow().setup();
  }

  /** Without the name of the file. */
  private static List<String> messages(String sections) {
    return read(sections).findings().stream()
        .map(Finding::toString)
        .map(message -> message.replaceFirst("^s.yaml:", ""))
        .toList();
  }

  private static SiteFile.Read read(String sections) {
    return SiteFile.parse("s.yaml", sections + "name: s\n", List.of(), name -> Optional.empty());
  }
}
