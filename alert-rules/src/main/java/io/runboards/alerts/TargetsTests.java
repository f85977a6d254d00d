package io.runboards.alerts;

import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.PrometheusServer.SCRAPE_SAMPLES_POST_METRIC_RELABELING;
import static io.runboards.catalog.PrometheusServer.TSDB_HEAD_SERIES;
import static io.runboards.catalog.PrometheusServer.UP;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Metric;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the alerts about targets do with given series. */
final class TargetsTests {
  private static final String GPUS = "nvidia-dcgm-exporter";

  private TargetsTests() {}

  static List<RuleTest> tests() {
    return Stream.of(targets(), sizes()).flatMap(List::stream).toList();
  }

  private static List<RuleTest> targets() {
    return List.of(
        test("two of twelve GPU exporters are down, and all of another job")
            .given(nodes("1x30", 0, 10))
            .given(nodes("0x30", 10, 12))
            .given(ofTarget(UP, "0x30", "blackbox", "elsewhere"))
            .silent("9m", Targets.DOWN)
            .fires("10m", Targets.DOWN, 2, with(JOB, GPUS)),
        test("one of eleven GPU exporters is down")
            .given(nodes("1x40", 0, 10))
            .given(nodes("0x40", 10, 11))
            .silent("40m", Targets.DOWN),
        test("the targets of a job are gone after half an hour")
            .given(nodes("1x30 stale", 0, 3))
            .given(ofTarget(UP, "0x60", "runai-metrics", "still there"))
            .silent("45m", Targets.GONE)
            .fires("46m", Targets.GONE, 3, with(JOB, GPUS)),
        test("one of three targets is gone")
            .given(nodes("1x30 stale", 0, 1))
            .given(nodes("1x60", 1, 3))
            .silent("1h", Targets.GONE));
  }

  private static List<RuleTest> sizes() {
    Metric stored = SCRAPE_SAMPLES_POST_METRIC_RELABELING;
    return List.of(
        test("two targets of a job have 12000 series together")
            .given(
                ofTarget(stored, "7000x40", "kube-state-metrics", "a"),
                ofTarget(stored, "5000x40", "kube-state-metrics", "b"),
                ofTarget(stored, "9000x40", "node-exporter", "a"))
            .silent("29m", Targets.OVER_BUDGET)
            .fires("30m", Targets.OVER_BUDGET, 12000, with(JOB, "kube-state-metrics"))
            .fires("40m", Targets.OVER_BUDGET, 12000, with(JOB, "kube-state-metrics")),
        test("a Prometheus has 60 % more series than a day ago")
            .every("5m")
            .given(ofTarget(TSDB_HEAD_SERIES, "100000x288 160000x12", "prometheus", "a"))
            .silent("24h30m", Targets.GROWING)
            .fires("24h35m", Targets.GROWING, 1.6, with(JOB, "prometheus"), with(INSTANCE, "a")),
        test("a Prometheus has 40 % more series than a day ago")
            .every("5m")
            .given(ofTarget(TSDB_HEAD_SERIES, "100000x288 140000x12", "prometheus", "a"))
            .silent("25h", Targets.GROWING));
  }

  private static List<Given> nodes(String values, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(node -> ofTarget(UP, values, GPUS, "gpu-node-" + node + ":9400"))
        .toList();
  }

  private static Given ofTarget(Metric metric, String values, String job, String instance) {
    LabelValue[] labels = {with(JOB, job), with(INSTANCE, instance)};
    return series(metric, values, labels);
  }
}
