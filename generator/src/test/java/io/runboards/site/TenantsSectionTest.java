package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.finding.Finding;
import io.runboards.rules.GroupLimits;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Setup.RegisteredSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsSectionTest {

  private static final String STORE = "store: {kind: mimir, read: http://r, write: http://w}\n";

  @Test
  void everythingCanBeSaid() {
    Site site =
        read("""
        tenants:
          - name: team-a
          - name: team-b
            rules: false
            organisation: Team B
            limits: {ruler_max_rule_groups_per_tenant: 100, compactor_blocks_retention_period: 0}
          - name: platform
            operator: true
            gem:
              limits: {max_series_per_query: 0, ruler_max_rules_per_rule_group: 5}
              access: ['{secret!="true"}', up]
        federations:
          - {name: all, owner: platform, members: [team-a, team-b]}
        systems:
          - {key: edge-1, tenant: team-a}
        grafana: {organisations: [{id: 1, name: Main}, {id: 7, name: Team B}]}
        """)
            .site()
            .orElseThrow();
    Tenant.Gem gem =
        new Tenant.Gem(
            Map.of(
                TenantLimit.MAX_SERIES_PER_QUERY, "0",
                TenantLimit.RULER_MAX_RULES_PER_RULE_GROUP, "5"),
            List.of("{secret!=\"true\"}", "up"));
    assertThat(site.tenants())
        .containsExactly(
            Tenant.named("team-a"),
            new Tenant(
                "team-b",
                false,
                false,
                "Team B",
                Map.of(
                    TenantLimit.RULER_MAX_RULE_GROUPS_PER_TENANT, "100",
                    TenantLimit.COMPACTOR_BLOCKS_RETENTION_PERIOD, "0s"),
                Tenant.Gem.NOTHING),
            new Tenant("platform", true, true, "", Map.of(), gem));
    assertThat(site.tenants())
        .extracting(Tenant::groupLimits)
        .containsExactly(GroupLimits.USUAL, new GroupLimits(20, 100), new GroupLimits(5, 70));
    assertThat(site.federations())
        .containsExactly(new Federation("all", "platform", List.of("team-a", "team-b")));
    assertThat(site.setup().systems()).containsExactly(new RegisteredSystem("edge-1", "team-a"));
    assertThat(site.organisation("team-b")).isEqualTo(new Organisation(7, "Team B"));
    assertThat(site.organisation("team-a")).isEqualTo(new Organisation(1, "Main"));
  }

  @Test
  void aLimitOfNothingIsNone() {
    Tenant tenant =
        Tenant.named("a").limitedTo(Map.of(TenantLimit.RULER_MAX_RULES_PER_RULE_GROUP, "0"));
    assertThat(tenant.groupLimits()).isEqualTo(new GroupLimits(Integer.MAX_VALUE, 70));
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    assertThat(
            messages(
                """
                tenants:
                  - name: team-a
                    limits: {ruler_max_rules: 0, ingestion_rate: many}
                  - nam: team-b
                  - name: team-a
                    operator: yes
                  - {name: idle, rules: false, organisation: Mian Org.}
                  - team-c
                  - name: everything
                federations:
                  - {name: one, owner: team-a, members: [team-a]}
                  - {name: One, owner: idle, members: [team-a, taem-a]}
                  - {name: one, owner: nobody, members: [team-a, idle, team-a]}
                  - {members: team-a}
                  - {name: idle, owner: team-a, members: [team-a, idle]}
                  - {name: everything, owner: team-a, members: [team-a, idle]}
                systems:
                  - {key: edge 1, tenant: team-a}
                  - {key: edge-2, tenant: team-x}
                  - {key: edge-2, tenant: idle}
                  - {}
                """))
        .containsExactly(
            "3:14: error: unknown key 'ruler_max_rules'."
                + " Did you mean ruler_max_rules_per_rule_group?",
            "3:50: error: 'many' is no number from 0 to 2147483647",
            "4:5: error: unknown key 'nam'. Did you mean name?",
            "4:5: error: a tenant needs a name",
            "5:11: error: there are two tenants called 'team-a'",
            "6:15: error: 'yes' is neither true nor false",
            "7:46: error: there is no organisation 'Mian Org.'. Did you mean Main Org.?",
            "8:5: error: 'tenants' is a list of entries with keys:"
                + " name, operator, rules, organisation, limits, gem",
            "9:11: error: 'everything' is all tenants, always. Choose another name",
            "11:41: error: a federation has at least two members. Write [a, b]",
            "12:12: error: 'One' is no name of a federation."
                + " Write up to 63 small letters, digits and dashes between them",
            "12:24: error: no rules run for 'idle'. Leave out its 'rules: false'",
            "12:48: error: there is no tenant 'taem-a'. Did you mean team-a?",
            "13:12: error: there are two federations called 'one'",
            "13:24: error: there is no tenant 'nobody'. There are team-a, idle",
            "13:56: error: 'team-a' is there twice",
            "14:5: error: a federation needs a name",
            "14:15: error: 'members' is a list: write [a, b]",
            "15:12: error: a tenant is called 'idle', too. Choose another name",
            "16:12: error: 'everything' is all tenants, always. Choose another name",
            "18:11: error: 'edge 1' is no key of a system. Write letters, digits, -, _ and dots",
            "19:27: error: there is no tenant 'team-x'. Did you mean team-a?",
            "20:11: error: there are two systems called 'edge-2'",
            "21:5: error: a system needs a key");
  }

  @Test
  void limitsInTwoPlacesAreAnErrorThatSaysWhichWouldHold() {
    assertThat(
            messages(
                """
                tenants:
                  - name: a
                    limits: {ingestion_rate: 1}
                    gem:
                      limits: {ingestion_burst_size: 2}
                """))
        .containsExactly(
            "5:15: error: the limits of a tenant stand in two places: GEM takes all of them from"
                + " its admin API if one is set there, else all from the runtime configuration,"
                + " else the global ones, so that those of 'limits' would not hold."
                + " Write all of them here, or all of them in 'limits'");
  }

  @Test
  void aLimitOfGemDoesNotStandAmongThoseOfMimir() {
    assertThat(messages("tenants: [{name: a, limits: {max_series_per_query: 1}}]\n"))
        .containsExactly(
            "1:30: error: 'max_series_per_query' is a limit of GEM alone:"
                + " Mimir refuses the whole file that has it. Move it to gem: {limits: {...}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ingestion_rate: -1                          | '-1' is no number from 0 to 2147483647
          ingestion_rate: 1.5                         | '1.5' is no number from 0 to 2147483647
          ingestion_rate: 3000000000                  | '3000000000' is no number from 0 to 2147483647
          compactor_blocks_retention_period: 90       | '90' is no length of time. Write one such as 90d
          compactor_blocks_retention_period: 1 year   | '1 year' is no length of time. Write one such as 90d
          """)
  void aLimitIsANumberOrALength(String limit, String message) {
    assertThat(messages("tenants: [{name: a, limits: {" + limit + "}}]\n"))
        .singleElement()
        .asString()
        .endsWith(": error: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {a="b"            | 1
          {a="b"} offset 5m | 1
          sum(up)           | 1
          {b="c",a=~"("}    | 11
          1                 | 1
          {a}}              | 3
          """)
  void whatSelectsNoSeriesIsAnErrorAtItsPlace(String selector, int column) {
    assertThat(messages("tenants: [{name: a, gem: {access: ['" + selector + "']}}]\n"))
        .singleElement()
        .asString()
        .startsWith("1:" + (36 + column) + ": error: this is no selector of series: ");
  }

  @Test
  void whoKeepsNoTenantsApartHasNone() {
    String tenants = "tenants: [{name: a}]\n";
    assertThat(errors("name: s\n" + tenants))
        .containsExactly(
            "s.yaml:2:10: error: a Prometheus keeps no tenants apart."
                + " Leave them out, or write store: {kind: mimir, ...}");
    assertThat(
            errors(
                "name: s\nstore: {kind: grafana-cloud, read: https://r, write: https://w,"
                    + " user: 1, password: P}\n"
                    + tenants))
        .containsExactly(
            "s.yaml:3:10: error: an instance of Grafana Cloud is one tenant and has none below it."
                + " Leave them out, or write store: {kind: mimir, ...}");
    assertThat(errors("name: s\ntenants: []\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-1", "a.b", "x!", "it's", "(a)", "*", "_", "__mimir_cluster2"})
  void namesThatMimirTakesAreTaken(String name) {
    assertThat(messages(tenant(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".", "..", ".a", "a b", "a/b", "ä", "a,b", "a:b", "__mimir_cluster", "a|b"})
  void namesThatMimirRefusesAreErrors(String name) {
    assertThat(messages(tenant(name))).hasSize(1);
  }

  @Test
  void aNameHasAtMost150Characters() {
    assertThat(messages(tenant("a".repeat(150)))).isEmpty();
    assertThat(messages(tenant("a".repeat(151))))
        .containsExactly("1:18: error: a tenant's name has at most 150 characters");
  }

  @Test
  void twoTenantsAtOnceAreAFederation() {
    assertThat(messages(tenant("a|b")))
        .containsExactly(
            "1:18: error: 'a|b' names several tenants at once."
                + " Write each by itself, and a federation");
  }

  private static String tenant(String name) {
    return "tenants: [{name: \"" + name + "\"}]\n";
  }

  /** Without the name of the file; lines count from the first of {@code sections}. */
  private static List<String> messages(String sections) {
    return read(sections).findings().stream()
        .map(Finding::toString)
        .map(message -> message.replaceFirst("^s.yaml:", ""))
        .toList();
  }

  private static SiteFile.Read read(String sections) {
    return parse(sections + STORE + "name: s\n");
  }

  private static List<String> errors(String text) {
    return parse(text).findings().stream().map(Finding::toString).toList();
  }

  private static SiteFile.Read parse(String text) {
    return SiteFile.parse("s.yaml", text, List.of(), name -> Optional.empty());
  }
}
