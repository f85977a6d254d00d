package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.List;

/** A service of Run:ai itself: pods that are alike, and what each may use. */
public final class Component {
  private static final double GIB = 1L << 30;

  /** What looks after its pods. */
  public enum Controller {
    DEPLOYMENT("ReplicaSet"),
    STATEFUL_SET("StatefulSet"),
    DAEMON_SET("DaemonSet");

    private final String owner;

    Controller(String owner) {
      this.owner = owner;
    }

    /** The kind of the object that makes the pods. */
    public String owner() {
      return owner;
    }
  }

  private final Controller controller;
  private final String namespace;
  private final String name;
  private final double cores;
  private final double memory;
  private final List<ComponentPod> pods;

  private double memoryShare;
  private double coreShare;
  private boolean crashes;
  private int stalled;

  /** A pod on each of these nodes; it may use so many cores and GiB of memory. */
  Component(
      Controller controller,
      String namespace,
      String name,
      List<Node> nodes,
      double cores,
      double gibibytes,
      Noise noise) {
    this.controller = controller;
    this.namespace = namespace;
    this.name = name;
    this.cores = cores;
    this.memory = gibibytes * GIB;
    List<ComponentPod> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      all.add(new ComponentPod(this, i, nodes.get(i), noise.of(namespace).of(name).of(i)));
    }
    this.pods = List.copyOf(all);
  }

  void calm() {
    memoryShare = 0;
    coreShare = 0;
    crashes = false;
    stalled = 0;
  }

  // What can befall it, for one step

  /** Each of its containers uses such a share of the memory that it may use. */
  public void swell(double share) {
    memoryShare = share;
  }

  /** Each of its containers uses such a share of the cores that it may use. */
  public void toil(double share) {
    coreShare = share;
  }

  /** Its containers end with an error as soon as they have started. */
  public void crash() {
    crashes = true;
  }

  /** So many of its pods cannot start. */
  public void stall(int many) {
    stalled = many;
  }

  // How it is

  public Controller controller() {
    return controller;
  }

  public String namespace() {
    return namespace;
  }

  public String name() {
    return name;
  }

  /** The cores that each of its containers may use. */
  public double cores() {
    return cores;
  }

  /** The memory that each of its containers may use, in bytes. */
  public double memory() {
    return memory;
  }

  /** All its pods, with those whose node has left the cluster. */
  public List<ComponentPod> pods() {
    return pods;
  }

  /** How many pods it should have. */
  public int desired() {
    int count = 0;
    for (ComponentPod pod : pods) {
      count += pod.isThere() ? 1 : 0;
    }
    return count;
  }

  /** How many of its pods do their work. */
  public int available() {
    int count = 0;
    for (ComponentPod pod : pods) {
      count += pod.isThere() && pod.isUp() ? 1 : 0;
    }
    return count;
  }

  // How it goes on

  void advance(Moment now) {
    for (int i = 0; i < pods.size(); i++) {
      pods.get(i).advance(now, crashes, i < stalled, coreShare, memoryShare);
    }
  }
}
