package io.runboards.simulate.kube;

import static io.runboards.catalog.KubeStateMetrics.DAEMONSET_STATUS_DESIRED_NUMBER_SCHEDULED;
import static io.runboards.catalog.KubeStateMetrics.DAEMONSET_STATUS_NUMBER_AVAILABLE;
import static io.runboards.catalog.KubeStateMetrics.DAEMONSET_STATUS_NUMBER_UNAVAILABLE;
import static io.runboards.catalog.KubeStateMetrics.DEPLOYMENT_SPEC_REPLICAS;
import static io.runboards.catalog.KubeStateMetrics.DEPLOYMENT_STATUS_REPLICAS_AVAILABLE;
import static io.runboards.catalog.KubeStateMetrics.DEPLOYMENT_STATUS_REPLICAS_UNAVAILABLE;
import static io.runboards.catalog.KubeStateMetrics.STATEFULSET_REPLICAS;
import static io.runboards.catalog.KubeStateMetrics.STATEFULSET_STATUS_REPLICAS_READY;

import io.runboards.catalog.Metric;
import io.runboards.simulate.cluster.Component;
import io.runboards.simulate.cluster.ComponentPod;
import io.runboards.simulate.kube.Batch.Value;
import io.runboards.simulate.time.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What kube-state-metrics says of a service of Run:ai and its pods. */
final class ComponentState {
  private final Component component;
  private final List<OfPod> pods = new ArrayList<>();
  private final List<Value> desired;
  private final List<Value> available;
  private final List<Value> missing;

  /** A pod, whose series are there while its node is. */
  private static final class OfPod {
    private final ComponentPod pod;
    private final Replicas replicas;
    private Optional<PodState> state = Optional.empty();

    OfPod(ComponentPod pod, Replicas replicas) {
      this.pod = pod;
      this.replicas = replicas;
    }

    void show(Moment now) {
      if (!pod.isThere()) {
        state.ifPresent(PodState::end);
        state = Optional.empty();
      } else if (state.isEmpty()) {
        state = Optional.of(new PodState(new ServicePod(pod), replicas));
      }
      state.ifPresent(shown -> shown.show(now));
    }
  }

  ComponentState(Component component, Replicas replicas) {
    this.component = component;
    component.pods().forEach(pod -> pods.add(new OfPod(pod, replicas)));
    Batch batch = replicas.batch();
    switch (component.controller()) {
      case DEPLOYMENT -> {
        desired = of(batch, DEPLOYMENT_SPEC_REPLICAS);
        available = of(batch, DEPLOYMENT_STATUS_REPLICAS_AVAILABLE);
        missing = of(batch, DEPLOYMENT_STATUS_REPLICAS_UNAVAILABLE);
      }
      case STATEFUL_SET -> {
        desired = of(batch, STATEFULSET_REPLICAS);
        available = of(batch, STATEFULSET_STATUS_REPLICAS_READY);
        missing = List.of();
      }
      case DAEMON_SET -> {
        desired = of(batch, DAEMONSET_STATUS_DESIRED_NUMBER_SCHEDULED);
        available = of(batch, DAEMONSET_STATUS_NUMBER_AVAILABLE);
        missing = of(batch, DAEMONSET_STATUS_NUMBER_UNAVAILABLE);
      }
      default -> throw new IllegalStateException("no such controller");
    }
  }

  private List<Value> of(Batch batch, Metric metric) {
    return List.of(batch.value(metric, component.namespace(), component.name()));
  }

  void show(Moment now) {
    int should = component.desired();
    int does = component.available();
    desired.forEach(value -> value.set(should));
    available.forEach(value -> value.set(does));
    missing.forEach(value -> value.set(should - does));
    for (OfPod pod : pods) {
      pod.show(now);
    }
  }
}
