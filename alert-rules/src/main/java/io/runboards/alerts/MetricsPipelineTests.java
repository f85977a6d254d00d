package io.runboards.alerts;

import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.REMOTE_NAME;
import static io.runboards.catalog.Labels.RULE_GROUP;
import static io.runboards.catalog.Labels.URL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_QUEUE_HIGHEST_SENT_TIMESTAMP_SECONDS;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_DROPPED_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_FAILED_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SHARDS_DESIRED;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SHARDS_MAX;
import static io.runboards.catalog.PrometheusServer.RULE_EVALUATION_FAILURES_TOTAL;
import static io.runboards.catalog.PrometheusServer.RULE_GROUP_INTERVAL_SECONDS;
import static io.runboards.catalog.PrometheusServer.RULE_GROUP_LAST_DURATION_SECONDS;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Metric;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleTest;
import java.util.List;
import java.util.stream.Stream;

/** What the alerts about a cluster's Prometheus do with given series. */
final class MetricsPipelineTests {
  private MetricsPipelineTests() {}

  static List<RuleTest> tests() {
    return Stream.of(sending(), rules()).flatMap(List::stream).toList();
  }

  private static List<RuleTest> sending() {
    return List.of(
        test("nothing was sent since the start")
            .given(sent(REMOTE_STORAGE_QUEUE_HIGHEST_SENT_TIMESTAMP_SECONDS, "0x20"))
            .silent("17m", MetricsPipeline.BEHIND)
            .fires("18m", MetricsPipeline.BEHIND, 1080, sender()),
        test("samples are sent after 100 seconds")
            .given(sent(REMOTE_STORAGE_QUEUE_HIGHEST_SENT_TIMESTAMP_SECONDS, "-100+60x40"))
            .silent("40m", MetricsPipeline.BEHIND),
        test("of 10000 samples 9 are refused and 6 too old")
            .given(
                sent(REMOTE_STORAGE_SAMPLES_TOTAL, "0+10000x20"),
                sent(REMOTE_STORAGE_SAMPLES_FAILED_TOTAL, "0+9x20"),
                dropped("0+6x20", "too_old"),
                dropped("0+5000x20", "dropped_series"))
            .silent("15m", MetricsPipeline.DROPPING)
            .fires("16m", MetricsPipeline.DROPPING, 0.0015, sender()),
        test("of 10000 samples 8 are refused")
            .given(
                sent(REMOTE_STORAGE_SAMPLES_TOTAL, "0+10000x40"),
                sent(REMOTE_STORAGE_SAMPLES_FAILED_TOTAL, "0+8x40"))
            .silent("40m", MetricsPipeline.DROPPING),
        test("60 of 50 shards are wanted")
            .given(
                sent(REMOTE_STORAGE_SHARDS_DESIRED, "60x20"),
                sent(REMOTE_STORAGE_SHARDS_MAX, "50x20"))
            .silent("14m", MetricsPipeline.SHARDS_MAXED)
            .fires("15m", MetricsPipeline.SHARDS_MAXED, 1.2, sender()),
        test("45 of 50 shards are wanted")
            .given(
                sent(REMOTE_STORAGE_SHARDS_DESIRED, "45x40"),
                sent(REMOTE_STORAGE_SHARDS_MAX, "50x40"))
            .silent("40m", MetricsPipeline.SHARDS_MAXED));
  }

  private static List<RuleTest> rules() {
    return List.of(
        test("a rule fails once a minute")
            .given(ofGroup(RULE_EVALUATION_FAILURES_TOTAL, "0+1x20"))
            .silent("10m", MetricsPipeline.RULES_FAILING)
            .fires("11m", MetricsPipeline.RULES_FAILING, 11, group()),
        test("a rule failed once, at the start")
            .given(ofGroup(RULE_EVALUATION_FAILURES_TOTAL, "0 1x30"))
            .silent("11m", MetricsPipeline.RULES_FAILING)
            .silent("30m", MetricsPipeline.RULES_FAILING),
        test("a group takes 57 of 60 seconds")
            .given(
                ofGroup(RULE_GROUP_LAST_DURATION_SECONDS, "57x20"),
                ofGroup(RULE_GROUP_INTERVAL_SECONDS, "60x20"))
            .silent("9m", MetricsPipeline.GROUP_SLOW)
            .fires("10m", MetricsPipeline.GROUP_SLOW, 0.95, group()),
        test("a group takes 51 of 60 seconds")
            .given(
                ofGroup(RULE_GROUP_LAST_DURATION_SECONDS, "51x30"),
                ofGroup(RULE_GROUP_INTERVAL_SECONDS, "60x30"))
            .silent("30m", MetricsPipeline.GROUP_SLOW));
  }

  private static Given sent(Metric metric, String values) {
    return series(metric, values, sender());
  }

  private static Given dropped(String values, String reason) {
    return series(
        REMOTE_STORAGE_SAMPLES_DROPPED_TOTAL,
        values,
        Stream.concat(Stream.of(sender()), Stream.of(with(REASON, reason)))
            .toArray(LabelValue[]::new));
  }

  private static Given ofGroup(Metric metric, String values) {
    return series(metric, values, group());
  }

  private static LabelValue[] sender() {
    return new LabelValue[] {
      with(JOB, "prometheus"),
      with(INSTANCE, "10.0.0.1:9090"),
      with(REMOTE_NAME, "store"),
      with(URL, "https://metrics.example.org/api/v1/push")
    };
  }

  private static LabelValue[] group() {
    return new LabelValue[] {
      with(JOB, "prometheus"),
      with(INSTANCE, "10.0.0.1:9090"),
      with(RULE_GROUP, "/etc/prometheus/rules/usage.yaml;runai-usage")
    };
  }
}
