package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.RULE_GROUP;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Mimir;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Urgency;
import java.util.List;

/** Whether the metrics store evaluates the rules of its tenants. */
final class StoreRuler {
  static final Alert QUERIES_FAILING =
      alert("RulerQueriesFailing", Urgency.CRITICAL, failedShare().above(0.01))
          .holding("10m")
          .summary(
              "{{ $value | humanizePercentage }} of the rule queries in {{ $labels.namespace }}"
                  + " fail")
          .description(
              "The store cannot answer the queries of its own rules. Alerts of all tenants may not"
                  + " fire, and recorded series, also those of reports, get gaps that stay.")
          .lookAt(Links.STORE)
          .runbook(
              means(
                      "For ten minutes, more than 1 % of all queries of rules failed by fault of"
                          + " the store. Queries that are wrong do not count.")
                  .matters("Alerting is blind for a part of the rules, of all tenants alike.")
                  .steps(
                      "Look at the rulers' logs for the error of the failed queries.",
                      "If reads fail as well, begin with the alert StoreReadsFailing.",
                      "If only rules fail, look at the query frontend and queriers that serve the"
                          + " rulers: are there any, and have they memory?",
                      "When it is over, tell the owners of reports for which hours recorded series"
                          + " are missing.")
                  .silence("Never during normal work. Watch the dashboards by eye meanwhile."));

  static final Alert RULES_FAILING =
      alert(
              "StoreRulesFailing",
              Urgency.WARNING,
              failures(FederationHealth.OTHER_GROUPS, "10m").above(0))
          .holding("10m")
          .summary("Rules of {{ $labels.user }} fail: {{ $labels.rule_group }}")
          .description(
              "A rule of this group cannot be evaluated. If it is an alert, it never fires; if it"
                  + " records, panels and alerts that read it are empty.")
          .lookAt(Links.TENANTS, Links.STORE)
          .runbook(
              means("For ten minutes, evaluations of a rule group have failed again and again.")
                  .matters(
                      "Nobody but this alert says that the tenant's rule does nothing: a broken"
                          + " alert looks like a quiet one.")
                  .steps(
                      "Ask the ruler for the rules of the tenant, /prometheus/api/v1/rules, and"
                          + " read lastError of those that are not ok.",
                      "many-to-many or duplicate series: somebody's labels have changed; aggregate"
                          + " before the join.",
                      "A limit of series or samples: raise the tenant's limit, or let the rule read"
                          + " a recorded series.",
                      "Mend the rule where it is written, and deploy it again.")
                  .silence(
                      "While its owner mends it, for a day at most. Watch what the rule would have"
                          + " told."));

  static final Alert GROUP_SLOW =
      alert("StoreRuleGroupSlow", Urgency.WARNING, timeUsed().above(0.9))
          .holding("10m")
          .summary(
              "{{ $labels.rule_group }} of {{ $labels.user }} takes"
                  + " {{ $value | humanizePercentage }} of its interval")
          .description(
              "From 100 % on the store skips evaluations of this group. Its alerts come late and"
                  + " its recorded series have gaps.")
          .lookAt(Links.TENANTS, Links.STORE)
          .runbook(
              means(
                      "For ten minutes, the evaluation of a rule group has taken more than 90 % of"
                          + " the time that it has.")
                  .matters("A chain of recordings falls behind; what reads them shows old values.")
                  .steps(
                      "Open the tenants' dashboard, row Rules: is it this group alone, or are all"
                          + " slow?",
                      "All are slow: see the alert StoreReadsSlow.",
                      "Only this one: ask for evaluationTime of its rules and take the slowest"
                          + " apart; rules of one group run one after the other.",
                      "Move rules that do not read each other into groups of their own, or let the"
                          + " group run less often.")
                  .silence("While the group is being split, for a day. Watch its duration."));

  static final List<Alert> ALERTS = List.of(QUERIES_FAILING, RULES_FAILING, GROUP_SLOW);

  private StoreRuler() {}

  private static Series failedShare() {
    return sum(rate(metric(Mimir.RULER_QUERIES_FAILED_TOTAL), "5m"))
        .by(CLUSTER, NAMESPACE)
        .dividedBy(sum(rate(metric(Mimir.RULER_QUERIES_TOTAL), "5m")).by(CLUSTER, NAMESPACE))
        .on(CLUSTER, NAMESPACE);
  }

  /** How many evaluations of rules failed, by group. */
  static Series failures(Condition groups, String window) {
    return sum(increase(
            metric(Mimir.PROMETHEUS_RULE_EVALUATION_FAILURES_TOTAL).where(groups), window))
        .by(CLUSTER, NAMESPACE, TENANT, RULE_GROUP);
  }

  private static Series timeUsed() {
    return max(metric(Mimir.PROMETHEUS_RULE_GROUP_LAST_DURATION_SECONDS))
        .by(CLUSTER, NAMESPACE, TENANT, RULE_GROUP)
        .dividedBy(
            max(metric(Mimir.PROMETHEUS_RULE_GROUP_INTERVAL_SECONDS))
                .by(CLUSTER, NAMESPACE, TENANT, RULE_GROUP))
        .on(CLUSTER, NAMESPACE, TENANT, RULE_GROUP);
  }
}
