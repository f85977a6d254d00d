package io.runboards.simulate.kube;

import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Pod.Phase;
import io.runboards.simulate.time.Moment;

/**
 * The pod that holds a GPU for Kubernetes while Run:ai gives out parts of it.
 *
 * @param gpu the GPU
 */
record ReservationPod(Gpu gpu) implements KubePod {
  private static final double LITTLE = 0.05;
  private static final double MEMORY = 64 << 20;

  @Override
  public String namespace() {
    return Gpu.RESERVATIONS;
  }

  @Override
  public String name() {
    return gpu.reservation();
  }

  @Override
  public String uid() {
    return "reservation-of-" + gpu.uuid();
  }

  @Override
  public String container() {
    return "reservation";
  }

  @Override
  public String image() {
    return "registry.example.com/runai/reservation:2.24";
  }

  @Override
  public String ownerKind() {
    return "";
  }

  @Override
  public String owner() {
    return "";
  }

  @Override
  public String node() {
    return gpu.node().name();
  }

  @Override
  public double cores() {
    return LITTLE;
  }

  @Override
  public double coreLimit() {
    return LITTLE;
  }

  @Override
  public double memory() {
    return MEMORY;
  }

  @Override
  public double memoryLimit() {
    return MEMORY;
  }

  @Override
  public int devices() {
    return 1;
  }

  @Override
  public String device() {
    return NodeState.GPUS;
  }

  @Override
  public Phase phase() {
    return Phase.RUNNING;
  }

  @Override
  public int restarts() {
    return 0;
  }

  @Override
  public boolean isUp(Moment now) {
    return true;
  }

  @Override
  public String waits(Moment now) {
    return "";
  }

  @Override
  public String ended() {
    return "";
  }

  @Override
  public String lastEnd() {
    return "";
  }

  @Override
  public double cpuUsed() {
    return 0;
  }

  @Override
  public double memoryUsed() {
    return MEMORY / 4;
  }
}
