package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Platform;
import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Gpu.Kill;
import io.runboards.simulate.cluster.Kind;
import io.runboards.simulate.cluster.Project.Crowd;
import io.runboards.simulate.cluster.Workload;
import io.runboards.simulate.cluster.Workload.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes wrong with workloads: they idle, lag, fail or crowd each other out. */
final class WorkIncidents {
  private static final Crowd SHARERS = new Crowd(2, 0.3, false);
  private static final long BETWEEN_KILLS = 300;

  static final Incident IDLE_HOARDER =
      new Incident(
          "idle-hoarder",
          "A training holds its GPUs and does nothing",
          "A training hangs while it waits for data that never comes. It keeps its GPUs, and nobody"
              + " looks.",
          Duration.ofMinutes(150),
          (platform, seconds) ->
              running(platform, Kind.TRAINING).findFirst().ifPresent(Workload::idle));

  static final Incident IDLE_TEAM =
      new Incident(
          "idle-team",
          "A whole team leaves its GPUs without work",
          "The team's shared data is out of reach for a day. All its workloads wait for it, and"
              + " nobody gives the GPUs back.",
          Duration.ofMinutes(400),
          (platform, seconds) ->
              platform.clusters().first().workloads().stream()
                  .filter(workload -> workload.project().name().equals("language"))
                  .forEach(Workload::idle));

  static final Incident UNUSED_MODEL =
      new Incident(
          "unused-model",
          "Nobody asks a model any more",
          "All clients have moved to a newer model. The old one stays up and keeps its GPUs.",
          Duration.ofMinutes(375),
          (platform, seconds) ->
              running(platform, Kind.INFERENCE)
                  .filter(workload -> workload.name().equals("mistral-7b"))
                  .forEach(Workload::idle));

  static final Incident TRAINING_FAILS =
      new Incident(
          "training-fails",
          "A training ends with an error",
          "A training hits a broken file in its data after some hours and ends. Nothing starts it"
              + " again.",
          Duration.ofMinutes(10),
          (platform, seconds) ->
              platform.clusters().first().workloads().stream()
                  .filter(workload -> workload.kind() == Kind.TRAINING)
                  .filter(workload -> workload.request().gpus() > 0)
                  .filter(workload -> workload.isRunning() || workload.state() == State.FAILED)
                  .findFirst()
                  .ifPresent(Workload::fail));

  static final Incident STRAGGLER =
      new Incident(
          "straggler",
          "One worker of a distributed training is far slower than the others",
          "A worker has landed on a node with a bad network link. The others wait for it at each"
              + " step.",
          Duration.ofMinutes(60),
          (platform, seconds) ->
              running(platform, Kind.DISTRIBUTED)
                  .findFirst()
                  .ifPresent(workload -> workload.pods().getLast().lag()));

  static final Incident CROWDED_GPU =
      new Incident(
          "crowded-gpu",
          "Those who share a GPU want more memory than it has",
          "Somebody loads a larger model into a fraction of a GPU. The memory is full, and now and"
              + " then a process is killed so that the others can go on.",
          Duration.ofMinutes(40),
          WorkIncidents::crowd);

  static final List<Incident> ALL =
      List.of(IDLE_HOARDER, IDLE_TEAM, UNUSED_MODEL, TRAINING_FAILS, STRAGGLER, CROWDED_GPU);

  private WorkIncidents() {}

  private static Stream<Workload> running(Platform platform, Kind kind) {
    return platform.clusters().first().workloads().stream()
        .filter(workload -> workload.kind() == kind && workload.isRunning())
        .filter(workload -> workload.request().gpus() > 0);
  }

  private static void crowd(Platform platform, long seconds) {
    Cluster cluster = platform.clusters().first();
    cluster.project("sandbox").ifPresent(project -> project.crowd(SHARERS));
    shared(cluster)
        .ifPresent(gpu -> {
          gpu.crowd();
          long step = cluster.now().step();
          if (seconds / BETWEEN_KILLS != (seconds - step) / BETWEEN_KILLS) {
            gpu.kill(Kill.BURST);
          }
        });
  }

  private static Optional<Gpu> shared(Cluster cluster) {
    return cluster.nodes().stream()
        .flatMap(node -> node.gpus().stream())
        .filter(gpu -> gpu.shares().size() > 1)
        .findFirst();
  }
}
