package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.LIMIT;
import static io.runboards.catalog.Labels.NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Labels.STATE;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.maxOverTime;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.now;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Mimir;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Urgency;
import java.util.List;

/** Whether the parts of a metrics store are there, do their work and have room. */
final class StoreParts {
  static final Alert COMPACTOR_NOT_RUNNING =
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

  static final Alert BUCKET_INDEX_STALE =
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

  static final Alert RING_MEMBERS_UNHEALTHY =
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

  static final Alert INGESTER_NEAR_LIMIT =
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

  static final Alert INGESTER_REFUSING =
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

  static final List<Alert> ALERTS =
      List.of(
          COMPACTOR_NOT_RUNNING,
          BUCKET_INDEX_STALE,
          RING_MEMBERS_UNHEALTHY,
          INGESTER_NEAR_LIMIT,
          INGESTER_REFUSING);

  private StoreParts() {}

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
