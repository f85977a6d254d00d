package io.runboards.catalog;

import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.REMOTE_NAME;
import static io.runboards.catalog.Labels.RULE_GROUP;
import static io.runboards.catalog.Labels.URL;
import static io.runboards.catalog.Metric.counter;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Unit.BOOLEAN;
import static io.runboards.catalog.Unit.COUNT;
import static io.runboards.catalog.Unit.SECONDS;
import static io.runboards.catalog.Unit.SERIES;
import static io.runboards.catalog.Unit.UNIX_SECONDS;

/** Prometheus about itself: remote write, storage, rules, scrapes. */
public final class PrometheusServer {

  // Remote write

  public static final Metric REMOTE_STORAGE_SAMPLES_TOTAL =
      counter("prometheus_remote_storage_samples_total", COUNT, INSTANCE, JOB, REMOTE_NAME, URL)
          .help("Samples that remote write has sent or tried to send")
          .note("Flat means that nothing is sent. There is no remote_write_queue_samples_total.");

  public static final Metric REMOTE_STORAGE_SAMPLES_FAILED_TOTAL =
      counter(
              "prometheus_remote_storage_samples_failed_total",
              COUNT,
              INSTANCE,
              JOB,
              REMOTE_NAME,
              URL)
          .help("Samples lost after an error that is not retried");

  public static final Metric REMOTE_STORAGE_SAMPLES_RETRIED_TOTAL =
      counter(
              "prometheus_remote_storage_samples_retried_total",
              COUNT,
              INSTANCE,
              JOB,
              REMOTE_NAME,
              URL)
          .help("Samples sent again after an error");

  public static final Metric REMOTE_STORAGE_SAMPLES_DROPPED_TOTAL =
      counter(
              "prometheus_remote_storage_samples_dropped_total",
              COUNT,
              INSTANCE,
              JOB,
              REMOTE_NAME,
              URL,
              REASON)
          .help("Samples given up before sending: by relabelling, for their age, or by mistake");

  public static final Metric REMOTE_STORAGE_SAMPLES_PENDING =
      gauge("prometheus_remote_storage_samples_pending", COUNT, INSTANCE, JOB, REMOTE_NAME, URL)
          .help("Samples waiting to be sent");

  public static final Metric REMOTE_STORAGE_SHARDS =
      gauge("prometheus_remote_storage_shards", COUNT, INSTANCE, JOB, REMOTE_NAME, URL)
          .help("Parallel senders in use");

  public static final Metric REMOTE_STORAGE_SHARDS_MAX =
      gauge("prometheus_remote_storage_shards_max", COUNT, INSTANCE, JOB, REMOTE_NAME, URL)
          .help("Parallel senders allowed");

  public static final Metric REMOTE_STORAGE_SHARDS_DESIRED =
      gauge("prometheus_remote_storage_shards_desired", COUNT, INSTANCE, JOB, REMOTE_NAME, URL)
          .help("Parallel senders that would be needed");

  public static final Metric REMOTE_STORAGE_QUEUE_HIGHEST_SENT_TIMESTAMP_SECONDS =
      gauge(
              "prometheus_remote_storage_queue_highest_sent_timestamp_seconds",
              UNIX_SECONDS,
              INSTANCE,
              JOB,
              REMOTE_NAME,
              URL)
          .help("Time of the newest sample that was sent");

  public static final Metric REMOTE_STORAGE_HIGHEST_TIMESTAMP_IN_SECONDS =
      gauge("prometheus_remote_storage_highest_timestamp_in_seconds", UNIX_SECONDS, INSTANCE, JOB)
          .help("Time of the newest sample that is to be sent")
          .note("It has neither remote_name nor url: one value for all targets.")
          .deprecated(
              "since Prometheus 3.7; use prometheus_remote_storage_queue_highest_timestamp_seconds,"
                  + " which says it for each target");

  public static final Metric REMOTE_STORAGE_QUEUE_HIGHEST_TIMESTAMP_SECONDS =
      gauge(
              "prometheus_remote_storage_queue_highest_timestamp_seconds",
              UNIX_SECONDS,
              INSTANCE,
              JOB,
              REMOTE_NAME,
              URL)
          .help("Time of the newest sample that is to be sent to a target")
          .note("Since Prometheus 3.7.");

  // Storage

  public static final Metric TSDB_HEAD_SERIES =
      gauge("prometheus_tsdb_head_series", SERIES, INSTANCE, JOB).help("Series in memory");

  // Rules

  public static final Metric RULE_GROUP_LAST_DURATION_SECONDS =
      gauge("prometheus_rule_group_last_duration_seconds", SECONDS, INSTANCE, JOB, RULE_GROUP)
          .help("Duration of a group's last evaluation");

  public static final Metric RULE_GROUP_INTERVAL_SECONDS =
      gauge("prometheus_rule_group_interval_seconds", SECONDS, INSTANCE, JOB, RULE_GROUP)
          .help("Time between evaluations of a group");

  public static final Metric RULE_EVALUATION_FAILURES_TOTAL =
      counter("prometheus_rule_evaluation_failures_total", COUNT, INSTANCE, JOB, RULE_GROUP)
          .help("Rule evaluations that failed");

  // Scrapes

  public static final Metric UP =
      gauge("up", BOOLEAN, INSTANCE, JOB).help("Whether the last scrape succeeded");

  public static final Metric SCRAPE_SAMPLES_SCRAPED =
      gauge("scrape_samples_scraped", COUNT, INSTANCE, JOB)
          .help("Samples that the last scrape got");

  public static final Metric SCRAPE_SAMPLES_POST_METRIC_RELABELING =
      gauge("scrape_samples_post_metric_relabeling", COUNT, INSTANCE, JOB)
          .help("Samples of the last scrape that relabelling left: those that are stored");

  public static final Metric SCRAPE_SERIES_ADDED =
      gauge("scrape_series_added", SERIES, INSTANCE, JOB)
          .help("Series that the last scrape saw for the first time, roughly");

  private PrometheusServer() {}
}
