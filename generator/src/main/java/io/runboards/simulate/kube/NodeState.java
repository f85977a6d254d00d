package io.runboards.simulate.kube;

import static io.runboards.catalog.KubeStateMetrics.NODE_LABELS;
import static io.runboards.catalog.KubeStateMetrics.NODE_SPEC_UNSCHEDULABLE;
import static io.runboards.catalog.KubeStateMetrics.NODE_STATUS_ALLOCATABLE;
import static io.runboards.catalog.KubeStateMetrics.NODE_STATUS_CAPACITY;
import static io.runboards.catalog.KubeStateMetrics.NODE_STATUS_CONDITION;

import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.kube.Batch.Value;
import java.util.Optional;

/** What kube-state-metrics says of one node, as long as it is part of the cluster. */
final class NodeState {
  /** Whole GPUs, as Kubernetes calls them. */
  static final String GPUS = "nvidia_com_gpu";

  /** Slices of GPUs, as Kubernetes calls them. */
  static final String SLICES = "nvidia_com_mig_1g_10gb";

  private static final String CORE = "core";
  private static final String BYTE = "byte";
  private static final String NUMBER = "integer";
  private static final double FOR_PODS = 0.98;
  private static final double MOST_PODS = 110;
  private static final double NEARLY_FULL = 0.9;

  private final Node node;
  private final Replicas replicas;
  private Optional<Shown> shown = Optional.empty();

  /** Its series. */
  private record Shown(
      Batch batch,
      Condition ready,
      Condition memory,
      Condition disk,
      Condition processes,
      Value unschedulable,
      Optional<Value> devices) {}

  /** A condition, which holds, does not, or is not known. */
  private record Condition(Value yes, Value no, Value unknown) {
    static Condition of(Batch batch, String node, String name) {
      return new Condition(
          batch.value(NODE_STATUS_CONDITION, node, name, "true"),
          batch.value(NODE_STATUS_CONDITION, node, name, "false"),
          batch.value(NODE_STATUS_CONDITION, node, name, "unknown"));
    }

    void set(boolean known, boolean holds) {
      yes.set(known && holds);
      no.set(known && !holds);
      unknown.set(!known);
    }
  }

  NodeState(Node node, Replicas replicas) {
    this.node = node;
    this.replicas = replicas;
  }

  void show() {
    if (!node.isThere()) {
      shown.ifPresent(series -> series.batch().end());
      shown = Optional.empty();
      return;
    }
    if (shown.isEmpty()) {
      shown = Optional.of(begin());
    }
    Shown series = shown.get();
    boolean known = node.isReady();
    series.ready().set(known, true);
    series.memory().set(known, node.memoryUsed() > NEARLY_FULL * node.memory());
    series.disk().set(known, node.isDiskFull());
    series.processes().set(known, false);
    series.unschedulable().set(!node.isSchedulable());
    series.devices().ifPresent(value -> value.set(devices(node.gpuCount())));
  }

  private double devices(int gpus) {
    return node.isSliced() ? gpus * (double) Gpu.SLICES : gpus;
  }

  private Shown begin() {
    Batch batch = replicas.batch();
    batch.constant(1, NODE_LABELS, node.name(), node.pool());
    has(batch, "cpu", CORE, node.cores());
    has(batch, "memory", BYTE, node.memory());
    batch.constant(MOST_PODS, NODE_STATUS_CAPACITY, node.name(), "pods", NUMBER);
    batch.constant(MOST_PODS, NODE_STATUS_ALLOCATABLE, node.name(), "pods", NUMBER);
    return new Shown(
        batch,
        Condition.of(batch, node.name(), "Ready"),
        Condition.of(batch, node.name(), "MemoryPressure"),
        Condition.of(batch, node.name(), "DiskPressure"),
        Condition.of(batch, node.name(), "PIDPressure"),
        batch.value(NODE_SPEC_UNSCHEDULABLE, node.name()),
        devices(batch));
  }

  private void has(Batch batch, String resource, String unit, double all) {
    batch.constant(all, NODE_STATUS_CAPACITY, node.name(), resource, unit);
    batch.constant(
        Math.floor(all * FOR_PODS), NODE_STATUS_ALLOCATABLE, node.name(), resource, unit);
  }

  /** Kubernetes may be told not to give out a GPU that it still counts. */
  private Optional<Value> devices(Batch batch) {
    if (node.gpus().isEmpty()) {
      return Optional.empty();
    }
    if (node.isSliced()) {
      batch.constant(0, NODE_STATUS_CAPACITY, node.name(), GPUS, NUMBER);
      batch.constant(0, NODE_STATUS_ALLOCATABLE, node.name(), GPUS, NUMBER);
    }
    String resource = node.isSliced() ? SLICES : GPUS;
    batch.constant(
        devices(node.gpus().size()), NODE_STATUS_CAPACITY, node.name(), resource, NUMBER);
    return Optional.of(batch.value(NODE_STATUS_ALLOCATABLE, node.name(), resource, NUMBER));
  }
}
