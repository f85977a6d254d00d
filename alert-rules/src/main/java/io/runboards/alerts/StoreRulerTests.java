package io.runboards.alerts;

import static io.runboards.alerts.StoreSeries.ofStore;
import static io.runboards.alerts.StoreSeries.store;
import static io.runboards.catalog.Labels.RULE_GROUP;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Mimir;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleTest;
import java.util.List;

/** What the alerts about the store's rules do with given series. */
final class StoreRulerTests {
  private static final LabelValue TEAM_A = with(TENANT, "team-a");
  private static final LabelValue GROUP = with(RULE_GROUP, "/rules/team-a/usage;runai-usage");

  private StoreRulerTests() {}

  static List<RuleTest> tests() {
    return List.of(
        test("15 of 1000 rule queries fail, of two tenants together")
            .given(
                queries(Mimir.RULER_QUERIES_TOTAL, "0+400x20", "team-a"),
                queries(Mimir.RULER_QUERIES_TOTAL, "0+600x20", "team-b"),
                queries(Mimir.RULER_QUERIES_FAILED_TOTAL, "0+15x20", "team-a"))
            .silent("10m", StoreRuler.QUERIES_FAILING)
            .fires("11m", StoreRuler.QUERIES_FAILING, 0.015, store()),
        test("8 of 1000 rule queries fail")
            .given(
                queries(Mimir.RULER_QUERIES_TOTAL, "0+1000x30", "team-a"),
                queries(Mimir.RULER_QUERIES_FAILED_TOTAL, "0+8x30", "team-a"))
            .silent("30m", StoreRuler.QUERIES_FAILING),
        test("a rule of a group fails once a minute")
            .given(ofGroup(Mimir.PROMETHEUS_RULE_EVALUATION_FAILURES_TOTAL, "0+1x20"))
            .silent("10m", StoreRuler.RULES_FAILING)
            .fires("11m", StoreRuler.RULES_FAILING, 11, store(TEAM_A, GROUP)),
        test("a rule failed once, before the store's ring was whole")
            .given(ofGroup(Mimir.PROMETHEUS_RULE_EVALUATION_FAILURES_TOTAL, "0 1x30"))
            .silent("11m", StoreRuler.RULES_FAILING)
            .silent("30m", StoreRuler.RULES_FAILING),
        test("a group takes 57 of 60 seconds")
            .given(
                ofGroup(Mimir.PROMETHEUS_RULE_GROUP_LAST_DURATION_SECONDS, "57x20"),
                ofGroup(Mimir.PROMETHEUS_RULE_GROUP_INTERVAL_SECONDS, "60x20"))
            .silent("9m", StoreRuler.GROUP_SLOW)
            .fires("10m", StoreRuler.GROUP_SLOW, 0.95, store(TEAM_A, GROUP)),
        test("a group takes 51 of 60 seconds")
            .given(
                ofGroup(Mimir.PROMETHEUS_RULE_GROUP_LAST_DURATION_SECONDS, "51x30"),
                ofGroup(Mimir.PROMETHEUS_RULE_GROUP_INTERVAL_SECONDS, "60x30"))
            .silent("30m", StoreRuler.GROUP_SLOW));
  }

  private static Given queries(Metric metric, String values, String tenant) {
    return ofStore(metric, values, with(TENANT, tenant));
  }

  private static Given ofGroup(Metric metric, String values) {
    return ofStore(metric, values, TEAM_A, GROUP);
  }
}
