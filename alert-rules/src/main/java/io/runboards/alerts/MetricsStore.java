package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.LIMIT;
import static io.runboards.catalog.Labels.NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Labels.STATE;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Queries.histogramQuantile;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.maxOverTime;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.now;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Mimir;
import io.runboards.dashboard.Installation;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Audience;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;
import java.util.stream.Stream;

/** Whether the metrics store takes, keeps and answers what it should. */
public final class MetricsStore implements RuleSource {
  public static final Alert WRITES_FAILING =
      alert("StoreWritesFailing", Urgency.CRITICAL, failedShare(StoreRequests.WRITES).above(0.01))
          .holding("10m")
          .summary(
              "{{ $value | humanizePercentage }} of the writes to {{ $labels.namespace }} fail")
          .description(
              "The store answers more than 1 % of all write requests with an error of its own."
                  + " Senders try again, so dashboards and alerts run late; when their memory is"
                  + " full, samples are lost for good.")
          .lookAt(Links.STORE)
          .runbook(
              means(
                      "For ten minutes, more than one in a hundred write requests got an answer"
                          + " 5xx.")
                  .matters(
                      "Whatever reads the store sees the past: dashboards, alerts and those who"
                          + " schedule by its numbers. A Prometheus keeps about two hours of what"
                          + " it could not send.")
                  .steps(
                      "Open the pipeline dashboard: do ring members miss, or is an ingester at its"
                          + " limit of series? Then begin with the alert about that.",
                      "Look at the logs of the distributors for the error that they got from"
                          + " ingesters.",
                      "Look for a rollout, an eviction or a full disk among the ingesters: two that"
                          + " are gone are too many when each series lies on three.",
                      "Look whether one tenant sends far more than usual, and limit its rate.",
                      "When it is over, look at the lag of the senders until they have caught up.")
                  .silence(
                      "During a planned restart of the store, for its length. Watch that the lag of"
                          + " the senders falls again afterwards."));

  public static final Alert READS_FAILING =
      alert("StoreReadsFailing", Urgency.WARNING, failedShare(StoreRequests.READS).above(0.01))
          .holding("10m")
          .summary(
              "{{ $value | humanizePercentage }} of the queries to {{ $labels.namespace }} fail")
          .description(
              "The store answers more than 1 % of all queries with an error of its own. Panels are"
                  + " empty or show an error, and reports about tenants have gaps.")
          .lookAt(Links.STORE)
          .runbook(
              means("For ten minutes, more than one in a hundred queries got an answer 5xx.")
                  .matters(
                      "Who looks at a dashboard sees nothing or, worse, only a part. Queries that"
                          + " are wrong or too large count as 4xx and not here.")
                  .steps(
                      "Look at the logs of the query frontend for the queries that fail and their"
                          + " errors.",
                      "If all fail that reach back further than a day, look at the store gateways"
                          + " and at the object storage.",
                      "If all fail, look at ingesters and at the ring members on the pipeline"
                          + " dashboard.",
                      "If queriers run out of memory, look for one query that selects too much;"
                          + " lower max_fetched_series_per_query of its tenant.")
                  .silence(
                      "During planned work on the store, for its length. Watch the panel of failed"
                          + " requests."));

  public static final Alert WRITES_SLOW =
      alert("StoreWritesSlow", Urgency.WARNING, slowest(StoreRequests.WRITES).above(2))
          .holding("15m")
          .summary(
              "One in a hundred writes to {{ $labels.namespace }} takes"
                  + " {{ $value | humanizeDuration }}")
          .description(
              "Senders wait for the store and need more parallel requests for the same load. If it"
                  + " gets slower still, they fall behind and all metrics are late.")
          .lookAt(Links.STORE)
          .runbook(
              means("For fifteen minutes, 1 % of all write requests took longer than 2 seconds.")
                  .matters("It comes before failing writes and before senders that fall behind.")
                  .steps(
                      "Compare the CPU of distributors and ingesters with their limits; throttled"
                          + " pods are slow ones.",
                      "Look at the disks of the ingesters: a slow write-ahead log slows all writes.",
                      "Look at the tenants' dashboard for a tenant that sends more than usual or in"
                          + " very small requests.",
                      "Add distributors or ingesters if the load has grown for good.")
                  .silence(
                      "During a rollout of ingesters, up to an hour. Watch the lag of the senders"));

  public static final Alert READS_SLOW =
      alert("StoreReadsSlow", Urgency.WARNING, slowest(StoreRequests.READS).above(5))
          .holding("15m")
          .summary(
              "One in a hundred queries to {{ $labels.namespace }} takes"
                  + " {{ $value | humanizeDuration }}")
          .description(
              "Dashboards load slowly. Rules that share the same queriers may be evaluated late,"
                  + " and their alerts with them.")
          .lookAt(Links.STORE)
          .runbook(
              means("For fifteen minutes, 1 % of all queries took longer than 5 seconds.")
                  .matters("People stop using dashboards that take that long.")
                  .steps(
                      "Look at the query frontend's log of slow queries: who asks what?",
                      "If one panel asks for too much, give it a recording rule to read.",
                      "If all are slow, compare the queriers' CPU and their number with the queue"
                          + " of the query scheduler, and add queriers.",
                      "If only long ranges are slow, look whether the compactor runs and whether"
                          + " the store gateways' caches are there.")
                  .silence(
                      "While a large report runs that you know of. Watch that failed reads stay at"
                          + " none."));

  public static final Alert COMPACTOR_NOT_RUNNING =
      alert("CompactorNotRunning", Urgency.WARNING, sinceCompaction().above(hours(6)))
          .holding("15m")
          .summary("No compactor of {{ $labels.namespace }} finished a run for 6 hours")
          .description(
              "Blocks of old samples pile up uncompacted, and what is past its retention is not"
                  + " deleted. Queries of long ranges grow slower by the day, and storage costs"
                  + " rise.")
          .lookAt(Links.STORE)
          .runbook(
              means(
                      "For six hours no compactor has finished a run over all tenants, although"
                          + " one is due each hour.")
                  .matters(
                      "Nobody feels it today. After some days each query opens hundreds of small"
                          + " blocks, and reads become slow, then fail.")
                  .steps(
                      "Look whether compactor pods run, and at their logs for the tenant and block"
                          + " at which they stop.",
                      "If a disk is full, enlarge it: a compactor needs room for the blocks that it"
                          + " puts together.",
                      "If a block is broken, mark it for no compaction and go on without it.",
                      "If a run is only long, add compactors: each takes a part of the tenants.")
                  .silence(
                      "For a day while a large backlog is worked off and the logs show progress."
                          + " Watch the age of compaction on the pipeline dashboard."));

  public static final Alert BUCKET_INDEX_STALE =
      alert("BucketIndexStale", Urgency.CRITICAL, sinceBucketIndex().above(minutes(35)))
          .holding("5m")
          .summary(
              "The list of blocks of {{ $labels.user }} is"
                  + " {{ $value | humanizeDuration }} old")
          .description(
              "Queriers refuse a list of blocks that is older than an hour. Then all queries of"
                  + " this tenant that reach beyond the last hours fail.")
          .lookAt(Links.STORE, Links.TENANTS)
          .runbook(
              means(
                      "The list of a tenant's blocks, which the compactor writes every quarter of"
                          + " an hour, was missed at least twice.")
                  .matters(
                      "At an age of an hour the tenant's queries fail: dashboards over a day or"
                          + " more show errors, and rules with long ranges do not run.")
                  .steps(
                      "Look at the compactors' logs for the tenant's name and the words bucket"
                          + " index.",
                      "Look whether all compactors are active members of their ring; the tenant may"
                          + " belong to one that is gone.",
                      "Look whether the object storage answers, and whether keys have expired.",
                      "Restart the compactor that owns the tenant if it hangs.")
                  .silence(
                      "Only for a tenant that is being deleted. Watch the failed reads of the"
                          + " store."));

  public static final Alert RING_MEMBERS_UNHEALTHY =
      alert(
              "RingMembersUnhealthy",
              Urgency.WARNING,
              max(metric(Mimir.RING_MEMBERS).where(is(STATE, "Unhealthy")))
                  .by(CLUSTER, NAMESPACE, NAME)
                  .above(0))
          .holding("15m")
          .summary(
              "{{ $value | humanize }} members of the ring {{ $labels.name }} in"
                  + " {{ $labels.namespace }} are unhealthy")
          .description(
              "A pod of the store stopped without saying goodbye. Others still count on it: with"
                  + " one more ingester gone, writes and queries fail for all tenants.")
          .lookAt(Links.STORE)
          .runbook(
              means(
                      "For fifteen minutes a ring has had a member that sends no sign of life and"
                          + " did not leave.")
                  .matters(
                      "The store bears one missing member of three. It is not allowed to roll out"
                          + " anything before the ring is whole.")
                  .steps(
                      "Open the ring's page of the store, for ingesters /ingester/ring, and note"
                          + " the member.",
                      "Look at its pod: is it pending, out of memory, or on a node that is gone?",
                      "Bring the pod back with its disk; it finds its place in the ring again.",
                      "Only if the pod will never come back, press Forget on the ring's page; for"
                          + " ingesters one at a time.")
                  .silence(
                      "While a node is being replaced, for an hour. Watch failed writes and that no"
                          + " second member goes."));

  public static final Alert INGESTER_NEAR_LIMIT =
      alert("IngesterNearSeriesLimit", Urgency.WARNING, ingesterUse().above(0.8))
          .holding("15m")
          .summary("{{ $labels.pod }} holds {{ $value | humanizePercentage }} of the series it may")
          .description(
              "At 100 % the ingester refuses every new series, whoever sends it. New workloads"
                  + " and nodes of all tenants would be missing from dashboards and alerts.")
          .lookAt(Links.STORE, Links.TENANTS_ANYWHERE)
          .runbook(
              means(
                      "For fifteen minutes an ingester has held more than 80 % of the series that"
                          + " its instance limit allows.")
                  .matters("The limit spares it from running out of memory, at all tenants' cost.")
                  .steps(
                      "Look on the tenants' dashboard which tenant has grown, and ask why.",
                      "If growth is wanted, add ingesters: the series spread over them within"
                          + " hours.",
                      "If it is one tenant's accident, lower its limit of series for now.",
                      "Raise the instance limit only together with the memory of the pods.")
                  .silence(
                      "While new ingesters take over, up to three hours. Watch that the share"
                          + " falls."));

  public static final Alert INGESTER_REFUSING =
      alert(
              "IngesterRefusing",
              Urgency.CRITICAL,
              sum(rate(metric(Mimir.INGESTER_INSTANCE_REJECTED_REQUESTS_TOTAL), "5m"))
                  .by(CLUSTER, NAMESPACE, REPLICA, REASON)
                  .above(0))
          .holding("5m")
          .summary("{{ $labels.pod }} refuses requests: {{ $labels.reason }}")
          .description(
              "The ingester is at a limit that protects it from breaking down, and turns requests"
                  + " of all tenants away. With a second one like it, writes fail.")
          .lookAt(Links.STORE, Links.TENANTS_ANYWHERE)
          .runbook(
              means(
                      "For five minutes an ingester has refused requests because of an instance"
                          + " limit; the reason names it.")
                  .matters(
                      "Series that are new, or all samples, do not get in. Nobody outside of the"
                          + " store sees why.")
                  .steps(
                      "ingester_max_series: see the alert IngesterNearSeriesLimit; add ingesters"
                          + " at once.",
                      "ingester_max_inflight_push_requests: the ingester is slow; look at its CPU"
                          + " and its disk.",
                      "ingester_max_ingestion_rate or ingester_max_tenants: look on the tenants'"
                          + " dashboard who has begun to send.",
                      "Look whether all ingesters carry the same load; one that carries more may"
                          + " have just restarted.")
                  .silence("Never: samples are lost meanwhile. Watch failed writes."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("metrics-store", "The metrics store", "observability")
        .reading(Audience.OPERATOR)
        .groups(
            group("metrics-store-requests", WRITES_FAILING, READS_FAILING, WRITES_SLOW, READS_SLOW),
            group(
                "metrics-store-parts",
                COMPACTOR_NOT_RUNNING,
                BUCKET_INDEX_STALE,
                RING_MEMBERS_UNHEALTHY,
                INGESTER_NEAR_LIMIT,
                INGESTER_REFUSING),
            group("metrics-store-ruler", StoreRuler.ALERTS))
        .tests(tests());
  }

  private static List<RuleTest> tests() {
    return Stream.of(MetricsStoreTests.tests(), StoreRulerTests.tests())
        .flatMap(List::stream)
        .toList();
  }

  private static Series failedShare(Condition which) {
    return sum(rate(
            metric(Mimir.REQUEST_DURATION_SECONDS.count()).where(which, StoreRequests.FAILED),
            "5m"))
        .by(CLUSTER, NAMESPACE)
        .dividedBy(
            sum(rate(metric(Mimir.REQUEST_DURATION_SECONDS.count()).where(which), "5m"))
                .by(CLUSTER, NAMESPACE))
        .on(CLUSTER, NAMESPACE);
  }

  /** One in a hundred requests takes longer. */
  private static Series slowest(Condition which) {
    return histogramQuantile(
        0.99,
        sum(rate(metric(Mimir.REQUEST_DURATION_SECONDS.bucket()).where(which), "5m"))
            .by(CLUSTER, NAMESPACE, LE));
  }

  /** A compactor that restarts forgets when it last ran: what it said before counts, too. */
  private static Series sinceCompaction() {
    return now()
        .minus(
            max(maxOverTime(metric(Mimir.COMPACTOR_LAST_SUCCESSFUL_RUN_TIMESTAMP_SECONDS), "1d"))
                .by(CLUSTER, NAMESPACE));
  }

  /** Tenants move from one compactor to another, and take no age with them. */
  private static Series sinceBucketIndex() {
    return now()
        .minus(
            max(maxOverTime(
                    metric(Mimir.BUCKET_INDEX_LAST_SUCCESSFUL_UPDATE_TIMESTAMP_SECONDS), "15m"))
                .by(CLUSTER, NAMESPACE, TENANT)
                .above(0));
  }

  private static Series ingesterUse() {
    return max(metric(Mimir.INGESTER_MEMORY_SERIES))
        .by(CLUSTER, NAMESPACE, REPLICA)
        .dividedBy(
            max(metric(Mimir.INGESTER_INSTANCE_LIMITS).where(is(LIMIT, "max_series")))
                .by(CLUSTER, NAMESPACE, REPLICA)
                .above(0))
        .on(CLUSTER, NAMESPACE, REPLICA);
  }

  private static double hours(int count) {
    return count * 3600.0;
  }

  private static double minutes(int count) {
    return count * 60.0;
  }
}
