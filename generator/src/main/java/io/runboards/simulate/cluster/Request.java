package io.runboards.simulate.cluster;

/**
 * What somebody submits.
 *
 * @param name the workload's name
 * @param project in which project
 * @param user who
 * @param kind what it is for
 * @param pods how many pods
 * @param gpus the GPUs of each pod: a fraction of one, or whole ones
 * @param preemptible whether its GPUs may be taken back when others are owed them
 * @param work for how many seconds it works
 * @param patience after how many seconds of waiting it is withdrawn
 */
public record Request(
    String name,
    Project project,
    String user,
    Kind kind,
    int pods,
    double gpus,
    boolean preemptible,
    long work,
    long patience) {
  /** It never ends, or waits for ever. */
  public static final long FOR_EVER = Long.MAX_VALUE;

  /** The GPUs of all its pods. */
  public double allGpus() {
    return pods * gpus;
  }
}
