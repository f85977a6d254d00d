package io.runboards.alerts;

import static io.runboards.catalog.Labels.CONDITION;
import static io.runboards.catalog.Labels.CONDITION_STATUS;
import static io.runboards.catalog.Labels.FINISHED_REASON;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.MODEL_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Labels.RESOURCE;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.avgOverTime;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.number;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Example.example;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Objective.objective;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Label;
import io.runboards.catalog.Nim;
import io.runboards.catalog.Vllm;
import io.runboards.dashboard.Installation;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.Objective;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import java.util.List;

/** What those who use the clusters can rely on: models that answer, and nodes that are there. */
public final class Objectives implements RuleSource {
  private static final List<Label> MODEL = List.of(NAMESPACE, MODEL_NAME);
  private static final String GPU = "nvidia_com_gpu";

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("objectives", "Objectives of the clusters", "platform")
        .objectives(inference(), gpuNodes());
  }

  private static Objective inference() {
    return objective("inference-availability", "Inference availability", 0.995)
        .each(NAMESPACE, MODEL_NAME)
        .events("requests", Objectives::requests)
        .bad("got no complete answer", Objectives::failures)
        .team("ml")
        .description("Whoever called the model got an error, or the answer was cut off.")
        .lookAt(Links.OBJECTIVES, Links.INFERENCE)
        .runbook(
            means("The servers of the model aborted requests or answered with an error.")
                .matters(
                    "People and programs that call the model get nothing. When the budget is used"
                        + " up, the promise for these 28 days is broken.")
                .steps(
                    "Open the inference dashboard for the namespace and the model: does one"
                        + " replica fail, or do all?",
                    "One replica: look at its pod for restarts and GPU errors, and delete it if"
                        + " it does not recover.",
                    "All replicas: look at what changed last (model, image, limits) and take it"
                        + " back. A full KV cache or a long queue asks for another replica.",
                    "Clients that hang up count as failed, too: if all servers are healthy, ask"
                        + " the owners of the clients whether their time limits are too short.")
                .silence(
                    "While the model is taken out of service on purpose. Watch the other models"
                        + " on the same nodes meanwhile."))
        .examples(
            example(
                    "one request of ten fails",
                    "chat/llama",
                    series(Nim.REQUEST_FINISH_TOTAL, "0+540x10", llama(FINISHED_REASON, "stop")),
                    series(Nim.REQUEST_FINISH_TOTAL, "0+60x10", llama(FINISHED_REASON, "error")),
                    series(Nim.REQUEST_FAILURE_TOTAL, "0+60x10", llama(REPLICA, "llama-0")))
                .counts(1, 10),
            example(
                    "no request has failed yet",
                    "chat/llama",
                    series(Vllm.REQUEST_SUCCESS_TOTAL, "0+300x10", llama(FINISHED_REASON, "stop")))
                .counts(0, 5));
  }

  private static LabelValue[] llama(Label further, String value) {
    return new LabelValue[] {
      with(NAMESPACE, "chat"), with(MODEL_NAME, "llama"), with(further, value)
    };
  }

  private static Series requests(String window) {
    return either(
        perSecond(metric(Vllm.REQUEST_SUCCESS_TOTAL), window),
        perSecond(metric(Nim.REQUEST_FINISH_TOTAL), window));
  }

  private static Series failures(String window) {
    return either(
        perSecond(
            metric(Vllm.REQUEST_SUCCESS_TOTAL).where(matches(FINISHED_REASON, "abort|error")),
            window),
        perSecond(metric(Nim.REQUEST_FAILURE_TOTAL), window));
  }

  private static Series either(Series vllm, Series nim) {
    return vllm.or(nim).on(MODEL);
  }

  private static Series perSecond(Selected counter, String window) {
    return sum(rate(counter, window)).by(MODEL);
  }

  private static Objective gpuNodes() {
    return objective("gpu-node-ready", "GPU nodes ready", 0.99)
        .only("gpu-nodes")
        .events("GPU node time", window -> overTime(count(ready().and(gpus()).on(NODE)), window))
        .bad("was not ready", window -> overTime(sum(notReady().and(gpus()).on(NODE)), window))
        .description("Workloads on such nodes are lost or stand still, and their GPUs are idle.")
        .lookAt(Links.OBJECTIVES, Links.NODES_ANYWHERE)
        .runbook(
            means("Nodes with GPUs did not report, or reported that they are not ready.")
                .matters(
                    "Their GPUs are paid for and do nothing; training jobs on them begin again"
                        + " from their last checkpoint.")
                .steps(
                    "Open the dashboard of all nodes and sort by state: one node, one rack, or"
                        + " all?",
                    "kubectl describe node NAME tells which condition is false since when.",
                    "Not reachable: ask for its power and network. Reachable: look at kubelet and"
                        + " at the kernel's log for GPU errors.",
                    "Take nodes that will be gone for long out of the cluster: then they count no"
                        + " more.")
                .silence(
                    "For a planned maintenance of many nodes. Watch that no more nodes are out"
                        + " than planned."))
        .examples(
            example(
                    "one GPU node of two is not ready, and each is reported twice",
                    "gpu-nodes",
                    condition("n1", "1x10", "a"),
                    condition("n1", "1x10", "b"),
                    condition("n2", "0x10", "a"),
                    condition("n2", "0x10", "b"),
                    condition("no-gpu", "0x10", "a"),
                    capacity("n1"),
                    capacity("n2"))
                .counts(1, 2),
            example(
                    "all GPU nodes are ready",
                    "gpu-nodes",
                    condition("n1", "1x10", "a"),
                    condition("n2", "1x10", "a"),
                    capacity("n1"),
                    capacity("n2"))
                .counts(0, 2));
  }

  /** Each node once, although several pods may report it. */
  private static Series ready() {
    return max(metric(KubeStateMetrics.NODE_STATUS_CONDITION)
            .where(is(CONDITION, "Ready"), is(CONDITION_STATUS, "true")))
        .by(NODE);
  }

  private static Series notReady() {
    return number(1).minus(ready());
  }

  private static Series gpus() {
    return max(metric(KubeStateMetrics.NODE_STATUS_CAPACITY).where(is(RESOURCE, GPU)))
        .by(NODE)
        .above(0);
  }

  private static Series overTime(Series nodes, String window) {
    return avgOverTime(nodes, window + ":1m");
  }

  private static Given condition(String node, String values, String reporter) {
    return series(
        KubeStateMetrics.NODE_STATUS_CONDITION,
        values,
        with(NODE, node),
        with(CONDITION, "Ready"),
        with(CONDITION_STATUS, "true"),
        with(INSTANCE, reporter));
  }

  private static Given capacity(String node) {
    return series(
        KubeStateMetrics.NODE_STATUS_CAPACITY, "8x10", with(NODE, node), with(RESOURCE, GPU));
  }
}
