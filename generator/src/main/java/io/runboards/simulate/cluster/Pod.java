package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A part of a workload that runs on one node. */
public final class Pod {
  /** The name of the container in which the work is done. */
  public static final String CONTAINER = "main";

  private static final double GIB = 1L << 30;
  private static final int CORES_FOR_GPU = 6;
  private static final double MEMORY_FOR_GPU = 36 * GIB;
  private static final double LEAST_CORES = 2;
  private static final double LEAST_MEMORY = 8 * GIB;
  private static final double LIMIT = 1.25;
  private static final long RESTART = 100;

  /** How a container ended. */
  public enum End {
    COMPLETED("Completed"),
    FAILED("Error"),
    OUT_OF_MEMORY("OOMKilled");

    private final String label;

    End(String label) {
      this.label = label;
    }

    /** As Kubernetes calls it. */
    public String label() {
      return label;
    }
  }

  /** Where it is in its life. */
  public enum Phase {
    PENDING("Pending"),
    RUNNING("Running"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed");

    private final String label;

    Phase(String label) {
      this.label = label;
    }

    /** As Kubernetes calls it. */
    public String label() {
      return label;
    }
  }

  private final Workload workload;
  private final String name;
  private final String uuid;
  private final Noise noise;
  private final double cpuRequest;
  private final double memoryRequest;
  private final double memoryFill;
  private final List<Share> shares = new ArrayList<>();

  private Node node;
  private Phase phase = Phase.PENDING;
  private boolean gone;
  private double busy;
  private double cpuUsed;
  private double memoryUsed;
  private int restarts;
  private Optional<End> lastEnd = Optional.empty();
  private long backAt;
  private boolean outOfMemory;
  private boolean crashes;
  private boolean lacksImage;
  private boolean begun;
  private boolean lags;

  Pod(Workload workload, int number, Noise noise) {
    Request request = workload.request();
    this.workload = workload;
    this.noise = noise;
    this.name = workload.name() + "-" + number + "-" + Identity.suffix(noise, 5);
    this.uuid = Identity.uuid(noise);
    this.cpuRequest = Math.max(LEAST_CORES, CORES_FOR_GPU * request.gpus());
    this.memoryRequest = Math.max(LEAST_MEMORY, MEMORY_FOR_GPU * request.gpus());
    this.memoryFill = Activity.memory(request.kind(), noise);
  }

  void calm() {
    outOfMemory = false;
    crashes = false;
    lacksImage = false;
    lags = false;
  }

  // What can befall it, for one step

  /** It wants more memory than it may have, and is killed; a minute or two later it starts anew. */
  public void outOfMemory() {
    outOfMemory = true;
  }

  /** Its container ends with an error; a minute or two later it starts anew. */
  public void crash() {
    crashes = true;
  }

  /** Its image is not there: it cannot begin, if it has not yet. */
  public void lackImage() {
    lacksImage = true;
  }

  /** It is much slower than the other pods of its workload. */
  public void lag() {
    lags = true;
  }

  // How it is

  public Workload workload() {
    return workload;
  }

  public String name() {
    return name;
  }

  public String uuid() {
    return uuid;
  }

  public String namespace() {
    return workload.request().project().namespace();
  }

  /** Whether it has a node: it has none while it waits. */
  public boolean isPlaced() {
    return node != null;
  }

  /** The node on which it runs or ran; only of a pod that {@link #isPlaced()}. */
  public Node node() {
    if (node == null) {
      throw new IllegalStateException(name + " waits for a node");
    }
    return node;
  }

  public Phase phase() {
    return isWithoutImage() ? Phase.PENDING : phase;
  }

  /** Whether it holds all that it needs, but waits for its image. */
  public boolean isWithoutImage() {
    return isRunning() && lacksImage && !begun;
  }

  public boolean isRunning() {
    return phase == Phase.RUNNING;
  }

  /** Whether it was deleted, and does not come back. */
  public boolean isGone() {
    return gone;
  }

  /** What it holds of GPUs; nothing when it does not run. */
  public List<Share> shares() {
    return Collections.unmodifiableList(shares);
  }

  /** The GPUs that it holds. */
  public double held() {
    double sum = 0;
    for (Share share : shares) {
      sum += share.part();
    }
    return sum;
  }

  /** In cores. */
  public double cpuRequest() {
    return cpuRequest;
  }

  /** In cores. */
  public double cpuLimit() {
    return cpuRequest * LIMIT;
  }

  /** In cores. */
  public double cpuUsed() {
    return cpuUsed;
  }

  /** In bytes. */
  public double memoryRequest() {
    return memoryRequest;
  }

  /** In bytes. */
  public double memoryLimit() {
    return memoryRequest * LIMIT;
  }

  /** In bytes. */
  public double memoryUsed() {
    return memoryUsed;
  }

  /** How often its container has been started anew. */
  public int restarts() {
    return restarts;
  }

  /** How its container ended the last time that it was started anew. */
  public Optional<End> lastEnd() {
    return lastEnd;
  }

  /** Whether its container is down and will be started anew. */
  public boolean isRestarting(Moment now) {
    return isRunning() && now.second() < backAt;
  }

  /** How busy it keeps its GPUs, in percent of what it holds. */
  public double busy() {
    return busy;
  }

  /** How much of the GPU memory that it may use it does use, from 0 to 1. */
  double memoryFill() {
    return memoryFill;
  }

  // What the scheduler does with it

  void start(Node where) {
    node = where;
    phase = Phase.RUNNING;
    where.host(this);
  }

  void hold(Gpu gpu, double part) {
    Share share = new Share(this, gpu, part);
    shares.add(share);
    gpu.give(share);
  }

  /** It waits again, since not all pods of its workload have found room. */
  void leave() {
    end(Phase.PENDING);
    node = null;
  }

  void end(Phase how) {
    if (isRunning()) {
      for (Share share : shares) {
        share.gpu().takeBack(share);
      }
      shares.clear();
      node.release(this);
    }
    phase = how;
    busy = 0;
    cpuUsed = 0;
    memoryUsed = 0;
  }

  void delete() {
    end(phase);
    gone = true;
  }

  // How it goes on

  void advance(Moment now, boolean idle) {
    if (!isRunning()) {
      return;
    }
    if ((outOfMemory || crashes) && now.second() >= backAt) {
      restarts++;
      lastEnd = Optional.of(outOfMemory ? End.OUT_OF_MEMORY : End.FAILED);
      backAt = now.second() + RESTART;
    }
    boolean down = now.second() < backAt || isWithoutImage();
    begun |= !down;
    Kind kind = workload.request().kind();
    busy = down || idle ? 0 : Activity.busy(kind, workload.ran(), now, noise);
    if (lags) {
      busy *= 0.2;
    }
    double effort = 0.2 + 0.5 * noise.smooth(now.second(), 240);
    cpuUsed = down ? 0 : cpuRequest * (idle ? 0.02 : effort);
    double filled = 0.45 + 0.3 * noise.smooth(now.second(), 3600);
    memoryUsed = down ? 0 : memoryRequest * (outOfMemory ? LIMIT : filled);
  }
}
