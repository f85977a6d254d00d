package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A machine, most often with GPUs of one model, and the pods that run on it. */
public final class Node {
  private static final double GIB = 1L << 30;
  private static final int OWN_CORES = 8;
  private static final double OWN_MEMORY = 32 * GIB;

  private final String name;
  private final GpuModel model;
  private final boolean sliced;
  private final List<Gpu> gpus = new ArrayList<>();
  private final List<Pod> pods = new ArrayList<>();
  private final Noise noise;

  private boolean failed;
  private boolean cordoned;
  private boolean removed;
  private boolean diskFull;
  private boolean linkDown;
  private double hunger;
  private double cpuUsed;
  private double memoryUsed;

  Node(String name, GpuModel model, boolean sliced, int gpus, Noise noise) {
    this.name = name;
    this.model = model;
    this.sliced = sliced;
    this.noise = noise;
    for (int i = 0; i < gpus; i++) {
      this.gpus.add(new Gpu(this, i, model, sliced, noise.of(i)));
    }
  }

  void calm() {
    failed = false;
    cordoned = false;
    removed = false;
    diskFull = false;
    linkDown = false;
    hunger = 0;
    for (Gpu gpu : gpus) {
      gpu.calm();
    }
  }

  // What can befall it, for one step

  /** It does not answer any more: its pods are evicted. */
  public void fail() {
    failed = true;
  }

  /** It takes no new pods. */
  public void cordon() {
    cordoned = true;
  }

  /** It is no longer part of the cluster. */
  public void remove() {
    removed = true;
  }

  /** Its disk has no room left: it takes no new pods until it has. */
  public void fillDisk() {
    diskFull = true;
  }

  /** One of its links to the fast network goes down. */
  public void cutLink() {
    linkDown = true;
  }

  /** Something on it takes such a share of its memory besides the pods. */
  public void eatMemory(double share) {
    hunger = share;
  }

  // How it is

  public String name() {
    return name;
  }

  public String pool() {
    return model.pool();
  }

  public GpuModel model() {
    return model;
  }

  /** Whether its GPUs are sliced by MIG. */
  public boolean isSliced() {
    return sliced;
  }

  /** All its GPUs, with those that are lost. */
  public List<Gpu> gpus() {
    return Collections.unmodifiableList(gpus);
  }

  /** How many GPUs it has now. */
  public int gpuCount() {
    int count = 0;
    for (Gpu gpu : gpus) {
      if (!gpu.isLost()) {
        count++;
      }
    }
    return count;
  }

  public List<Pod> pods() {
    return Collections.unmodifiableList(pods);
  }

  public boolean isReady() {
    return !failed && !removed;
  }

  public boolean isSchedulable() {
    return !cordoned;
  }

  public boolean isDiskFull() {
    return diskFull;
  }

  /** How many links to the fast network it has, which only nodes for large trainings have. */
  public int links() {
    return model.linked() ? gpus.size() : 0;
  }

  public boolean isLinkDown() {
    return linkDown;
  }

  /** Whether it is part of the cluster. */
  public boolean isThere() {
    return !removed;
  }

  /** How many cores it has. */
  public double cores() {
    return model.cores() * (double) gpus.size() + OWN_CORES;
  }

  /** Its memory in bytes. */
  public double memory() {
    return model.hostMemory() * gpus.size() + OWN_MEMORY;
  }

  /** The cores that are busy. */
  public double cpuUsed() {
    return cpuUsed;
  }

  /** The memory in use, in bytes. */
  public double memoryUsed() {
    return memoryUsed;
  }

  /** The cores that its pods have asked for. */
  public double cpuRequested() {
    double sum = 0;
    for (Pod pod : pods) {
      sum += pod.cpuRequest();
    }
    return sum;
  }

  /** The memory that its pods have asked for, in bytes. */
  public double memoryRequested() {
    double sum = 0;
    for (Pod pod : pods) {
      sum += pod.memoryRequest();
    }
    return sum;
  }

  /** The GPUs that its pods hold. */
  public double held() {
    double sum = 0;
    for (Gpu gpu : gpus) {
      sum += gpu.held();
    }
    return sum;
  }

  // What the scheduler does with it

  boolean isUsable() {
    return !failed && !cordoned && !removed && !diskFull;
  }

  int freeGpus() {
    int free = 0;
    for (Gpu gpu : gpus) {
      if (gpu.isFree()) {
        free++;
      }
    }
    return free;
  }

  void host(Pod pod) {
    pods.add(pod);
  }

  void release(Pod pod) {
    pods.remove(pod);
  }

  // How it goes on

  void advance(Moment now) {
    cpuUsed = OWN_CORES * (0.2 + 0.2 * noise.smooth(now.second(), 300));
    memoryUsed = OWN_MEMORY * 0.4 + hunger * memory();
    for (Pod pod : pods) {
      cpuUsed += pod.cpuUsed();
      memoryUsed += pod.memoryUsed();
    }
    cpuUsed = Math.min(cpuUsed, cores());
    memoryUsed = Math.min(memoryUsed, 0.99 * memory());
    for (Gpu gpu : gpus) {
      gpu.advance(now);
    }
  }
}
