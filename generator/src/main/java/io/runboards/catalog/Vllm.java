package io.runboards.catalog;

import static io.runboards.catalog.Labels.ENGINE;
import static io.runboards.catalog.Labels.FINISHED_REASON;
import static io.runboards.catalog.Labels.MODEL_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Metric.counter;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Metric.histogram;
import static io.runboards.catalog.Unit.COUNT;
import static io.runboards.catalog.Unit.RATIO;
import static io.runboards.catalog.Unit.SECONDS;
import static io.runboards.catalog.Unit.TOKENS;

/** vLLM model servers; namespace and pod are added by the scrape. */
public final class Vllm {
  public static final Metric NUM_REQUESTS_RUNNING =
      gauge("vllm:num_requests_running", COUNT, MODEL_NAME, ENGINE, NAMESPACE, REPLICA)
          .help("Requests being worked on");

  public static final Metric NUM_REQUESTS_WAITING =
      gauge("vllm:num_requests_waiting", COUNT, MODEL_NAME, ENGINE, NAMESPACE, REPLICA)
          .help("Requests in the queue");

  public static final Metric KV_CACHE_USAGE_PERC =
      gauge("vllm:kv_cache_usage_perc", RATIO, MODEL_NAME, ENGINE, NAMESPACE, REPLICA)
          .help("Share of the KV cache in use")
          .note("0 to 1, although the name says percent.")
          .note("Older servers call it vllm:gpu_cache_usage_perc.");

  public static final Metric E2E_REQUEST_LATENCY_SECONDS =
      histogram("vllm:e2e_request_latency_seconds", SECONDS, MODEL_NAME, ENGINE, NAMESPACE, REPLICA)
          .help("Time from request to complete answer");

  public static final Metric TIME_TO_FIRST_TOKEN_SECONDS =
      histogram("vllm:time_to_first_token_seconds", SECONDS, MODEL_NAME, ENGINE, NAMESPACE, REPLICA)
          .help("Time from request to the first token");

  public static final Metric REQUEST_TIME_PER_OUTPUT_TOKEN_SECONDS =
      histogram(
              "vllm:request_time_per_output_token_seconds",
              SECONDS,
              MODEL_NAME,
              ENGINE,
              NAMESPACE,
              REPLICA)
          .help("Time for each token after the first, averaged over a request");

  public static final Metric PROMPT_TOKENS_TOTAL =
      counter("vllm:prompt_tokens_total", TOKENS, MODEL_NAME, ENGINE, NAMESPACE, REPLICA)
          .help("Tokens read");

  public static final Metric GENERATION_TOKENS_TOTAL =
      counter("vllm:generation_tokens_total", TOKENS, MODEL_NAME, ENGINE, NAMESPACE, REPLICA)
          .help("Tokens written");

  public static final Metric REQUEST_SUCCESS_TOTAL =
      counter(
              "vllm:request_success_total",
              COUNT,
              MODEL_NAME,
              ENGINE,
              NAMESPACE,
              REPLICA,
              FINISHED_REASON)
          .help("Requests that were answered");

  private Vllm() {}
}
