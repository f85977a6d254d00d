package io.runboards.catalog;

import static io.runboards.catalog.Labels.API_BASE;
import static io.runboards.catalog.Labels.API_KEY_ALIAS;
import static io.runboards.catalog.Labels.API_PROVIDER;
import static io.runboards.catalog.Labels.CLIENT_IP;
import static io.runboards.catalog.Labels.END_USER;
import static io.runboards.catalog.Labels.EXCEPTION_CLASS;
import static io.runboards.catalog.Labels.EXCEPTION_STATUS;
import static io.runboards.catalog.Labels.FALLBACK_MODEL;
import static io.runboards.catalog.Labels.HASHED_API_KEY;
import static io.runboards.catalog.Labels.LITELLM_MODEL_NAME;
import static io.runboards.catalog.Labels.MODEL;
import static io.runboards.catalog.Labels.MODEL_GROUP;
import static io.runboards.catalog.Labels.MODEL_ID;
import static io.runboards.catalog.Labels.ORG_ALIAS;
import static io.runboards.catalog.Labels.ORG_ID;
import static io.runboards.catalog.Labels.REQUESTED_MODEL;
import static io.runboards.catalog.Labels.ROUTE;
import static io.runboards.catalog.Labels.STATUS_CODE;
import static io.runboards.catalog.Labels.TEAM;
import static io.runboards.catalog.Labels.TEAM_ALIAS;
import static io.runboards.catalog.Labels.USER;
import static io.runboards.catalog.Labels.USER_AGENT;
import static io.runboards.catalog.Labels.USER_EMAIL;
import static io.runboards.catalog.Metric.code;
import static io.runboards.catalog.Metric.counter;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Metric.histogram;
import static io.runboards.catalog.Unit.COUNT;
import static io.runboards.catalog.Unit.DOLLARS;
import static io.runboards.catalog.Unit.SECONDS;
import static io.runboards.catalog.Unit.TOKENS;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

/**
 * The LiteLLM gateway in front of model servers and providers, as of 2026.
 *
 * <p>Most series name persons and keys: never show them bare. The gateway can leave labels out
 * ({@code prometheus_metrics_config}), and older versions lack some of them.
 */
public final class LiteLlm {
  private static final Label[] TOKEN_LABELS = {
    END_USER,
    HASHED_API_KEY,
    API_KEY_ALIAS,
    MODEL,
    TEAM,
    TEAM_ALIAS,
    USER,
    USER_EMAIL,
    REQUESTED_MODEL,
    MODEL_ID,
    ORG_ID,
    ORG_ALIAS
  };
  private static final Label[] API_CALL_LABELS = {
    MODEL,
    HASHED_API_KEY,
    API_KEY_ALIAS,
    TEAM,
    TEAM_ALIAS,
    REQUESTED_MODEL,
    END_USER,
    USER,
    MODEL_ID,
    ORG_ID,
    ORG_ALIAS
  };
  private static final Label[] REQUEST_LABELS = {
    END_USER,
    HASHED_API_KEY,
    API_KEY_ALIAS,
    REQUESTED_MODEL,
    TEAM,
    TEAM_ALIAS,
    USER,
    MODEL,
    MODEL_ID,
    ORG_ID,
    ORG_ALIAS
  };
  private static final Label[] DEPLOYMENT_REQUEST_LABELS = {
    REQUESTED_MODEL,
    LITELLM_MODEL_NAME,
    MODEL_ID,
    API_BASE,
    API_PROVIDER,
    HASHED_API_KEY,
    API_KEY_ALIAS,
    TEAM,
    TEAM_ALIAS,
    CLIENT_IP,
    USER_AGENT
  };
  private static final Label[] FALLBACK_LABELS = {
    REQUESTED_MODEL,
    FALLBACK_MODEL,
    HASHED_API_KEY,
    API_KEY_ALIAS,
    TEAM,
    TEAM_ALIAS,
    EXCEPTION_STATUS,
    EXCEPTION_CLASS,
    MODEL_ID
  };
  private static final Label[] RATE_LIMIT_LABELS = {
    MODEL_GROUP, API_PROVIDER, API_BASE, LITELLM_MODEL_NAME, HASHED_API_KEY, API_KEY_ALIAS, MODEL_ID
  };
  private static final Label[] CACHE_LABELS = {
    MODEL, HASHED_API_KEY, API_KEY_ALIAS, TEAM, TEAM_ALIAS, END_USER, USER, MODEL_ID
  };

  // Requests of clients

  public static final Metric PROXY_TOTAL_REQUESTS_METRIC_TOTAL =
      counter(
              "litellm_proxy_total_requests_metric_total",
              COUNT,
              END_USER,
              HASHED_API_KEY,
              API_KEY_ALIAS,
              REQUESTED_MODEL,
              TEAM,
              TEAM_ALIAS,
              USER,
              STATUS_CODE,
              USER_EMAIL,
              ROUTE,
              CLIENT_IP,
              USER_AGENT,
              MODEL_ID,
              ORG_ID,
              ORG_ALIAS)
          .help("Requests of clients");

  public static final Metric PROXY_FAILED_REQUESTS_METRIC_TOTAL =
      counter(
              "litellm_proxy_failed_requests_metric_total",
              COUNT,
              END_USER,
              HASHED_API_KEY,
              API_KEY_ALIAS,
              REQUESTED_MODEL,
              TEAM,
              TEAM_ALIAS,
              USER,
              USER_EMAIL,
              EXCEPTION_STATUS,
              EXCEPTION_CLASS,
              ROUTE,
              CLIENT_IP,
              USER_AGENT,
              MODEL_ID,
              ORG_ID,
              ORG_ALIAS)
          .help("Requests of clients that got no good answer");

  public static final Metric IN_FLIGHT_REQUESTS =
      gauge("litellm_in_flight_requests", COUNT).help("Requests being worked on");

  // Latency

  public static final Metric REQUEST_TOTAL_LATENCY_METRIC =
      histogram("litellm_request_total_latency_metric", SECONDS, REQUEST_LABELS)
          .help("Time from a client's request to its complete answer");

  public static final Metric LLM_API_LATENCY_METRIC =
      histogram("litellm_llm_api_latency_metric", SECONDS, API_CALL_LABELS)
          .help("Time that the provider took");

  public static final Metric LLM_API_TIME_TO_FIRST_TOKEN_METRIC =
      histogram("litellm_llm_api_time_to_first_token_metric", SECONDS, API_CALL_LABELS)
          .help("Time until the provider's first token")
          .note("Streamed answers only.");

  public static final Metric OVERHEAD_LATENCY_METRIC =
      histogram("litellm_overhead_latency_metric", SECONDS, RATE_LIMIT_LABELS)
          .help("Time that the gateway itself added")
          .note("Seconds, although its help text says milliseconds.");

  public static final Metric REQUEST_QUEUE_TIME_SECONDS =
      histogram("litellm_request_queue_time_seconds", SECONDS, REQUEST_LABELS)
          .help("Time that a request waited before it was worked on");

  // Tokens and money

  public static final Metric SPEND_METRIC_TOTAL =
      counter(
              "litellm_spend_metric_total",
              DOLLARS,
              END_USER,
              HASHED_API_KEY,
              API_KEY_ALIAS,
              MODEL,
              TEAM,
              TEAM_ALIAS,
              USER,
              USER_EMAIL,
              CLIENT_IP,
              USER_AGENT,
              MODEL_ID,
              API_PROVIDER,
              ORG_ID,
              ORG_ALIAS)
          .help("Cost of the requests");

  public static final Metric TOTAL_TOKENS_METRIC_TOTAL =
      counter("litellm_total_tokens_metric_total", TOKENS, TOKEN_LABELS)
          .help("Tokens read and written");

  public static final Metric INPUT_TOKENS_METRIC_TOTAL =
      counter("litellm_input_tokens_metric_total", TOKENS, TOKEN_LABELS).help("Tokens read");

  public static final Metric OUTPUT_TOKENS_METRIC_TOTAL =
      counter("litellm_output_tokens_metric_total", TOKENS, TOKEN_LABELS).help("Tokens written");

  public static final Metric REMAINING_TEAM_BUDGET_METRIC =
      gauge("litellm_remaining_team_budget_metric", DOLLARS, TEAM, TEAM_ALIAS)
          .between(NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .help("What a team may still spend");

  public static final Metric TEAM_MAX_BUDGET_METRIC =
      gauge("litellm_team_max_budget_metric", DOLLARS, TEAM, TEAM_ALIAS)
          .help("What a team may spend");

  public static final Metric REMAINING_API_KEY_BUDGET_METRIC =
      gauge("litellm_remaining_api_key_budget_metric", DOLLARS, HASHED_API_KEY, API_KEY_ALIAS)
          .between(NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .help("What a key may still spend");

  public static final Metric API_KEY_MAX_BUDGET_METRIC =
      gauge("litellm_api_key_max_budget_metric", DOLLARS, HASHED_API_KEY, API_KEY_ALIAS)
          .help("What a key may spend");

  public static final Metric PROVIDER_REMAINING_BUDGET_METRIC =
      gauge("litellm_provider_remaining_budget_metric", DOLLARS, API_PROVIDER)
          .between(NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .help("What may still be spent at a provider")
          .needs("a budget for the provider in the gateway's settings");

  // Deployments of models

  public static final Metric DEPLOYMENT_STATE =
      code("litellm_deployment_state", LITELLM_MODEL_NAME, MODEL_ID, API_BASE, API_PROVIDER)
          .between(0, 2)
          .help("0 healthy, 1 partial outage, 2 complete outage");

  public static final Metric DEPLOYMENT_TOTAL_REQUESTS_TOTAL =
      counter("litellm_deployment_total_requests_total", COUNT, DEPLOYMENT_REQUEST_LABELS)
          .help("Calls to a deployment");

  public static final Metric DEPLOYMENT_SUCCESS_RESPONSES_TOTAL =
      counter("litellm_deployment_success_responses_total", COUNT, DEPLOYMENT_REQUEST_LABELS)
          .help("Calls to a deployment that succeeded");

  public static final Metric DEPLOYMENT_FAILURE_RESPONSES_TOTAL =
      counter(
              "litellm_deployment_failure_responses_total",
              COUNT,
              REQUESTED_MODEL,
              LITELLM_MODEL_NAME,
              MODEL_ID,
              API_BASE,
              API_PROVIDER,
              EXCEPTION_STATUS,
              EXCEPTION_CLASS,
              HASHED_API_KEY,
              API_KEY_ALIAS,
              TEAM,
              TEAM_ALIAS,
              CLIENT_IP,
              USER_AGENT)
          .help("Calls to a deployment that failed");

  public static final Metric DEPLOYMENT_COOLED_DOWN_TOTAL =
      counter(
              "litellm_deployment_cooled_down_total",
              COUNT,
              LITELLM_MODEL_NAME,
              MODEL_ID,
              API_BASE,
              API_PROVIDER,
              EXCEPTION_STATUS)
          .help("Times that a deployment was taken out for a while after errors");

  public static final Metric DEPLOYMENT_LATENCY_PER_OUTPUT_TOKEN =
      histogram(
              "litellm_deployment_latency_per_output_token",
              SECONDS,
              LITELLM_MODEL_NAME,
              MODEL_ID,
              API_BASE,
              API_PROVIDER,
              HASHED_API_KEY,
              API_KEY_ALIAS,
              TEAM,
              TEAM_ALIAS,
              ORG_ID,
              ORG_ALIAS)
          .help("Time of a call divided by the tokens written");

  public static final Metric DEPLOYMENT_SUCCESSFUL_FALLBACKS_TOTAL =
      counter("litellm_deployment_successful_fallbacks_total", COUNT, FALLBACK_LABELS)
          .help("Requests that another model answered");

  public static final Metric DEPLOYMENT_FAILED_FALLBACKS_TOTAL =
      counter("litellm_deployment_failed_fallbacks_total", COUNT, FALLBACK_LABELS)
          .help("Requests that another model could not answer either");

  public static final Metric REMAINING_REQUESTS_METRIC =
      gauge("litellm_remaining_requests_metric", COUNT, RATE_LIMIT_LABELS)
          .help("Requests that the provider still allows");

  public static final Metric REMAINING_TOKENS_METRIC =
      gauge("litellm_remaining_tokens_metric", TOKENS, RATE_LIMIT_LABELS)
          .help("Tokens that the provider still allows");

  // Cache

  public static final Metric CACHE_HITS_METRIC_TOTAL =
      counter("litellm_cache_hits_metric_total", COUNT, CACHE_LABELS)
          .help("Requests answered from the cache");

  public static final Metric CACHE_MISSES_METRIC_TOTAL =
      counter("litellm_cache_misses_metric_total", COUNT, CACHE_LABELS)
          .help("Requests that the cache could not answer");

  private LiteLlm() {}
}
