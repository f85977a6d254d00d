package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.site.Setup.Store.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A site that somebody begins is all right as it is written. */
class SiteDraftTest {

  @Test
  void itIsWrittenWithComments() {
    assertThat(
            new SiteDraft(
                    "berlin",
                    "2.17",
                    Kind.MIMIR,
                    "https://mimir.example.org/prometheus",
                    "https://mimir.example.org/api/v1/push",
                    "runboards",
                    "STORE_PASSWORD",
                    "http://localhost:3000",
                    List.of("team-a", "team-b"))
                .text())
        .isEqualTo(
            """
            # yaml-language-server: $schema=site.schema.json
            # What this installation fills in. The site 'example' shows every key there is. Any value can
            # come from the environment or a file of variables: ${NAME:-value}. Secrets never stand here.
            name: berlin

            # The Run:ai clusters. Their version decides which metrics there are.
            cluster:
              name: "${CLUSTER_NAME:-berlin}"
              version: "2.17"
              environment: production

            # Where series are kept: prometheus, mimir or grafana-cloud. Grafana reads here, and the cluster's
            # Prometheus writes.
            store:
              kind: mimir
              read: "https://mimir.example.org/prometheus"
              write: "https://mimir.example.org/api/v1/push"
              user: "runboards"
              # The name of the file that holds it, in the folder of secrets.
              password: "STORE_PASSWORD"

            # The Grafana that shows the dashboards: versions 9.4 to 13.
            grafana:
              version: "13.0"
              url: "http://localhost:3000"

            # Those whose series the store keeps apart, as X-Scope-OrgID says it.
            tenants:
              - name: "team-a"
              - name: "team-b"
            """);
  }

  @Test
  void whateverStoreItHasItIsRight() {
    for (Kind kind : Kind.values()) {
      SiteDraft draft =
          new SiteDraft(
              "s",
              "2.16",
              kind,
              "https://r",
              kind == Kind.PROMETHEUS ? "" : "https://w",
              kind == Kind.GRAFANA_CLOUD ? "1" : "",
              "TOKEN",
              "https://g",
              kind == Kind.MIMIR ? List.of("it's", "a.b!") : List.of());
      SiteFile.Read read = read(draft);
      assertThat(read.findings()).as(draft.text()).isEmpty();
      Site site = read.site().orElseThrow();
      assertThat(site.setup().store().kind()).isEqualTo(kind);
      assertThat(site.tenants()).extracting(Tenant::name).isEqualTo(draft.tenants());
      assertThat(site.setup().cluster()).isEqualTo("s");
    }
  }

  @Test
  void noAnswerBreaksTheFile() {
    String odd = "a\"b\\c\n#: d\t";
    SiteDraft draft =
        new SiteDraft("s", odd, Kind.MIMIR, odd, odd, odd, odd, odd, List.of(odd, "e"));
    assertThat(read(draft).findings())
        .isNotEmpty()
        .noneMatch(finding -> finding.message().contains("no YAML"))
        .noneMatch(finding -> finding.message().contains("unknown key"));
  }

  private static SiteFile.Read read(SiteDraft draft) {
    return SiteFile.parse("s.yaml", draft.text(), List.of(), name -> Optional.empty());
  }
}
