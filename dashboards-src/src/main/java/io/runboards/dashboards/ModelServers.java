package io.runboards.dashboards;

import static io.runboards.catalog.Labels.FINISHED_REASON;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.MODEL_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.histogramQuantile;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Nim;
import io.runboards.catalog.Unit;
import io.runboards.catalog.Vllm;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import java.util.List;
import java.util.stream.Stream;

/**
 * The chosen models, whether vLLM or NIM serves them: both measure the same under other names.
 *
 * @param key the labels that tell the series apart
 */
record ModelServers(List<Label> key) {
  static final ModelServers MODELS = new ModelServers(List.of(NAMESPACE, MODEL_NAME));
  static final ModelServers REPLICAS = new ModelServers(List.of(NAMESPACE, REPLICA, MODEL_NAME));

  private static final Metric SERVERS =
      Metric.gauge("", Unit.COUNT, AnySeries.METRIC, NAMESPACE, MODEL_NAME);
  private static final Condition OF_BOTH =
      matches(AnySeries.METRIC, "(vllm:)?num_requests_running");

  static final ValuesOf NAMESPACES =
      valuesOf(NAMESPACE, SERVERS).where(OF_BOTH).titled("Namespace").multi().orAll();
  static final ValuesOf NAMES =
      valuesOf(MODEL_NAME, SERVERS)
          .where(OF_BOTH)
          .named("model")
          .titled("Model")
          .within(NAMESPACES)
          .multi()
          .orAll();

  private static final String WINDOW = "$__rate_interval";

  Series running() {
    return either(now(Vllm.NUM_REQUESTS_RUNNING), now(Nim.NUM_REQUESTS_RUNNING));
  }

  Series waiting() {
    return either(now(Vllm.NUM_REQUESTS_WAITING), now(Nim.NUM_REQUESTS_WAITING));
  }

  /** The fullest replica's share of the cache. When it is full, requests wait or are put back. */
  Series cache() {
    return either(fullest(Vllm.KV_CACHE_USAGE_PERC), fullest(Nim.GPU_CACHE_USAGE_PERC));
  }

  /** Finished requests a second, however they ended. */
  Series requests() {
    return either(
        perSecond(chosen(Vllm.REQUEST_SUCCESS_TOTAL)), perSecond(chosen(Nim.REQUEST_FINISH_TOTAL)));
  }

  /** The part of the finished requests that got no complete answer. */
  Series failedShare() {
    Series aborted =
        perSecond(
            chosen(Vllm.REQUEST_SUCCESS_TOTAL).where(matches(FINISHED_REASON, "abort|error")));
    return either(aborted, perSecond(chosen(Nim.REQUEST_FAILURE_TOTAL)))
        .or(requests().times(0))
        .on(key)
        .dividedBy(requests().above(0))
        .on(key);
  }

  /** Tokens a second. */
  Series written() {
    return either(
        perSecond(chosen(Vllm.GENERATION_TOKENS_TOTAL)),
        perSecond(chosen(Nim.GENERATION_TOKENS_TOTAL)));
  }

  /** Tokens a second. */
  Series read() {
    return either(
        perSecond(chosen(Vllm.PROMPT_TOKENS_TOTAL)), perSecond(chosen(Nim.PROMPT_TOKENS_TOTAL)));
  }

  Series firstToken(double share) {
    return either(
        quantile(share, Vllm.TIME_TO_FIRST_TOKEN_SECONDS),
        quantile(share, Nim.TIME_TO_FIRST_TOKEN_SECONDS));
  }

  Series eachToken(double share) {
    return either(
        quantile(share, Vllm.REQUEST_TIME_PER_OUTPUT_TOKEN_SECONDS),
        quantile(share, Nim.TIME_PER_OUTPUT_TOKEN_SECONDS));
  }

  Series answer(double share) {
    return either(
        quantile(share, Vllm.E2E_REQUEST_LATENCY_SECONDS),
        quantile(share, Nim.E2E_REQUEST_LATENCY_SECONDS));
  }

  private Series either(Series vllm, Series nim) {
    return vllm.or(nim).on(key);
  }

  private Series now(Metric metric) {
    return sum(chosen(metric)).by(key);
  }

  private Series fullest(Metric metric) {
    return max(chosen(metric)).by(key);
  }

  private Series perSecond(Selected counter) {
    return sum(rate(counter, WINDOW)).by(key);
  }

  private Series quantile(double share, Metric histogram) {
    List<Label> buckets = Stream.concat(key.stream(), Stream.of(LE)).toList();
    return histogramQuantile(share, sum(rate(chosen(histogram.bucket()), WINDOW)).by(buckets));
  }

  private static Selected chosen(Metric metric) {
    return metric(metric).where(Variable.chosen(NAMESPACES, NAMES));
  }
}
