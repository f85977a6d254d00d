package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Mimir;
import io.runboards.dashboard.Installation;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Audience;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.Urgency;

/** Tenants of the metrics store that hit a limit, went silent or crowd out the others. */
public final class Tenants implements RuleSource {
  private static final String WINDOW = "5m";
  private static final TenantUse ALL = TenantUse.ofAll(WINDOW);

  public static final Alert NEAR_SERIES_LIMIT =
      alert("TenantNearSeriesLimit", Urgency.WARNING, ALL.seriesLimitUse().above(0.85))
          .holding("15m")
          .summary(
              "{{ $labels.user }} uses {{ $value | humanizePercentage }} of its limit of series")
          .description(
              "At 100 % the store refuses samples of all new series of this tenant. New workloads"
                  + " and nodes would be missing from its dashboards, and no alert about them"
                  + " could fire.")
          .lookAt(Links.TENANTS, Links.CARDINALITY_ANYWHERE)
          .runbook(
              means("For fifteen minutes a tenant has had more than 85 % of the series it may.")
                  .matters("What is old goes on; what is new stays unseen, and nobody is told.")
                  .steps(
                      "Open the tenants' dashboard: did the line rise slowly or jump?",
                      "A jump: open the cardinality dashboard with the tenant's data source and"
                          + " find the metric and label that grew.",
                      "Drop a needless label or metric where it is scraped, with labeldrop or drop.",
                      "Slow growth: raise max_global_series_per_user of the tenant, and look whether"
                          + " the ingesters have room.")
                  .silence(
                      "While the tenant removes series that you both know of, for a day. Watch"
                          + " its rejected samples."));

  public static final Alert NEAR_RATE_LIMIT =
      alert("TenantNearRateLimit", Urgency.WARNING, ALL.rateLimitUse().above(0.85))
          .holding("15m")
          .summary(
              "{{ $labels.user }} sends {{ $value | humanizePercentage }} of the samples it may")
          .description(
              "Above the limit the store answers 429. Senders that try again fall behind; others"
                  + " lose samples of any series, by chance.")
          .lookAt(Links.TENANTS, Links.CARDINALITY_ANYWHERE)
          .runbook(
              means(
                      "For fifteen minutes a tenant has sent more than 85 % of the samples a second"
                          + " that it may.")
                  .matters("At the limit its metrics are late or have gaps.")
                  .steps(
                      "Open the tenants' dashboard: do series and samples rise together? Then it is"
                          + " more series, see TenantNearSeriesLimit.",
                      "Only samples rise: look for a scrape interval that was made shorter, or for"
                          + " a sender that catches up after a pause.",
                      "Look for two senders of the same series: their replica label must be known"
                          + " to the store.",
                      "If it is wanted, raise ingestion_rate of the tenant.")
                  .silence(
                      "While a sender catches up, for an hour. Watch the tenant's rejected"
                          + " samples."));

  public static final Alert SAMPLES_DISCARDED =
      alert("TenantSamplesDiscarded", Urgency.WARNING, discardedShare().above(0.01))
          .holding("15m")
          .summary(
              "{{ $value | humanizePercentage }} of the samples of {{ $labels.user }} are refused:"
                  + " {{ $labels.reason }}")
          .description(
              "The store takes the tenant's requests and throws a part of the samples away. They"
                  + " are lost: senders do not try again.")
          .lookAt(Links.TENANTS, Links.CARDINALITY_ANYWHERE)
          .runbook(
              means(
                      "For fifteen minutes, more than 1 % of a tenant's samples have been refused"
                          + " for one reason.")
                  .matters(
                      "The tenant sees gaps or misses series, and its own Prometheus may not say"
                          + " why.")
                  .steps(
                      "per_user_series_limit: see TenantNearSeriesLimit.",
                      "rate_limited: see TenantNearRateLimit.",
                      "sample_out_of_order, sample_too_old or new_value_for_timestamp: two senders"
                          + " write the same series; give each a label of its own or let the store"
                          + " deduplicate replicas.",
                      "max_label_names_per_series, label_value_too_long and the like: one exporter"
                          + " writes such labels; drop them where it is scraped.",
                      "Any other reason: look at the distributors' logs for the tenant's name.")
                  .silence(
                      "While the tenant's owner mends the sender, for a day. Watch that the share"
                          + " does not grow."));

  public static final Alert SILENT =
      alert("TenantSilent", Urgency.WARNING, ALL.silentFor().above(900))
          .holding("5m")
          .summary("{{ $labels.user }} has sent nothing for {{ $value | humanizeDuration }}")
          .description(
              "The tenant's cluster, its Prometheus or its remote write is down. Its own alerts"
                  + " cannot fire, since they have nothing to read.")
          .lookAt(Links.TENANTS)
          .runbook(
              means(
                      "The newest sample of a tenant that sent something within the last day is"
                          + " more than a quarter of an hour old.")
                  .matters(
                      "Nobody watches that tenant's GPUs: neither dashboards nor rules have data."
                          + " This alert is the only one that can tell.")
                  .steps(
                      "Ask the gateway's log for the tenant's requests: none, 401 or 5xx?",
                      "None: does its cluster run, does its Prometheus run, and does"
                          + " prometheus_remote_storage_samples_total there still rise?",
                      "401 or 403: the key has expired or was changed; give the tenant a new one.",
                      "5xx: see StoreWritesFailing.",
                      "Requests are there, but samples are old: the sender is catching up; watch"
                          + " its lag.")
                  .silence(
                      "While the tenant's cluster is being maintained, or for a day after it has"
                          + " left. Watch that it comes back at the time agreed."));

  public static final Alert NOISY =
      alert(
              "NoisyTenant",
              Urgency.INFO,
              shareOfStore().above(0.5).and(manyTenants()).on(CLUSTER, NAMESPACE))
          .holding("30m")
          .summary(
              "{{ $labels.user }} sends {{ $value | humanizePercentage }} of all samples of"
                  + " {{ $labels.namespace }}")
          .description(
              "More than half of the store's work is for one of at least four tenants. If it"
                  + " doubles, the others feel it.")
          .lookAt(Links.TENANTS, Links.CARDINALITY_ANYWHERE)
          .runbook(
              means(
                      "For half an hour one tenant has sent more than half of all samples, in a"
                          + " store that has more than three tenants that send.")
                  .matters(
                      "The store is planned for all of them. One that grows unlimited takes the"
                          + " room that keeps the others safe.")
                  .steps(
                      "Look on the tenants' dashboard whether this is new or the tenant is simply"
                          + " the largest.",
                      "New: find the metric that grew on the cardinality dashboard, and talk to the"
                          + " tenant.",
                      "See that the tenant has limits of its own, a little above what it needs.",
                      "For good: give it a store of its own, or more shards by shuffle sharding.")
                  .silence(
                      "For good, by a rule on the tenant's name, if it is meant to be that large."
                          + " Watch the limits of the ingesters instead."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("tenants", "Tenants of the metrics store", "observability")
        .reading(Audience.OPERATOR)
        .groups(
            group("tenants", NEAR_SERIES_LIMIT, NEAR_RATE_LIMIT, SAMPLES_DISCARDED, SILENT, NOISY))
        .tests(TenantsTests.tests());
  }

  private static Series discardedShare() {
    return sum(rate(metric(Mimir.DISCARDED_SAMPLES_TOTAL), WINDOW))
        .by(CLUSTER, NAMESPACE, TENANT, REASON)
        .dividedBy(ALL.incoming().above(0))
        .on(CLUSTER, NAMESPACE, TENANT)
        .groupLeft();
  }

  private static Series shareOfStore() {
    return ALL.received()
        .dividedBy(sum(ALL.received()).by(CLUSTER, NAMESPACE))
        .on(CLUSTER, NAMESPACE)
        .groupLeft();
  }

  private static Series manyTenants() {
    return count(ALL.received().above(0)).by(CLUSTER, NAMESPACE).above(3);
  }
}
