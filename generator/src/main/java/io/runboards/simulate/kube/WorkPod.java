package io.runboards.simulate.kube;

import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Pod.Phase;
import io.runboards.simulate.time.Moment;

/**
 * A pod of a workload.
 *
 * @param pod the pod
 */
record WorkPod(Pod pod) implements KubePod {
  @Override
  public String namespace() {
    return pod.namespace();
  }

  @Override
  public String name() {
    return pod.name();
  }

  @Override
  public String uid() {
    return pod.uuid();
  }

  @Override
  public String container() {
    return Pod.CONTAINER;
  }

  @Override
  public String image() {
    return "registry.example.com/" + pod.workload().project().name() + ":latest";
  }

  @Override
  public String ownerKind() {
    return switch (pod.workload().kind()) {
      case TRAINING, PREPARATION -> "Job";
      case DISTRIBUTED -> "PyTorchJob";
      case WORKSPACE -> "StatefulSet";
      case INFERENCE -> "ReplicaSet";
    };
  }

  @Override
  public String owner() {
    return pod.workload().name();
  }

  @Override
  public String node() {
    return pod.isPlaced() ? pod.node().name() : "";
  }

  @Override
  public double cores() {
    return pod.cpuRequest();
  }

  @Override
  public double coreLimit() {
    return pod.cpuLimit();
  }

  @Override
  public double memory() {
    return pod.memoryRequest();
  }

  @Override
  public double memoryLimit() {
    return pod.memoryLimit();
  }

  /** Of parts of a GPU Kubernetes knows nothing, unless they are slices. */
  @Override
  public int devices() {
    double gpus = pod.workload().request().gpus();
    return isOnSlice() && gpus > 0 ? 1 : (int) gpus;
  }

  @Override
  public String device() {
    return isOnSlice() ? NodeState.SLICES : NodeState.GPUS;
  }

  private boolean isOnSlice() {
    return pod.isPlaced() && pod.node().isSliced();
  }

  @Override
  public Phase phase() {
    return pod.phase();
  }

  @Override
  public int restarts() {
    return pod.restarts();
  }

  @Override
  public boolean isUp(Moment now) {
    return pod.phase() == Phase.RUNNING && !pod.isRestarting(now);
  }

  @Override
  public String waits(Moment now) {
    if (pod.isWithoutImage()) {
      return "ImagePullBackOff";
    }
    return pod.isRestarting(now) ? "CrashLoopBackOff" : "";
  }

  @Override
  public String ended() {
    return switch (pod.phase()) {
      case PENDING, RUNNING -> "";
      case SUCCEEDED -> Pod.End.COMPLETED.label();
      case FAILED -> Pod.End.FAILED.label();
    };
  }

  @Override
  public String lastEnd() {
    return pod.lastEnd().map(Pod.End::label).orElse("");
  }

  @Override
  public double cpuUsed() {
    return pod.cpuUsed();
  }

  @Override
  public double memoryUsed() {
    return pod.memoryUsed();
  }
}
