package io.runboards.dashboards;

import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.REMOTE_NAME;
import static io.runboards.catalog.Labels.RULE_GROUP;
import static io.runboards.catalog.Labels.URL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_QUEUE_HIGHEST_SENT_TIMESTAMP_SECONDS;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_DROPPED_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_FAILED_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_PENDING;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SHARDS;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SHARDS_MAX;
import static io.runboards.catalog.PrometheusServer.RULE_GROUP_INTERVAL_SECONDS;
import static io.runboards.catalog.PrometheusServer.RULE_GROUP_LAST_DURATION_SECONDS;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Condition.isNot;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.now;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import java.util.List;

/** The Prometheus servers that write to the store, as series by server and target. */
final class Senders {
  static final ValuesOf SENDERS =
      valuesOf(INSTANCE, REMOTE_STORAGE_SAMPLES_TOTAL)
          .named("sender")
          .titled("Sender")
          .multi()
          .orAll();

  static final List<Label> KEY = List.of(JOB, INSTANCE, REMOTE_NAME, URL);

  /** What relabelling takes out on purpose. */
  private static final String INTENDED = "dropped_series";

  private static final String WINDOW = "$__rate_interval";

  private Senders() {}

  /** How old the newest sample is that was sent: a minute is the distance of two scrapes. */
  static Series lag() {
    return now().minus(each(REMOTE_STORAGE_QUEUE_HIGHEST_SENT_TIMESTAMP_SECONDS).above(0));
  }

  static Series pending() {
    return each(REMOTE_STORAGE_SAMPLES_PENDING);
  }

  /** Samples a second. */
  static Series sent() {
    return perSecond(chosen(REMOTE_STORAGE_SAMPLES_TOTAL));
  }

  /** Samples a second that will never arrive. */
  static Series lost() {
    Series dropped =
        perSecond(chosen(REMOTE_STORAGE_SAMPLES_DROPPED_TOTAL).where(isNot(REASON, INTENDED)));
    return orNone(perSecond(chosen(REMOTE_STORAGE_SAMPLES_FAILED_TOTAL)))
        .plus(orNone(dropped))
        .on(KEY);
  }

  /** At 1, sending cannot get any faster. */
  static Series shardUse() {
    return each(REMOTE_STORAGE_SHARDS).dividedBy(each(REMOTE_STORAGE_SHARDS_MAX)).on(KEY);
  }

  /** The part of its interval that the evaluation of a rule group takes. */
  static Series ruleGroupUse() {
    return ofGroups(RULE_GROUP_LAST_DURATION_SECONDS)
        .dividedBy(ofGroups(RULE_GROUP_INTERVAL_SECONDS))
        .on(JOB, INSTANCE, RULE_GROUP);
  }

  static Selected chosen(Metric metric) {
    return metric(metric).where(SENDERS.chosen());
  }

  private static Series ofGroups(Metric metric) {
    return max(chosen(metric)).by(JOB, INSTANCE, RULE_GROUP);
  }

  private static Series each(Metric metric) {
    return max(chosen(metric)).by(KEY);
  }

  private static Series perSecond(Selected counter) {
    return sum(rate(counter, WINDOW)).by(KEY);
  }

  private static Series orNone(Series perSecond) {
    return perSecond.or(sent().times(0)).on(KEY);
  }
}
