package io.runboards.simulate.cluster;

/** People who share a quota of GPUs. */
public final class Project {
  /** The quota of a project without a limit. */
  public static final double UNLIMITED = -1;

  private static final int CORES_FOR_GPU = 12;
  private static final double MEMORY_FOR_GPU = 100e9;

  private final String name;
  private final String department;
  private double quota;
  private double held;
  private double asked;
  private double fairShare;
  private boolean ignored;
  private Crowd crowd = Crowd.NONE;

  /**
   * Work that comes on top of the usual.
   *
   * @param workloads how many workloads
   * @param gpus what each asks for
   * @param preemptible whether their GPUs can be taken back
   */
  public record Crowd(int workloads, double gpus, boolean preemptible) {
    static final Crowd NONE = new Crowd(0, 0, true);
  }

  Project(String name, String department) {
    this.name = name;
    this.department = department;
  }

  void calm() {
    ignored = false;
    crowd = Crowd.NONE;
  }

  // What can befall it, for one step

  /** The scheduler does not see what waits in its queue. */
  public void ignore() {
    ignored = true;
  }

  /** More work than usual. It leaves as soon as the crowd does. */
  public void crowd(Crowd more) {
    crowd = more;
  }

  // How it is

  public String name() {
    return name;
  }

  public String department() {
    return department;
  }

  /** The namespace of its pods. */
  public String namespace() {
    return "runai-" + name;
  }

  /** The GPUs that it is guaranteed; {@link #UNLIMITED} if it has no limit. */
  public double quota() {
    return quota;
  }

  /** The cores that it is guaranteed; {@link #UNLIMITED} if it has no limit. */
  public double cpuQuota() {
    return quota < 0 ? UNLIMITED : quota * CORES_FOR_GPU;
  }

  /** The memory that it is guaranteed, in bytes; {@link #UNLIMITED} if it has no limit. */
  public double memoryQuota() {
    return quota < 0 ? UNLIMITED : quota * MEMORY_FOR_GPU;
  }

  /** The GPUs that its workloads hold. */
  public double held() {
    return held;
  }

  /** The GPUs that its workloads hold or wait for. */
  public double asked() {
    return asked;
  }

  /** The GPUs that it should have, given who asks now. */
  public double fairShare() {
    return fairShare;
  }

  boolean isIgnored() {
    return ignored;
  }

  Crowd crowd() {
    return crowd;
  }

  void guarantee(double gpus) {
    quota = gpus;
  }

  void isOwed(double gpus) {
    fairShare = gpus;
  }

  void count(double gpusHeld, double gpusAsked) {
    held = gpusHeld;
    asked = gpusAsked;
  }
}
