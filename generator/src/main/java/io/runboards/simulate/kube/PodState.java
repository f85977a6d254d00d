package io.runboards.simulate.kube;

import static io.runboards.catalog.KubeStateMetrics.POD_CONTAINER_RESOURCE_LIMITS;
import static io.runboards.catalog.KubeStateMetrics.POD_CONTAINER_RESOURCE_REQUESTS;
import static io.runboards.catalog.KubeStateMetrics.POD_CONTAINER_STATUS_LAST_TERMINATED_REASON;
import static io.runboards.catalog.KubeStateMetrics.POD_CONTAINER_STATUS_RESTARTS_TOTAL;
import static io.runboards.catalog.KubeStateMetrics.POD_CONTAINER_STATUS_TERMINATED_REASON;
import static io.runboards.catalog.KubeStateMetrics.POD_CONTAINER_STATUS_WAITING_REASON;
import static io.runboards.catalog.KubeStateMetrics.POD_INFO;
import static io.runboards.catalog.KubeStateMetrics.POD_STATUS_PHASE;

import io.runboards.catalog.Metric;
import io.runboards.simulate.cluster.Pod.Phase;
import io.runboards.simulate.kube.Batch.Count;
import io.runboards.simulate.kube.Batch.Value;
import io.runboards.simulate.time.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What kube-state-metrics says of one pod. */
final class PodState {
  private static final String UNKNOWN = "Unknown";
  private static final Phase[] PHASES = Phase.values();

  private final KubePod pod;
  private final Replicas replicas;
  private final Batch always;
  private final List<Value> phases = new ArrayList<>();
  private final Reason waits;
  private final Reason ended;
  private final Reason lastEnd;
  private Optional<Batch> spec = Optional.empty();
  private Optional<Count> restarts = Optional.empty();
  private String node = "";
  private int shownRestarts;

  PodState(KubePod pod, Replicas replicas) {
    this.pod = pod;
    this.replicas = replicas;
    this.always = replicas.batch();
    for (Phase phase : PHASES) {
      phases.add(
          always.value(POD_STATUS_PHASE, pod.namespace(), pod.name(), pod.uid(), phase.label()));
    }
    always.constant(0, POD_STATUS_PHASE, pod.namespace(), pod.name(), pod.uid(), UNKNOWN);
    this.waits = reason(POD_CONTAINER_STATUS_WAITING_REASON);
    this.ended = reason(POD_CONTAINER_STATUS_TERMINATED_REASON);
    this.lastEnd = reason(POD_CONTAINER_STATUS_LAST_TERMINATED_REASON);
  }

  private Reason reason(Metric metric) {
    return new Reason(replicas, metric, pod.namespace(), pod.name(), pod.uid(), pod.container());
  }

  KubePod pod() {
    return pod;
  }

  void show(Moment now) {
    Phase phase = pod.phase();
    for (int i = 0; i < PHASES.length; i++) {
      phases.get(i).set(PHASES[i] == phase);
    }
    if (spec.isEmpty() || !pod.node().equals(node)) {
      node = pod.node();
      specify();
    }
    if (!node.isEmpty()) {
      count();
    }
    waits.show(pod.waits(now));
    ended.show(pod.ended());
    lastEnd.show(pod.lastEnd());
  }

  /** A container is counted once it has a node. */
  private void count() {
    if (restarts.isEmpty()) {
      restarts =
          Optional.of(
              always.count(
                  POD_CONTAINER_STATUS_RESTARTS_TOTAL,
                  pod.namespace(),
                  pod.name(),
                  pod.uid(),
                  pod.container()));
    }
    restarts.get().add(pod.restarts() - shownRestarts);
    shownRestarts = pod.restarts();
  }

  /** With a node, most of its series have another label. */
  private void specify() {
    spec.ifPresent(Batch::end);
    Batch batch = replicas.batch();
    String hostIp = node.isEmpty() ? "" : Address.of(node, "10.0.");
    String ip = node.isEmpty() ? "" : Address.of(pod.name(), "10.244.");
    batch.constant(
        1,
        POD_INFO,
        pod.namespace(),
        pod.name(),
        pod.uid(),
        node,
        hostIp,
        ip,
        pod.ownerKind(),
        pod.owner());
    require(batch, "cpu", "core", pod.cores(), pod.coreLimit());
    require(batch, "memory", "byte", pod.memory(), pod.memoryLimit());
    if (pod.devices() > 0) {
      require(batch, pod.device(), "integer", pod.devices(), pod.devices());
    }
    spec = Optional.of(batch);
  }

  private void require(Batch batch, String resource, String unit, double request, double limit) {
    String[] labels = {
      pod.namespace(), pod.name(), pod.uid(), pod.container(), node, resource, unit
    };
    batch.constant(request, POD_CONTAINER_RESOURCE_REQUESTS, labels);
    batch.constant(limit, POD_CONTAINER_RESOURCE_LIMITS, labels);
  }

  void end() {
    always.end();
    spec.ifPresent(Batch::end);
    waits.end();
    ended.end();
    lastEnd.end();
  }
}
