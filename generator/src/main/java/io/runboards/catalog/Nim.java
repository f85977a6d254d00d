package io.runboards.catalog;

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

/**
 * NVIDIA NIM for language models; namespace and pod are added by the scrape.
 *
 * <p>The names have no prefix: choose the job or the namespace in each query.
 */
public final class Nim {
  public static final Metric NUM_REQUESTS_RUNNING =
      gauge("num_requests_running", COUNT, MODEL_NAME, NAMESPACE, REPLICA)
          .help("Requests being worked on");

  public static final Metric NUM_REQUESTS_WAITING =
      gauge("num_requests_waiting", COUNT, MODEL_NAME, NAMESPACE, REPLICA)
          .help("Requests in the queue");

  public static final Metric NUM_REQUEST_MAX =
      gauge("num_request_max", COUNT, MODEL_NAME, NAMESPACE, REPLICA)
          .help("Requests that can be worked on at once");

  public static final Metric GPU_CACHE_USAGE_PERC =
      gauge("gpu_cache_usage_perc", RATIO, MODEL_NAME, NAMESPACE, REPLICA)
          .help("Share of the KV cache in use")
          .note("0 to 1, although the name says percent.");

  public static final Metric TIME_TO_FIRST_TOKEN_SECONDS =
      histogram("time_to_first_token_seconds", SECONDS, MODEL_NAME, NAMESPACE, REPLICA)
          .help("Time from request to the first token");

  public static final Metric TIME_PER_OUTPUT_TOKEN_SECONDS =
      histogram("time_per_output_token_seconds", SECONDS, MODEL_NAME, NAMESPACE, REPLICA)
          .help("Time for each token after the first");

  public static final Metric E2E_REQUEST_LATENCY_SECONDS =
      histogram("e2e_request_latency_seconds", SECONDS, MODEL_NAME, NAMESPACE, REPLICA)
          .help("Time from request to complete answer");

  public static final Metric PROMPT_TOKENS_TOTAL =
      counter("prompt_tokens_total", TOKENS, MODEL_NAME, NAMESPACE, REPLICA).help("Tokens read");

  public static final Metric GENERATION_TOKENS_TOTAL =
      counter("generation_tokens_total", TOKENS, MODEL_NAME, NAMESPACE, REPLICA)
          .help("Tokens written");

  public static final Metric REQUEST_FINISH_TOTAL =
      counter("request_finish_total", COUNT, MODEL_NAME, NAMESPACE, REPLICA, FINISHED_REASON)
          .help("Requests that ended, by reason");

  public static final Metric REQUEST_SUCCESS_TOTAL =
      counter("request_success_total", COUNT, MODEL_NAME, NAMESPACE, REPLICA)
          .help("Requests that ended by a stop or at their length");

  public static final Metric REQUEST_FAILURE_TOTAL =
      counter("request_failure_total", COUNT, MODEL_NAME, NAMESPACE, REPLICA)
          .help("Requests that ended for another reason")
          .note(
              "It may be missing until the first failure: 0 * request_success_total stands in for"
                  + " it.");

  private Nim() {}
}
