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
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.histogramQuantile;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.Runbook.means;
import static io.runboards.rules.Urgency.INFO;
import static io.runboards.rules.Urgency.WARNING;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Nim;
import io.runboards.catalog.Runai;
import io.runboards.catalog.Vllm;
import io.runboards.dashboard.Installation;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import java.util.List;

/**
 * Models that answer slowly or not at all, and servers that nobody asks, for vLLM and NIM.
 *
 * <p>None of them pages: what breaks the promise to users does, by the objectives. These make
 * tickets, and so wait until enough requests have come to judge by.
 */
public final class InferenceAlerts implements RuleSource {
  private static final List<Label> MODEL = List.of(NAMESPACE, MODEL_NAME);
  private static final List<Label> MODEL_BUCKETS = List.of(NAMESPACE, MODEL_NAME, LE);
  private static final List<Label> REPLICAS = List.of(NAMESPACE, REPLICA, MODEL_NAME);
  private static final String WINDOW = "10m";
  private static final String LONG_WINDOW = "30m";

  static final Alert P99_HIGH =
      alert(
              "InferenceP99High",
              WARNING,
              quantile(0.99, Vllm.E2E_REQUEST_LATENCY_SECONDS, Nim.E2E_REQUEST_LATENCY_SECONDS, 100)
                  .above(2))
          .holding("5m")
          .summary(
              "One in a hundred answers of {{ $labels.model_name }} takes more than"
                  + " {{ $value | humanizeDuration }}")
          .description(
              "The slowest hundredth of the answers of this model in {{ $labels.namespace }} takes"
                  + " more than two seconds. Programs that wait for whole answers may give up."
                  + " For people who read along, the time to the first token says more.")
          .lookAt(Links.MODEL)
          .runbook(
              means(
                      "The 99th percentile of the time to the complete answer was above two"
                          + " seconds for five minutes, over ten minutes with at least a hundred"
                          + " requests.")
                  .matters(
                      "Requests near the end of the scale reach the time limits of those who"
                          + " ask.")
                  .steps(
                      "Compare with the time to the first token on the dashboard: if that is short,"
                          + " the answers are long, not slow.",
                      "If requests wait, add replicas: `kubectl -n <namespace> get pods` shows how"
                          + " many there are.",
                      "If one replica is slower than the others, examine its GPU: `kubectl -n"
                          + " <namespace> exec <pod> -- nvidia-smi -q -d PERFORMANCE,CLOCK`.",
                      "If the model's answers are long by nature, limit max_tokens, or have those"
                          + " who ask read the answer as a stream.")
                  .silence("For models that write long answers by design, for that model."));

  static final Alert TTFT_P95_HIGH =
      alert(
              "InferenceTtftP95High",
              WARNING,
              quantile(0.95, Vllm.TIME_TO_FIRST_TOKEN_SECONDS, Nim.TIME_TO_FIRST_TOKEN_SECONDS, 20)
                  .above(1))
          .holding("10m")
          .summary(
              "{{ $labels.model_name }} begins one in twenty answers after more than"
                  + " {{ $value | humanizeDuration }}")
          .description(
              "One in twenty users of this model in {{ $labels.namespace }} waits more than a"
                  + " second before anything appears. That is what people feel as slow.")
          .lookAt(Links.MODEL)
          .runbook(
              means(
                      "The 95th percentile of the time to the first token was above one second for"
                          + " ten minutes, over ten minutes with at least 20 requests.")
                  .matters("Users leave or ask again, which makes it worse.")
                  .steps(
                      "See on the dashboard whether requests wait. If so, add replicas.",
                      "See whether the KV cache is full: then requests are put back and begun anew."
                          + " Lower --max-num-seqs or --max-model-len, or add replicas.",
                      "See whether prompts have become longer: reading them is what happens before"
                          + " the first token. Prefix caching and chunked prefill help.",
                      "See whether new replicas load the model just now: `kubectl -n <namespace>"
                          + " get pods` and `kubectl -n <namespace> logs <pod> --tail=20`.")
                  .silence("While a new version of the model is rolled out."));

  /** One failure among 200 requests is the limit itself: fewer requests cannot tell. */
  static final Alert ERROR_RATIO_HIGH =
      alert(
              "InferenceErrorRatioHigh",
              WARNING,
              failed().dividedBy(finished().above(200)).on(MODEL).above(0.005))
          .holding("10m")
          .summary(
              "{{ $value | humanizePercentage }} of the requests to {{ $labels.model_name }} get no"
                  + " complete answer")
          .description(
              "More than one in 200 requests to this model in {{ $labels.namespace }} ended by an"
                  + " error or was aborted within half an hour. If it goes on, the month's"
                  + " objective will be missed.")
          .lookAt(Links.MODEL)
          .runbook(
              means(
                      "Of at least 200 requests within half an hour, more than 0.5 % ended for"
                          + " another reason than the end of the answer or its greatest length."
                          + " Clients that hang up count as well.")
                  .matters("Users see errors, or wait so long that they give up.")
                  .steps(
                      "See which reason grows: `curl -s <pod>:8000/metrics | grep -E"
                          + " 'finished_reason|request_f'`.",
                      "Many aborts and a long queue are clients that give up: add replicas.",
                      "Many aborts without a queue are people who press stop, or a time limit in"
                          + " a gateway that is too short: `kubectl -n <namespace> get ingress -o"
                          + " yaml | grep -i timeout`.",
                      "For errors read the servers' logs: `kubectl -n <namespace> logs <pod>"
                          + " --since=30m | grep -i -E 'error|exception' | tail -50`.",
                      "If it began with a new version, go back to the one before.")
                  .silence("When a load test cancels requests on purpose, while it runs."));

  static final Alert QUEUE_DEEP =
      alert(
              "InferenceQueueDeep",
              WARNING,
              sum(metric(Vllm.NUM_REQUESTS_WAITING))
                  .by(MODEL)
                  .or(sum(metric(Nim.NUM_REQUESTS_WAITING)).by(MODEL))
                  .on(MODEL)
                  .above(50))
          .holding("5m")
          .summary("{{ $value }} requests wait for {{ $labels.model_name }}")
          .description(
              "More than 50 requests have waited for this model in {{ $labels.namespace }} for"
                  + " five minutes. More come in than its replicas can answer, so each new one"
                  + " waits longer.")
          .lookAt(Links.MODEL)
          .runbook(
              means("The queues of all replicas of a model hold more than 50 requests in sum.")
                  .matters("Answers come late, and clients that give up and ask again add to it.")
                  .steps(
                      "See whether all replicas are up: `kubectl -n <namespace> get pods`.",
                      "Add replicas in the Run:ai console; see whether the project has quota left"
                          + " and the cluster a free GPU.",
                      "See whether the autoscaler is at its limit: `kubectl -n <namespace> describe"
                          + " podautoscaler`.",
                      "See who asks so much, and slow that one down at the gateway.",
                      "If no GPU is free, let the gateway refuse what cannot be answered in time.")
                  .silence("For models that work off batches, where a queue is meant to be."));

  static final Alert KV_CACHE_FULL =
      alert(
              "InferenceKvCacheFull",
              WARNING,
              max(metric(Vllm.KV_CACHE_USAGE_PERC))
                  .by(REPLICAS)
                  .or(max(metric(Nim.GPU_CACHE_USAGE_PERC)).by(REPLICAS))
                  .on(REPLICAS)
                  .above(0.95))
          .holding("10m")
          .summary("The KV cache of {{ $labels.pod }} is {{ $value | humanizePercentage }} full")
          .description(
              "A server of {{ $labels.model_name }} has had no room in its cache for ten minutes."
                  + " It puts requests back and begins them anew, which users see as answers that"
                  + " stop for a while.")
          .lookAt(Links.MODEL)
          .runbook(
              means("The memory for the tokens of running requests is more than 95 % full.")
                  .matters("Work is done twice, and the server answers less than it could.")
                  .steps(
                      "See how often requests are put back: `kubectl -n <namespace> logs <pod>"
                          + " --since=1h | grep -c -i preempt`.",
                      "Add replicas if all of them are full, or look at the balancing if only one"
                          + " is.",
                      "Give the cache more room: a higher --gpu-memory-utilization, a cache in"
                          + " FP8, or a model that is split over more GPUs.",
                      "Take fewer requests at once with --max-num-seqs, or shorter ones with"
                          + " --max-model-len.")
                  .silence("For models that work off batches, where a full cache is the aim."));

  @Override
  public RuleFile define(Installation at) {
    Alert noTraffic = noTraffic(at);
    return ruleFile("inference", "Models that answer requests", "inference")
        .groups(
            group(
                "runai-inference",
                P99_HIGH,
                TTFT_P95_HIGH,
                ERROR_RATIO_HIGH,
                QUEUE_DEEP,
                KV_CACHE_FULL,
                noTraffic))
        .tests(InferenceTests.all(noTraffic));
  }

  /** Read from the GPUs, so that it works for every server: no request, no work. */
  private static Alert noTraffic(Installation at) {
    return alert(
            "InferenceGpuButNoTraffic",
            INFO,
            max(metric(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD)
                    .where(matches(WORKLOAD_TYPE, at.spelling().inference())))
                .by(CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME)
                .above(6 * 3600)
                .and(
                    max(metric(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD))
                        .by(CLUSTER_ID, WORKLOAD_ID)
                        .above(0))
                .on(CLUSTER_ID, WORKLOAD_ID))
        .holding("5m")
        .summary(
            "{{ $labels.workload_name }} has had no request for {{ $value | humanizeDuration }}")
        .description(
            "An inference workload holds GPUs, and they have done nothing for more than six"
                + " hours. Nobody uses the model, or nobody can reach it.")
        .lookAt(Links.WORKLOAD, Links.INFERENCE)
        .runbook(
            means("The GPUs of an inference workload have had no work for six hours.")
                .matters("They cost the same as busy ones, and others wait for them.")
                .steps(
                    "See whether it can be reached: `curl -v <address>/v1/models`. If not, mend"
                        + " the way to it.",
                    "Ask the owner whether the model is still needed.",
                    "If it is needed now and then, let it scale to zero, or give it a fraction of"
                        + " a GPU.",
                    "If not, delete the workload in the Run:ai console.")
                .silence("For models that stand by for others, as long as they do."));
  }

  /** The time below which a share of the requests lies, of models that had so many at least. */
  private static Series quantile(double share, Metric vllm, Metric nim, double requests) {
    return quantile(share, vllm)
        .or(quantile(share, nim))
        .on(MODEL)
        .and(
            sum(increase(metric(vllm.count()), WINDOW))
                .by(MODEL)
                .or(sum(increase(metric(nim.count()), WINDOW)).by(MODEL))
                .on(MODEL)
                .atLeast(requests))
        .on(MODEL);
  }

  private static Series quantile(double share, Metric histogram) {
    return histogramQuantile(
        share, sum(rate(metric(histogram.bucket()), WINDOW)).by(MODEL_BUCKETS));
  }

  private static Series failed() {
    return sum(increase(
            metric(Vllm.REQUEST_SUCCESS_TOTAL).where(matches(FINISHED_REASON, "abort|error")),
            LONG_WINDOW))
        .by(MODEL)
        .or(sum(increase(metric(Nim.REQUEST_FAILURE_TOTAL), LONG_WINDOW)).by(MODEL))
        .on(MODEL);
  }

  private static Series finished() {
    return sum(increase(metric(Vllm.REQUEST_SUCCESS_TOTAL), LONG_WINDOW))
        .by(MODEL)
        .or(sum(increase(metric(Nim.REQUEST_FINISH_TOTAL), LONG_WINDOW)).by(MODEL))
        .on(MODEL);
  }
}
