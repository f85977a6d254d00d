package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.finding.Finding;
import io.runboards.rules.GroupLimits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsSectionTest {

  @Test
  void aTenantHasTheLimitsOfMimirUnlessItSaysOthers() {
    Site site =
        read("""
        name: s
        tenants:
          - name: team-a
          - {name: team-b, rules: false, limits: {groups: 100}}
          - {name: platform, operator: true}
          - {name: other-store, operator: true}
        federations:
          - {name: all, owner: platform, members: [team-a, team-b]}
        """)
            .site()
            .orElseThrow();
    assertThat(site.tenants())
        .containsExactly(
            new Tenant("team-a", false, true, new GroupLimits(20, 70)),
            new Tenant("team-b", false, false, new GroupLimits(20, 100)),
            new Tenant("platform", true, true, GroupLimits.USUAL),
            new Tenant("other-store", true, true, GroupLimits.USUAL));
    assertThat(site.federations())
        .containsExactly(new Federation("all", "platform", List.of("team-a", "team-b")));
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    assertThat(
            messages(
                """
                name: s
                tenants:
                  - name: team-a
                    limits: {rules_per_group: 0, groups: many}
                  - nam: team-b
                  - name: team-a
                    operator: yes
                  - {name: idle, rules: false}
                  - team-c
                federations:
                  - {name: one, owner: team-a, members: [team-a]}
                  - {name: One, owner: idle, members: [team-a, taem-a]}
                  - {name: one, owner: nobody, members: [team-a, idle, team-a]}
                  - {members: team-a}
                """))
        .containsExactly(
            "s.yaml:4:14: error: unknown key 'rules_per_group'. Did you mean rules-per-group?",
            "s.yaml:4:42: error: 'many' is no number from 1 to 100000",
            "s.yaml:5:5: error: unknown key 'nam'. Did you mean name?",
            "s.yaml:5:5: error: a tenant needs a name",
            "s.yaml:6:11: error: there are two tenants called 'team-a'",
            "s.yaml:7:15: error: 'yes' is neither true nor false",
            "s.yaml:9:5: error: 'tenants' is a list of entries with keys:"
                + " name, operator, rules, limits",
            "s.yaml:11:41: error: a federation has at least two members. Write [a, b]",
            "s.yaml:12:12: error: 'One' is no name of a federation."
                + " Write up to 63 small letters, digits and dashes between them",
            "s.yaml:12:24: error: no rules run for 'idle'. Leave out its 'rules: false'",
            "s.yaml:12:48: error: there is no tenant 'taem-a'. Did you mean team-a?",
            "s.yaml:13:12: error: there are two federations called 'one'",
            "s.yaml:13:24: error: there is no tenant 'nobody'. There are team-a, idle",
            "s.yaml:13:56: error: 'team-a' is there twice",
            "s.yaml:14:5: error: a federation needs a name",
            "s.yaml:14:15: error: 'members' is a list: write [a, b]");
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
        .containsExactly("s.yaml:2:18: error: a tenant's name has at most 150 characters");
  }

  @Test
  void twoTenantsAtOnceAreAFederation() {
    assertThat(messages(tenant("a|b")))
        .containsExactly(
            "s.yaml:2:18: error: 'a|b' names several tenants at once."
                + " Write each by itself, and a federation");
  }

  private static String tenant(String name) {
    return "name: s\ntenants: [{name: \"" + name + "\"}]\n";
  }

  private static List<String> messages(String text) {
    return read(text).findings().stream().map(Finding::toString).toList();
  }

  private static SiteFile.Read read(String text) {
    return SiteFile.parse("s.yaml", text, List.of(), name -> Optional.empty());
  }
}
