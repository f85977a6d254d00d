package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.FINISHED_REASON;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.MODEL_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Labels.WORKLOAD_TYPE;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Nim;
import io.runboards.catalog.Runai;
import io.runboards.catalog.Vllm;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleTest;
import java.util.List;
import java.util.stream.Stream;

/** What the rules about model servers do with given series. */
final class InferenceTests {
  private static final LabelValue[] LLAMA = {
    with(NAMESPACE, "runai-p1"), with(MODEL_NAME, "llama")
  };
  private static final LabelValue[] CHAT = {
    with(CLUSTER_ID, "c1"), with(WORKLOAD_ID, "w1"), with(WORKLOAD_NAME, "chat")
  };

  private InferenceTests() {}

  static List<RuleTest> all(Alert noTraffic) {
    return Stream.of(times(), failures(), load(), traffic(noTraffic))
        .flatMap(List::stream)
        .toList();
  }

  private static List<RuleTest> times() {
    return List.of(
        test("the slowest of a hundred answers take two and a half seconds")
            .given(times(Vllm.E2E_REQUEST_LATENCY_SECONDS, 150, 0.98, "2", "3"))
            .silent("5m", InferenceAlerts.P99_HIGH)
            .fires("6m", InferenceAlerts.P99_HIGH, 2.5, LLAMA),
        test("the slowest of a hundred answers of a NIM server take two and a half seconds")
            .given(times(Nim.E2E_REQUEST_LATENCY_SECONDS, 150, 0.98, "2", "3"))
            .fires("6m", InferenceAlerts.P99_HIGH, 2.5, LLAMA),
        test("the slowest of a hundred answers take one and a half seconds")
            .given(times(Vllm.E2E_REQUEST_LATENCY_SECONDS, 150, 0.98, "1", "2"))
            .silent("30m", InferenceAlerts.P99_HIGH),
        test("80 slow answers in ten minutes are too few to tell the slowest of a hundred")
            .given(times(Vllm.E2E_REQUEST_LATENCY_SECONDS, 8, 0.5, "2", "3"))
            .silent("30m", InferenceAlerts.P99_HIGH),
        test("one in twenty answers begins after one and a half seconds")
            .given(times(Vllm.TIME_TO_FIRST_TOKEN_SECONDS, 30, 0.9, "1", "2"))
            .silent("10m", InferenceAlerts.TTFT_P95_HIGH)
            .fires("11m", InferenceAlerts.TTFT_P95_HIGH, 1.5, LLAMA),
        test("one in twenty answers begins after three quarters of a second")
            .given(times(Vllm.TIME_TO_FIRST_TOKEN_SECONDS, 30, 0.9, "0.5", "1"))
            .silent("30m", InferenceAlerts.TTFT_P95_HIGH),
        test("ten late answers in ten minutes are too few to tell one in twenty")
            .given(times(Vllm.TIME_TO_FIRST_TOKEN_SECONDS, 1.5, 0.5, "1", "2"))
            .silent("30m", InferenceAlerts.TTFT_P95_HIGH));
  }

  private static List<RuleTest> failures() {
    return List.of(
        test("eight in a thousand requests are aborted or fail")
            .given(
                ended(Vllm.REQUEST_SUCCESS_TOTAL, "stop", "0+297.6x40"),
                ended(Vllm.REQUEST_SUCCESS_TOTAL, "abort", "0+1.8x40"),
                ended(Vllm.REQUEST_SUCCESS_TOTAL, "error", "0+0.6x40"))
            .silent("10m", InferenceAlerts.ERROR_RATIO_HIGH)
            .fires("11m", InferenceAlerts.ERROR_RATIO_HIGH, 0.008, LLAMA),
        test("eight in a thousand requests to a NIM server fail")
            .given(
                ended(Nim.REQUEST_FINISH_TOTAL, "stop", "0+300x40"),
                of(Nim.REQUEST_FAILURE_TOTAL, "0+2.4x40"))
            .fires("11m", InferenceAlerts.ERROR_RATIO_HIGH, 0.008, LLAMA),
        test("three in a thousand requests fail, and long answers are cut")
            .given(
                ended(Vllm.REQUEST_SUCCESS_TOTAL, "stop", "0+250x60"),
                ended(Vllm.REQUEST_SUCCESS_TOTAL, "length", "0+49.1x60"),
                ended(Vllm.REQUEST_SUCCESS_TOTAL, "error", "0+0.9x60"))
            .silent("1h", InferenceAlerts.ERROR_RATIO_HIGH),
        test("one failure among 150 requests in half an hour is no ratio")
            .given(
                ended(Vllm.REQUEST_SUCCESS_TOTAL, "stop", "0+5x60"),
                ended(Vllm.REQUEST_SUCCESS_TOTAL, "error", "0x20 1x40"))
            .silent("45m", InferenceAlerts.ERROR_RATIO_HIGH));
  }

  private static List<RuleTest> load() {
    return List.of(
        test("60 requests wait at two replicas")
            .given(
                of(Vllm.NUM_REQUESTS_WAITING, "35x20", with(REPLICA, "a")),
                of(Vllm.NUM_REQUESTS_WAITING, "25x20", with(REPLICA, "b")))
            .silent("4m", InferenceAlerts.QUEUE_DEEP)
            .fires("5m", InferenceAlerts.QUEUE_DEEP, 60, LLAMA),
        test("60 requests wait at a NIM server")
            .given(of(Nim.NUM_REQUESTS_WAITING, "60x20", with(REPLICA, "a")))
            .fires("5m", InferenceAlerts.QUEUE_DEEP, 60, LLAMA),
        test("40 requests wait")
            .given(of(Vllm.NUM_REQUESTS_WAITING, "40x20", with(REPLICA, "a")))
            .silent("20m", InferenceAlerts.QUEUE_DEEP),
        test("the cache of one of two replicas is full")
            .given(
                of(Vllm.KV_CACHE_USAGE_PERC, "0.97x20", with(REPLICA, "a")),
                of(Vllm.KV_CACHE_USAGE_PERC, "0.5x20", with(REPLICA, "b")))
            .silent("9m", InferenceAlerts.KV_CACHE_FULL)
            .fires("10m", InferenceAlerts.KV_CACHE_FULL, 0.97, replica("a")),
        test("the cache of a NIM server is full")
            .given(of(Nim.GPU_CACHE_USAGE_PERC, "0.97x20", with(REPLICA, "a")))
            .fires("10m", InferenceAlerts.KV_CACHE_FULL, 0.97, replica("a")),
        test("a cache that is nearly full")
            .given(of(Vllm.KV_CACHE_USAGE_PERC, "0.92x30", with(REPLICA, "a")))
            .silent("30m", InferenceAlerts.KV_CACHE_FULL));
  }

  private static List<RuleTest> traffic(Alert noTraffic) {
    return List.of(
        test("a model server has had nothing to do for seven hours")
            .given(
                workload(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD, "25200x20", "Inference"),
                workload(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "1x20", "Inference"))
            .silent("4m", noTraffic)
            .fires("5m", noTraffic, 25200, CHAT),
        test("a model server has had nothing to do for four hours")
            .given(
                workload(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD, "14400x20", "Inference"),
                workload(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "1x20", "Inference"))
            .silent("20m", noTraffic),
        test("a model server that is scaled to zero, and a notebook")
            .given(
                workload(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD, "25200x20", "Inference"),
                workload(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "0x20", "Inference"))
            .silent("20m", noTraffic),
        test("a notebook that has been idle for seven hours is no model server")
            .given(
                workload(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD, "25200x20", "Interactive"),
                workload(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "1x20", "Interactive"))
            .silent("20m", noTraffic));
  }

  /** Requests each minute, a share of them below a bound and the others up to the next one. */
  private static List<Given> times(
      Metric histogram, double requests, double share, String bound, String next) {
    return List.of(
        of(histogram.bucket(), growing(requests * share), with(LE, bound)),
        of(histogram.bucket(), growing(requests), with(LE, next)),
        of(histogram.bucket(), growing(requests), with(LE, "+Inf")),
        of(histogram.count(), growing(requests)));
  }

  private static String growing(double each) {
    return "0+" + each + "x40";
  }

  private static Given ended(Metric metric, String reason, String values) {
    return of(metric, values, with(FINISHED_REASON, reason));
  }

  private static LabelValue[] replica(String pod) {
    return joined(LLAMA, with(REPLICA, pod));
  }

  private static Given of(Metric metric, String values, LabelValue... more) {
    return series(metric, values, joined(LLAMA, more));
  }

  private static Given workload(Metric metric, String values, String type) {
    return series(metric, values, joined(CHAT, with(WORKLOAD_TYPE, type)));
  }

  private static LabelValue[] joined(LabelValue[] some, LabelValue... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(LabelValue[]::new);
  }
}
