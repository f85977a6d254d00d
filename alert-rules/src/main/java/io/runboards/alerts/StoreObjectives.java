package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.REMOTE_NAME;
import static io.runboards.catalog.Labels.ROUTE;
import static io.runboards.catalog.Labels.STATUS_CODE;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Queries.clampMin;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Example.example;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Objective.objective;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Mimir;
import io.runboards.catalog.PrometheusServer;
import io.runboards.dashboard.Installation;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import io.runboards.rules.Audience;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.Objective;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import java.util.stream.Stream;

/** What those who read metrics can rely on: they arrive, and queries are answered, and soon. */
public final class StoreObjectives implements RuleSource {
  /** The bound of a bucket: as the store writes it. */
  private static final String SOON = "2.5";

  private static final Metric REQUESTS = Mimir.REQUEST_DURATION_SECONDS.count();
  private static final Metric BUCKETS = Mimir.REQUEST_DURATION_SECONDS.bucket();
  private static final String QUERY = "prometheus_api_v1_query_range";
  private static final String PUSH = "api_v1_push";

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("store-objectives", "Objectives of the metrics store", "observability")
        .reading(Audience.OPERATOR)
        .objectives(delivery(), availability(), latency());
  }

  private static Objective delivery() {
    return objective("metrics-delivery", "Metrics delivery", 0.999)
        .each(REMOTE_NAME)
        .events("samples", window -> sent(PrometheusServer.REMOTE_STORAGE_SAMPLES_TOTAL, window))
        .bad(
            "were lost",
            window -> sent(PrometheusServer.REMOTE_STORAGE_SAMPLES_FAILED_TOTAL, window))
        .description("Dashboards and alerts that read the store have gaps that nothing fills.")
        .lookAt(Links.OBJECTIVES, Links.PIPELINE)
        .runbook(
            means("The store refused samples for good, and the senders gave them up.")
                .matters("What is lost cannot be sent again: bills and capacity plans miss it.")
                .steps(
                    "Open the pipeline dashboard: does one sender lose samples, or do all?",
                    "Read the sender's log for the answer of the store: a limit of the tenant, a"
                        + " label that is too long, samples out of order.",
                    "A limit: find the metric that grew on the cardinality dashboards, and drop it"
                        + " or raise the limit.",
                    "Samples that wait do not count here until they are lost: look at the lag as"
                        + " well.")
                .silence("Hardly ever: only while a sender that nobody reads is taken down."))
        .examples(
            example(
                    "one of two senders loses samples",
                    "mimir",
                    sender(PrometheusServer.REMOTE_STORAGE_SAMPLES_TOTAL, "0+15360x10", "p1"),
                    sender(PrometheusServer.REMOTE_STORAGE_SAMPLES_TOTAL, "0+15360x10", "p2"),
                    sender(PrometheusServer.REMOTE_STORAGE_SAMPLES_FAILED_TOTAL, "0+60x10", "p1"))
                .counts(1, 512),
            example(
                    "no sample was ever lost",
                    "mimir",
                    sender(PrometheusServer.REMOTE_STORAGE_SAMPLES_TOTAL, "0+15360x10", "p1"))
                .counts(0, 256));
  }

  private static Series sent(Metric samples, String window) {
    return sum(rate(metric(samples), window)).by(REMOTE_NAME);
  }

  private static Given sender(Metric metric, String values, String instance) {
    return series(metric, values, with(REMOTE_NAME, "mimir"), with(INSTANCE, instance));
  }

  private static Objective availability() {
    Condition route = StoreRequests.WRITES_AND_READS;
    return objective("store-availability", "Metrics store availability", 0.999)
        .each(CLUSTER, NAMESPACE)
        .events("requests", window -> perSecond(REQUESTS, window, route))
        .bad("failed", window -> perSecond(REQUESTS, window, route, StoreRequests.FAILED))
        .description("Senders must send again, and dashboards and rules fail to read.")
        .lookAt(Links.OBJECTIVES, Links.PIPELINE)
        .runbook(
            means("The store answered writes or queries with an error of its own.")
                .matters(
                    "Rules that cannot read do not alert, and senders that cannot write fall"
                        + " behind until they lose samples.")
                .steps(
                    "Open the pipeline dashboard: do writes fail, or reads?",
                    "Writes: look at members out of a ring and at the series that ingesters hold.",
                    "Reads: look at store gateways, at the object storage and at the age of the"
                        + " list of blocks.",
                    "Take back what was rolled out last if the errors began with it.")
                .silence("For a planned outage of the store. Senders keep about two hours."))
        .examples(
            example(
                    "one request of five fails",
                    "prod/mimir",
                    store(REQUESTS, "0+240x10", PUSH, with(STATUS_CODE, "200")),
                    store(REQUESTS, "0+60x10", QUERY, with(STATUS_CODE, "503")),
                    store(REQUESTS, "0+60x10", "ready", with(STATUS_CODE, "503")))
                .counts(1, 5),
            example(
                    "queries that are wrong are no failures",
                    "prod/mimir",
                    store(REQUESTS, "0+240x10", QUERY, with(STATUS_CODE, "200")),
                    store(REQUESTS, "0+60x10", QUERY, with(STATUS_CODE, "422")))
                .counts(0, 5));
  }

  private static Objective latency() {
    return objective("store-latency", "Metrics store latency", 0.99)
        .each(CLUSTER, NAMESPACE)
        .events("queries", window -> perSecond(REQUESTS, window, StoreRequests.READS))
        .bad("took longer than 2.5 seconds", StoreObjectives::slow)
        .description("Dashboards are slow to open, and rules are evaluated late.")
        .lookAt(Links.OBJECTIVES, Links.PIPELINE)
        .runbook(
            means("Queries took longer than a reader waits for a panel.")
                .matters("Rule groups that take longer than their interval skip evaluations.")
                .steps(
                    "Open the pipeline dashboard: are all reads slow since some moment, or some"
                        + " again and again?",
                    "All: look at the CPU of queriers and at the object storage; more queriers"
                        + " help if they are busy.",
                    "Some: find the queries in the log of the query frontend by their duration,"
                        + " and record what they calculate.")
                .silence("While many old blocks are read for a report that somebody waits for."))
        .examples(
            example(
                    "one query of ten is slow",
                    "prod/mimir",
                    store(REQUESTS, "0+600x10", QUERY),
                    store(BUCKETS, "0+540x10", QUERY, with(LE, SOON)),
                    store(BUCKETS, "0+600x10", QUERY, with(LE, "5")))
                .counts(1, 10),
            example(
                    "writes may be slow",
                    "prod/mimir",
                    store(REQUESTS, "0+600x10", QUERY),
                    store(BUCKETS, "0+600x10", QUERY, with(LE, SOON)),
                    store(REQUESTS, "0+600x10", PUSH),
                    store(BUCKETS, "0+60x10", PUSH, with(LE, SOON)))
                .counts(0, 10));
  }

  /** Differences of rates may be a hair below nothing. */
  private static Series slow(String window) {
    return clampMin(
        perSecond(REQUESTS, window, StoreRequests.READS)
            .minus(perSecond(BUCKETS, window, StoreRequests.READS, is(LE, SOON)))
            .on(CLUSTER, NAMESPACE),
        0);
  }

  private static Series perSecond(Metric counter, String window, Condition... which) {
    return sum(rate(metric(counter).where(which), window)).by(CLUSTER, NAMESPACE);
  }

  private static Given store(Metric metric, String values, String route, LabelValue... further) {
    return series(
        metric,
        values,
        Stream.concat(
                Stream.of(with(CLUSTER, "prod"), with(NAMESPACE, "mimir"), with(ROUTE, route)),
                Stream.of(further))
            .toArray(LabelValue[]::new));
  }
}
