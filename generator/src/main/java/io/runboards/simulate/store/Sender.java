package io.runboards.simulate.store;

import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_HIGHEST_TIMESTAMP_IN_SECONDS;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_QUEUE_HIGHEST_SENT_TIMESTAMP_SECONDS;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_QUEUE_HIGHEST_TIMESTAMP_SECONDS;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_DROPPED_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_FAILED_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_PENDING;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_RETRIED_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SHARDS;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SHARDS_DESIRED;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SHARDS_MAX;
import static io.runboards.catalog.PrometheusServer.TSDB_HEAD_SERIES;

import io.runboards.catalog.Metric;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;

/** A Prometheus that scrapes the platform and sends what it finds to the store. */
public final class Sender implements Part {
  static final String JOB = "prometheus";

  private static final String NAME = "mimir";
  private static final String URL = "http://mimir:9009/api/v1/push";

  /** Series that have ended stay in memory for some hours. */
  private static final double ENDED = 0.12;

  private final Queue queue;
  private final Scraping scraping;
  private final Restarts restarts;
  private final Noise noise;
  private final Whole dropping = new Whole();
  private final PrometheusRules rules;

  private final Counter sent;
  private final Counter failed;
  private final Counter retried;
  private final Counter droppedOnPurpose;
  private final Counter tooOld;
  private final Gauge pending;
  private final Gauge shards;
  private final Gauge desired;
  private final Gauge newestSent;
  private final Gauge newestOfAll;
  private final Gauge newest;
  private final Gauge head;

  Sender(Target target, Queue queue, Scraping scraping, Noise noise) {
    this.queue = queue;
    this.scraping = scraping;
    this.noise = noise;
    this.restarts = new Restarts(target, noise);
    Group shown = target.always();
    this.rules = new PrometheusRules(shown, noise.of("rules"));
    this.sent = shown.counter(REMOTE_STORAGE_SAMPLES_TOTAL, NAME, URL);
    this.failed = shown.counter(REMOTE_STORAGE_SAMPLES_FAILED_TOTAL, NAME, URL);
    this.retried = shown.counter(REMOTE_STORAGE_SAMPLES_RETRIED_TOTAL, NAME, URL);
    this.droppedOnPurpose = dropped(shown, "dropped_series");
    this.tooOld = dropped(shown, "too_old");
    this.pending = ofQueue(shown, REMOTE_STORAGE_SAMPLES_PENDING);
    this.shards = ofQueue(shown, REMOTE_STORAGE_SHARDS);
    this.desired = ofQueue(shown, REMOTE_STORAGE_SHARDS_DESIRED);
    this.newestSent = ofQueue(shown, REMOTE_STORAGE_QUEUE_HIGHEST_SENT_TIMESTAMP_SECONDS);
    this.newest = ofQueue(shown, REMOTE_STORAGE_QUEUE_HIGHEST_TIMESTAMP_SECONDS);
    this.newestOfAll = shown.gauge(REMOTE_STORAGE_HIGHEST_TIMESTAMP_IN_SECONDS);
    this.head = shown.gauge(TSDB_HEAD_SERIES);
    ofQueue(shown, REMOTE_STORAGE_SHARDS_MAX).set(Queue.MOST_SHARDS);
  }

  private static Gauge ofQueue(Group shown, Metric metric) {
    return shown.gauge(metric, NAME, URL);
  }

  private static Counter dropped(Group shown, String reason) {
    return shown.counter(REMOTE_STORAGE_SAMPLES_DROPPED_TOTAL, NAME, URL, reason);
  }

  /** What waits to be sent. */
  public Queue queue() {
    return queue;
  }

  /** The rules that it evaluates. */
  public PrometheusRules rules() {
    return rules;
  }

  @Override
  public void calm() {
    rules.calm();
  }

  @Override
  public void advance(Moment now) {
    restarts.advance(now);
    rules.advance(now);
    sent.add(queue.tried());
    failed.add(queue.failed());
    retried.add(queue.retried());
    tooOld.add(queue.tooOld());
    droppedOnPurpose.add(dropping.of(scraping.recorded() / Tenant.INTERVAL * now.step()));
    pending.set(queue.pending());
    shards.set(queue.shards());
    desired.set(queue.desiredShards());
    newestSent.set(queue.newest());
    newest.set(now.second());
    newestOfAll.set(now.second());
    double ended = ENDED * (0.7 + 0.6 * noise.smooth(now.second(), 7200));
    head.set(Math.rint(scraping.series() * (1 + ended) + scraping.recorded()));
  }
}
