package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.site.Setup.Organisation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which data sources follow from a site. */
class DataSourceTest {
  private static final String STORE =
      """
      name: s
      store: {kind: mimir, read: "http://mimir/prometheus", write: "http://mimir/push"}
      """;

  @Test
  void aStoreWithoutTenantsIsOneForEachOrganisation() {
    Site site = site("name: s\ngrafana: {organisations: [{id: 1, name: A}, {id: 2, name: B}]}\n");
    assertThat(site.dataSources()).extracting(DataSource::uid).containsOnly("metrics").hasSize(2);
    assertThat(site.dataSources(new Organisation(2, "B")))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.name()).isEqualTo("Metrics");
          assertThat(it.scope()).isEmpty();
          assertThat(it.isFederated()).isFalse();
        });
  }

  @Test
  void eachTenantAndFederationHasOneInTheOrganisationThatSeesIt() {
    Site site =
        site(
            STORE
                + """
                grafana: {organisations: [{id: 1, name: Main}, {id: 2, name: A}]}
                tenants:
                  - {name: platform, operator: true}
                  - {name: team-a, organisation: A}
                  - {name: team-b}
                federations:
                  - {name: all, owner: platform, members: [team-a, team-b]}
                """);
    assertThat(site.dataSources())
        .extracting(it -> it.uid() + " " + it.scope() + " " + it.organisation().id())
        .containsExactly(
            "team-a-metrics team-a 2",
            "team-b-metrics team-b 1",
            "all-metrics team-a|team-b 1",
            "platform-metrics platform 1");
    assertThat(site.dataSources(Organisation.MAIN)).isEmpty();
    assertThat(site.dataSources(new Organisation(1, "Main")))
        .extracting(DataSource::isFederated)
        .containsExactly(false, true, false);
  }

  @Test
  void onlyGemShowsAllTenantsAtOnce() {
    String gem = "tenants: [{name: a}, {name: b, gem: {access: ['{x=\"y\"}']}}]\n";
    assertThat(site(STORE + gem).dataSources().getLast())
        .satisfies(it -> {
          assertThat(it.uid()).isEqualTo("everything-metrics");
          assertThat(it.scope()).isEqualTo("*");
          assertThat(it.isFederated()).isTrue();
        });
    assertThat(site(STORE + gem.replace("{name: a}, ", "")).dataSources()).hasSize(1);
  }

  @Test
  void aUidIsShortAndHasFewKindsOfCharacters() {
    String names = "tenants: [{name: a.b}, {name: a!b}, {name: " + "x".repeat(150) + "}]\n";
    assertThat(site(STORE + names).dataSources())
        .extracting(DataSource::uid)
        .doesNotHaveDuplicates()
        .allMatch(uid -> uid.matches("[a-z0-9-]{1,40}"));
  }

  private static Site site(String text) {
    return SiteFile.parse("s.yaml", text, List.of(), name -> Optional.empty())
        .site()
        .orElseThrow();
  }
}
