package io.runboards.alerts;

import static io.runboards.catalog.Labels.API_PROVIDER;
import static io.runboards.catalog.Labels.EXCEPTION_STATUS;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.Labels.LITELLM_MODEL_NAME;
import static io.runboards.catalog.Labels.METHOD;
import static io.runboards.catalog.Labels.MODEL_ID;
import static io.runboards.catalog.Labels.REQUESTED_MODEL;
import static io.runboards.catalog.Labels.RESPONSE_STATUS;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Condition.matchesNot;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;
import static io.runboards.rules.Urgency.WARNING;

import io.runboards.catalog.LiteLlm;
import io.runboards.catalog.Qdrant;
import io.runboards.dashboard.Installation;
import io.runboards.query.Selected;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import java.util.List;

/** The LiteLLM gateway in front of the models, and the Qdrant database beside them. */
public final class Gateway implements RuleSource {
  private static final String WINDOW = "10m";
  private static final LabelValue LLM = with(JOB, "litellm");
  private static final LabelValue QDRANT = with(JOB, "qdrant");

  static final Alert DEPLOYMENT_OUT =
      alert(
              "GatewayDeploymentOut",
              WARNING,
              max(metric(LiteLlm.DEPLOYMENT_STATE))
                  .by(LITELLM_MODEL_NAME, MODEL_ID, API_PROVIDER)
                  .equalTo(2))
          .holding("5m")
          .summary("The gateway gets no answers from {{ $labels.litellm_model_name }}")
          .description(
              "The gateway has judged a deployment at {{ $labels.api_provider }} to be completely"
                  + " out for five minutes. Requests go to others that share its name, or fail if"
                  + " there are none.")
          .lookAt(Links.INFERENCE)
          .runbook(
              means("The last calls of the gateway to this deployment have all failed.")
                  .matters("Its share of the requests falls on others, or gets no answer.")
                  .steps(
                      "Read what it answers: `kubectl -n <namespace> logs deploy/<gateway>"
                          + " --since=15m | grep <model>`.",
                      "Ask it yourself from a pod of the gateway: `kubectl -n <namespace> exec"
                          + " deploy/<gateway> -- curl -s <address>/v1/models`.",
                      "For a server of your own, see its pods: `kubectl -n <namespace> get pods`"
                          + " and its dashboard.",
                      "For a provider outside, see its status page, the key and its budget.",
                      "Take it out of the gateway's list of models until it is well.")
                  .silence("When a deployment was switched off on purpose and will be removed."));

  /** Failures that are the client's own, such as a wrong key or a used up budget, do not count. */
  static final Alert GATEWAY_ERRORS =
      alert(
              "GatewayErrorRatioHigh",
              WARNING,
              sum(increase(
                      metric(LiteLlm.PROXY_FAILED_REQUESTS_METRIC_TOTAL)
                          .where(matchesNot(EXCEPTION_STATUS, "4..")),
                      WINDOW))
                  .by(JOB)
                  .dividedBy(
                      sum(increase(metric(LiteLlm.PROXY_TOTAL_REQUESTS_METRIC_TOTAL), WINDOW))
                          .by(JOB)
                          .above(100))
                  .on(JOB)
                  .above(0.01))
          .holding("10m")
          .summary(
              "{{ $value | humanizePercentage }} of the requests to the gateway"
                  + " {{ $labels.job }} fail")
          .description(
              "More than one in a hundred requests to the gateway gets no good answer, mistakes of"
                  + " the clients not counted. All models behind it may be concerned.")
          .lookAt(Links.INFERENCE)
          .runbook(
              means(
                      "Of more than a hundred requests within ten minutes, over 1 % failed for"
                          + " another reason than a mistake of the client.")
                  .matters("Programs that use the models see errors.")
                  .steps(
                      "See which models fail: in the table of deployments on the dashboard, or"
                          + " `topk(5, sum by (requested_model, exception_class)"
                          + " (rate(litellm_proxy_failed_requests_metric_total[10m])))`.",
                      "If it is one model, see its servers: the alerts about inference say more.",
                      "If all fail, read the gateway's log: `kubectl -n <namespace> logs"
                          + " deploy/<gateway> --since=15m | grep -i error | tail -50`. Its database"
                          + " and its cache are what all requests need.",
                      "If it began with a new version: `kubectl -n <namespace> rollout undo"
                          + " deployment/<gateway>`.")
                  .silence("While a provider has an outage that it has confirmed."));

  static final Alert VECTOR_ERRORS =
      alert(
              "VectorDatabaseErrorRatioHigh",
              WARNING,
              sum(increase(calls().where(matches(RESPONSE_STATUS, "5..")), WINDOW))
                  .by(JOB)
                  .dividedBy(sum(increase(calls(), WINDOW)).by(JOB).above(100))
                  .on(JOB)
                  .above(0.01))
          .holding("10m")
          .summary(
              "{{ $value | humanizePercentage }} of the calls to the vector database"
                  + " {{ $labels.job }} fail")
          .description(
              "More than one in a hundred calls to the database ends with an error of the server."
                  + " Answers that need documents are incomplete or fail.")
          .lookAt(Links.INFERENCE)
          .runbook(
              means(
                      "Of more than a hundred REST calls within ten minutes, over 1 % were answered"
                          + " with a status from 500 on.")
                  .matters("Models answer without the documents that they should have read.")
                  .steps(
                      "Read the log: `kubectl -n <namespace> logs <pod> --since=15m | grep -i -E"
                          + " 'error|panic' | tail -50`.",
                      "See whether a disk is full: `kubectl -n <namespace> exec <pod> -- df -h`. A"
                          + " full disk makes collections read-only.",
                      "See whether memory is short, or pods were restarted: `kubectl -n <namespace>"
                          + " top pods` and `kubectl -n <namespace> get pods`.",
                      "See the state of the cluster: `curl -s <address>/cluster` and `curl -s"
                          + " <address>/collections/<collection>/cluster`.")
                  .silence("While the database is upgraded."));

  static final Alert REPLICAS_DEAD =
      alert(
              "VectorDatabaseReplicasDead",
              WARNING,
              max(metric(Qdrant.COLLECTION_DEAD_REPLICAS)).by(JOB).above(0))
          .holding("15m")
          .summary("{{ $value }} shards of {{ $labels.job }} have a replica that is not active")
          .description(
              "For a quarter of an hour some shards of the vector database have lacked a replica."
                  + " Searches still work; if another server fails, points may be lost or missing"
                  + " from answers.")
          .lookAt(Links.INFERENCE)
          .runbook(
              means("A replica of some shard is dead or has not been brought up to date.")
                  .matters("There is less in reserve than was planned, or none.")
                  .steps(
                      "See which server is away: `curl -s <address>/cluster | jq .result.peers` and"
                          + " `kubectl -n <namespace> get pods`.",
                      "See which shards: `curl -s <address>/collections/<collection>/cluster`.",
                      "If a pod does not start, read why: `kubectl -n <namespace> describe pod"
                          + " <pod>`. Its volume must come with it.",
                      "If all are up and it stays so, read the log of the server that should"
                          + " recover: `kubectl -n <namespace> logs <pod> --since=30m | grep -i"
                          + " transfer`.")
                  .silence("While servers are replaced one by one."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("gateway", "What stands around the models", "inference")
        .groups(
            group("runai-gateway", DEPLOYMENT_OUT, GATEWAY_ERRORS, VECTOR_ERRORS, REPLICAS_DEAD))
        .tests(tests());
  }

  private static Selected calls() {
    return metric(Qdrant.REST_RESPONSES_TOTAL);
  }

  private static List<RuleTest> tests() {
    return List.of(
        test("one of two gateways finds a deployment to be out")
            .given(state("0x4 2x20", "a"), state("0x30", "b"))
            .silent("9m", DEPLOYMENT_OUT)
            .fires(
                "10m",
                DEPLOYMENT_OUT,
                2,
                with(LITELLM_MODEL_NAME, "llama"),
                with(MODEL_ID, "m1"),
                with(API_PROVIDER, "openai")),
        test("a deployment is partly out").given(state("1x20", "a")).silent("20m", DEPLOYMENT_OUT),
        test("1.5 % of the requests to the gateway fail")
            .given(requests("0+150x30"), failures("503", "0+2.25x30"))
            .silent("10m", GATEWAY_ERRORS)
            .fires("11m", GATEWAY_ERRORS, 0.015, LLM),
        test("0.7 % of the requests to the gateway fail, and clients make mistakes")
            .given(requests("0+150x30"), failures("500", "0+1.05x30"), failures("401", "0+50x30"))
            .silent("30m", GATEWAY_ERRORS),
        test("two failures among 70 requests in ten minutes are no ratio")
            .given(requests("0+7x60"), failures("500", "0+0.2x60"))
            .silent("1h", GATEWAY_ERRORS),
        test("1.5 % of the calls to the vector database fail")
            .given(answers("200", "0+147.75x30"), answers("500", "0+2.25x30"))
            .silent("10m", VECTOR_ERRORS)
            .fires("11m", VECTOR_ERRORS, 0.015, QDRANT),
        test("0.7 % of the calls to the vector database fail, and clients make mistakes")
            .given(
                answers("200", "0+98.95x30"),
                answers("404", "0+50x30"),
                answers("500", "0+1.05x30"))
            .silent("30m", VECTOR_ERRORS),
        test("two failures among 70 calls in ten minutes are no ratio")
            .given(answers("200", "0+6.8x60"), answers("503", "0+0.2x60"))
            .silent("1h", VECTOR_ERRORS),
        test("two shards lack a replica")
            .given(series(Qdrant.COLLECTION_DEAD_REPLICAS, "0x4 2x30", QDRANT))
            .silent("19m", REPLICAS_DEAD)
            .fires("20m", REPLICAS_DEAD, 2, QDRANT),
        test("all shards have their replicas")
            .given(series(Qdrant.COLLECTION_DEAD_REPLICAS, "0x30", QDRANT))
            .silent("30m", REPLICAS_DEAD));
  }

  private static Given state(String values, String gateway) {
    return series(
        LiteLlm.DEPLOYMENT_STATE,
        values,
        with(LITELLM_MODEL_NAME, "llama"),
        with(MODEL_ID, "m1"),
        with(API_PROVIDER, "openai"),
        with(INSTANCE, gateway));
  }

  private static Given requests(String values) {
    return series(
        LiteLlm.PROXY_TOTAL_REQUESTS_METRIC_TOTAL, values, LLM, with(REQUESTED_MODEL, "llama"));
  }

  private static Given failures(String status, String values) {
    return series(
        LiteLlm.PROXY_FAILED_REQUESTS_METRIC_TOTAL,
        values,
        LLM,
        with(REQUESTED_MODEL, "llama"),
        with(EXCEPTION_STATUS, status));
  }

  private static Given answers(String status, String values) {
    return series(
        Qdrant.REST_RESPONSES_TOTAL,
        values,
        QDRANT,
        with(METHOD, "POST"),
        with(RESPONSE_STATUS, status));
  }
}
