package io.runboards.simulate.incident;

import io.runboards.simulate.Platform;
import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Kind;
import io.runboards.simulate.cluster.Workload;
import java.util.stream.Stream;

/** Where incidents happen, and when in their course. */
final class Stage {
  private Stage() {}

  static Cluster cluster(Platform platform) {
    return platform.clusters().first();
  }

  /** Whether an incident comes to some second of its course just in this step. */
  static boolean comesTo(long second, Platform platform, long seconds) {
    return seconds >= second && seconds - cluster(platform).now().step() < second;
  }

  /** Workloads of a kind that hold GPUs, the oldest first. */
  static Stream<Workload> running(Platform platform, Kind kind) {
    return cluster(platform).workloads().stream()
        .filter(workload -> workload.kind() == kind && workload.isRunning())
        .filter(workload -> workload.request().gpus() > 0);
  }
}
