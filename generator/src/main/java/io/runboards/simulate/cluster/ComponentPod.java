package io.runboards.simulate.cluster;

import io.runboards.simulate.cluster.Component.Controller;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/** A pod of a service of Run:ai, which stays on its node. */
public final class ComponentPod {
  private static final long BACK_OFF = 50;
  private static final long HOUR = 3600;
  private static final double MISHAPS_AN_HOUR = 0.01;

  private final Component component;
  private final String name;
  private final String uuid;
  private final Node node;
  private final Noise noise;
  private final Noise mishaps;
  private final double usualCores;
  private final double usualMemory;

  private boolean stalled;
  private int restarts;
  private long backAt;
  private boolean up;
  private double cpuUsed;
  private double memoryUsed;

  ComponentPod(Component component, int number, Node node, Noise noise) {
    this.component = component;
    this.node = node;
    this.noise = noise;
    this.mishaps = noise.of("mishaps");
    this.name = component.name() + "-" + ending(component.controller(), number, noise);
    this.uuid = Identity.uuid(noise);
    this.usualCores = noise.between(0.05, 0.2, 1);
    this.usualMemory = noise.between(0.35, 0.55, 2);
    this.restarts = number == 0 ? 1 + noise.among(2, 3) : 0;
  }

  private static String ending(Controller controller, int number, Noise noise) {
    return switch (controller) {
      case DEPLOYMENT -> Identity.suffix(noise.of("set"), 9) + "-" + Identity.suffix(noise, 5);
      case STATEFUL_SET -> Integer.toString(number);
      case DAEMON_SET -> Identity.suffix(noise, 5);
    };
  }

  public Component component() {
    return component;
  }

  public String name() {
    return name;
  }

  public String uuid() {
    return uuid;
  }

  public Node node() {
    return node;
  }

  /** Whether its node is part of the cluster. */
  public boolean isThere() {
    return node.isThere();
  }

  /** Whether its container runs. */
  public boolean isUp() {
    return up;
  }

  /** Whether its container cannot be made. */
  public boolean isStalled() {
    return stalled;
  }

  /** How often its container has been started anew. */
  public int restarts() {
    return restarts;
  }

  /** In cores. */
  public double cpuUsed() {
    return cpuUsed;
  }

  /** In bytes. */
  public double memoryUsed() {
    return memoryUsed;
  }

  void advance(
      Moment now, boolean crashes, boolean cannotStart, double coreShare, double memoryShare) {
    stalled = cannotStart;
    if ((crashes || comesToGrief(now)) && now.second() >= backAt) {
      restarts++;
      backAt = now.second() + BACK_OFF;
    }
    up = node.isReady() && !stalled && now.second() >= backAt;
    double cores = coreShare > 0 ? coreShare : usualCores * wave(now, 600);
    double memory = memoryShare > 0 ? memoryShare : usualMemory * wave(now, 7200);
    cpuUsed = up ? component.cores() * cores : 0;
    memoryUsed = up ? component.memory() * memory : 0;
  }

  /** Now and then a container ends and is started anew, which hurts nobody. */
  private boolean comesToGrief(Moment now) {
    long hour = now.second() / HOUR;
    return hour != (now.second() - now.step()) / HOUR && mishaps.at(hour) < MISHAPS_AN_HOUR;
  }

  private double wave(Moment now, long period) {
    return 0.85 + 0.3 * noise.smooth(now.second(), period);
  }
}
