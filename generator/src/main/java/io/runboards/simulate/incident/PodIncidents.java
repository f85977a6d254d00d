package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Platform;
import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Kind;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Project.Crowd;
import java.time.Duration;
import java.util.List;

/** What goes wrong with pods of workloads: they are killed, crash, or cannot begin. */
public final class PodIncidents {
  private static final Crowd NEWCOMERS = new Crowd(2, 0.1, false);

  static final Incident OOM_LOOP =
      new Incident(
          "oom-loop",
          "A training is killed for lack of memory again and again",
          "The loaders of a training need more of the node's memory than it may use. It is killed,"
              + " started again with the same limit, and killed at the same place.",
          Duration.ofMinutes(40),
          (platform, seconds) ->
              Stage.running(platform, Kind.TRAINING)
                  .findFirst()
                  .ifPresent(workload -> workload.pods().forEach(Pod::outOfMemory)));

  static final Incident CRASH_LOOP =
      new Incident(
          "crash-loop",
          "A distributed training crashes as soon as it starts",
          "A new version of a library does not suit the driver. Each start ends with an error after"
              + " some seconds, while the pods keep their GPUs.",
          Duration.ofMinutes(40),
          (platform, seconds) ->
              Stage.running(platform, Kind.DISTRIBUTED)
                  .findFirst()
                  .ifPresent(workload -> workload.pods().forEach(Pod::crash)));

  static final Incident REGISTRY_DOWN =
      new Incident(
          "registry-down",
          "Images cannot be pulled",
          "The registry of images is down. What runs goes on; what is new gets its GPUs, and waits"
              + " on them for its image.",
          Duration.ofMinutes(40),
          PodIncidents::withoutImages);

  public static final List<Incident> ALL = List.of(OOM_LOOP, CRASH_LOOP, REGISTRY_DOWN);

  private PodIncidents() {}

  private static void withoutImages(Platform platform, long seconds) {
    Cluster cluster = Stage.cluster(platform);
    cluster.project("vision").ifPresent(project -> project.crowd(NEWCOMERS));
    cluster.workloads().forEach(workload -> workload.pods().forEach(Pod::lackImage));
  }
}
