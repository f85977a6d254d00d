package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleGroup;
import io.runboards.samples.SampleRules;
import io.runboards.site.TenantRules.Namespace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each tenant gets the rules that are about its series. */
class TenantRulesTest {
  private static final RuleBook BOOK = SampleRules.workspace(ClusterVersion.V2_17).book();

  private static List<TenantRules> of(Tenant... tenants) {
    Site site = SampleRules.site();
    return TenantRules.of(
        site.with(List.of(tenants), site.federations()),
        BOOK);
  }

  @Test
  void theOperatorHasMoreAndTheOwnerOfAFederationItsRules() {
    List<TenantRules> all =
        of(
            Tenant.named("red"),
            Tenant.named("blue").withoutRules(),
            Tenant.named("store").asOperator());
    assertThat(all).extracting(it -> it.tenant().name()).containsExactly("red", "store");
    assertThat(all.getFirst().namespaces()).extracting(Namespace::name).containsExactly("memory");
    assertThat(all.getLast().namespaces())
        .extracting(Namespace::name)
        .containsExactly("memory", "workloads", "fleet-all");
    assertThat(all.getLast().namespaces().getLast().members()).containsExactly("red", "blue");
    assertThat(all).allSatisfy(it -> assertThat(it.problems()).isEmpty());
  }

  @Test
  void groupsThatAreTooLargeAreSplitAndTooManyAreAProblem() {
    TenantRules small = of(Tenant.named("red").limitedTo(Map.of(TenantLimit.RULER_MAX_RULES_PER_RULE_GROUP, "1", TenantLimit.RULER_MAX_RULE_GROUPS_PER_TENANT, "3"))).getFirst();
    assertThat(small.namespaces().getFirst().groups())
        .extracting(RuleGroup::name)
        .containsExactly("memory-alerts", "memory-share", "memory", "memory-2");
    assertThat(small.problems())
        .containsExactly("tenant 'red' gets 4 groups of rules, but its ruler takes 3");
  }
}
