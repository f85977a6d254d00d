package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.query.Queries.histogramQuantile;
import static io.runboards.query.Queries.metric;
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
                      "During a rollout of ingesters, up to an hour. Watch the lag of the"
                          + " senders."));

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

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("metrics-store", "The metrics store", "observability")
        .reading(Audience.OPERATOR)
        .groups(
            group("metrics-store-requests", WRITES_FAILING, READS_FAILING, WRITES_SLOW, READS_SLOW),
            group("metrics-store-parts", StoreParts.ALERTS),
            group("metrics-store-ruler", StoreRuler.ALERTS))
        .tests(tests());
  }

  private static List<RuleTest> tests() {
    return Stream.of(MetricsStoreTests.tests(), StorePartsTests.tests(), StoreRulerTests.tests())
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
}
