package io.runboards.simulate.kube;

import io.runboards.simulate.cluster.ComponentPod;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Pod.Phase;
import io.runboards.simulate.time.Moment;

/**
 * A pod of a service of Run:ai.
 *
 * @param pod the pod
 */
record ServicePod(ComponentPod pod) implements KubePod {
  @Override
  public String namespace() {
    return pod.component().namespace();
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
    return pod.component().name();
  }

  @Override
  public String image() {
    return "registry.example.com/runai/" + pod.component().name() + ":2.24";
  }

  @Override
  public String ownerKind() {
    return pod.component().controller().owner();
  }

  @Override
  public String owner() {
    return pod.component().name();
  }

  @Override
  public String node() {
    return pod.node().name();
  }

  @Override
  public double cores() {
    return pod.component().cores() / 2;
  }

  @Override
  public double coreLimit() {
    return pod.component().cores();
  }

  @Override
  public double memory() {
    return pod.component().memory() / 2;
  }

  @Override
  public double memoryLimit() {
    return pod.component().memory();
  }

  @Override
  public int devices() {
    return 0;
  }

  @Override
  public String device() {
    return "";
  }

  @Override
  public Phase phase() {
    return pod.isStalled() ? Phase.PENDING : Phase.RUNNING;
  }

  @Override
  public int restarts() {
    return pod.restarts();
  }

  @Override
  public boolean isUp(Moment now) {
    return pod.isUp();
  }

  @Override
  public String waits(Moment now) {
    if (pod.isStalled()) {
      return "CreateContainerConfigError";
    }
    return pod.isUp() || !pod.node().isReady() ? "" : "CrashLoopBackOff";
  }

  @Override
  public String ended() {
    return "";
  }

  @Override
  public String lastEnd() {
    return pod.restarts() > 0 ? Pod.End.FAILED.label() : "";
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
