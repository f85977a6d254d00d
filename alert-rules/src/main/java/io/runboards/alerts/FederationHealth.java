package io.runboards.alerts;

import static io.runboards.alerts.StoreSeries.ofStore;
import static io.runboards.alerts.StoreSeries.store;
import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.RULE_GROUP;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Condition.matchesNot;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.maxOverTime;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.now;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Mimir;
import io.runboards.dashboard.Installation;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Audience;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;

/** Whether the rules over several tenants run; those who run the store see it, no tenant does. */
public final class FederationHealth implements RuleSource {
  private static final LabelValue REPORTS = with(TENANT, "reports");

  /** The label says namespace and group, separated by a semicolon. */
  private static final String FEDERATED = ".+;" + Federation.GROUP_PREFIX + ".+";

  private static final Condition FEDERATED_GROUPS = matches(RULE_GROUP, FEDERATED);

  /** The groups that read one tenant alone. */
  static final Condition OTHER_GROUPS = matchesNot(RULE_GROUP, FEDERATED);

  public static final Alert STOPPED =
      alert("FederatedRulesStopped", Urgency.CRITICAL, intervalsMissed().above(3))
          .holding("5m")
          .summary("{{ $labels.rule_group }} of {{ $labels.user }} is no longer evaluated")
          .description(
              "The sums over tenants stand still. Reports of use by tenant have a gap from now on,"
                  + " and nothing fills it later.")
          .lookAt(Links.TENANTS, Links.STORE)
          .runbook(
              means(
                      "A rule group that reads several tenants missed more than three evaluations,"
                          + " or is gone.")
                  .matters(
                      "Whoever accounts for use sees too little. Hours that were not recorded are"
                          + " lost for the report.")
                  .steps(
                      "Ask the ruler for the rules of the owner, /prometheus/api/v1/rules: is the"
                          + " group there, and what is its lastError?",
                      "Look whether tenant federation is switched on for the rulers.",
                      "Where tokens decide: look whether the owner's access policy still reads every"
                          + " source tenant; a group stops when it loses one.",
                      "If the group is gone, deploy the rules again.",
                      "Note the hours without values for those who read the report.")
                  .silence(
                      "When the group was deleted on purpose, for six hours. Watch that the rest of"
                          + " the owner's groups run."));

  public static final Alert FAILING =
      alert(
              "FederatedRulesFailing",
              Urgency.CRITICAL,
              StoreRuler.failures(FEDERATED_GROUPS, "10m").above(0))
          .holding("10m")
          .summary("{{ $labels.rule_group }} of {{ $labels.user }} fails")
          .description(
              "A query over several tenants is refused or fails. One tenant that may not be read"
                  + " is enough: the sums are missing for all of them.")
          .lookAt(Links.TENANTS, Links.STORE)
          .runbook(
              means("For ten minutes, evaluations of a group that reads several tenants failed.")
                  .matters("Reports of use by tenant have a gap, for every tenant of the group.")
                  .steps(
                      "Read lastError of the group at the ruler, /prometheus/api/v1/rules of the"
                          + " owner.",
                      "401 or 403: give the owner's access policy the right to read each source"
                          + " tenant again.",
                      "A limit: the owner's limits hold for the query over all tenants together;"
                          + " raise them.",
                      "A tenant that is gone: take it out of the federation's members and deploy.")
                  .silence(
                      "While a tenant is being moved, for an hour. Watch that values come back for"
                          + " all others."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("federation-health", "Rules over several tenants", "observability")
        .reading(Audience.OPERATOR)
        .groups(group("federation-health", STOPPED, FAILING))
        .tests(tests());
  }

  /** A group that was deleted counts for six hours more. */
  private static Series intervalsMissed() {
    return now()
        .minus(latest(Mimir.PROMETHEUS_RULE_GROUP_LAST_EVALUATION_TIMESTAMP_SECONDS).above(0))
        .dividedBy(latest(Mimir.PROMETHEUS_RULE_GROUP_INTERVAL_SECONDS))
        .on(CLUSTER, NAMESPACE, TENANT, RULE_GROUP);
  }

  private static Series latest(Metric metric) {
    return max(maxOverTime(metric(metric).where(FEDERATED_GROUPS), "6h"))
        .by(CLUSTER, NAMESPACE, TENANT, RULE_GROUP);
  }

  private static List<RuleTest> tests() {
    Metric last = Mimir.PROMETHEUS_RULE_GROUP_LAST_EVALUATION_TIMESTAMP_SECONDS;
    Metric interval = Mimir.PROMETHEUS_RULE_GROUP_INTERVAL_SECONDS;
    Metric failed = Mimir.PROMETHEUS_RULE_EVALUATION_FAILURES_TOTAL;
    String usage = Federation.GROUP_PREFIX + "usage";
    return List.of(
        test("a federated group was last evaluated after twelve minutes, then it is deleted")
            .given(
                ofGroup(last, "0+60x12 stale", usage),
                ofGroup(interval, "60x12 stale", usage),
                ofGroup(last, "0x30", "usage"),
                ofGroup(interval, "60x30", "usage"))
            .silent("20m", STOPPED)
            .fires("21m", STOPPED, 9, store(REPORTS, named(usage))),
        test("a federated group that runs each hour misses two evaluations")
            .every("5m")
            .given(ofGroup(last, "3600x35", usage), ofGroup(interval, "3600x35", usage))
            .silent("2h55m", STOPPED),
        test("a federated group that has not run yet")
            .given(ofGroup(last, "0x30", usage), ofGroup(interval, "60x30", usage))
            .silent("30m", STOPPED),
        test("a federated group fails once a minute, then no more")
            .given(ofGroup(failed, "0+1x20 20x20", usage), ofGroup(failed, "0+1x20 20x20", "usage"))
            .silent("10m", FAILING)
            .fires("11m", FAILING, 11, store(REPORTS, named(usage)))
            .silent("40m", FAILING));
  }

  private static Given ofGroup(Metric metric, String values, String name) {
    return ofStore(metric, values, REPORTS, named(name));
  }

  private static LabelValue named(String name) {
    return with(RULE_GROUP, "/data/reports/federation;" + name);
  }
}
