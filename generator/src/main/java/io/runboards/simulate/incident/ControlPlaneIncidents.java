package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Platform;
import io.runboards.simulate.cluster.Component;
import java.time.Duration;
import java.util.List;

/** What goes wrong with the services of Run:ai itself. */
public final class ControlPlaneIncidents {
  private static final double USUAL = 0.5;
  private static final double MOST = 0.97;
  private static final double LEAK_FOR = 1500;

  static final Incident SCHEDULER_CRASHES =
      new Incident(
          "scheduler-crash-loop",
          "The scheduler crashes as soon as it starts",
          "The scheduler stumbles over a queue that was deleted while in use. It is started again"
              + " and again, and nothing new is placed.",
          Duration.ofMinutes(25),
          (platform, seconds) -> {
            component(platform, "runai-scheduler-default").crash();
            Stage.cluster(platform).scheduler().hang();
          });

  static final Incident MEMORY_LEAK =
      new Incident(
          "backend-memory-leak",
          "A service of Run:ai uses more and more memory",
          "The backend keeps every session that was ever opened. Its memory grows towards the limit"
              + " at which it will be killed.",
          Duration.ofMinutes(45),
          (platform, seconds) ->
              component(platform, "runai-backend-backend")
                  .swell(Math.min(MOST, USUAL + (MOST - USUAL) * seconds / LEAK_FOR)));

  static final Incident SYNC_BUSY =
      new Incident(
          "cluster-sync-overloaded",
          "A service of Run:ai has too few cores",
          "Somebody changes labels of all pods in a loop. The service that reports changes to the"
              + " control plane can hardly keep up.",
          Duration.ofMinutes(25),
          (platform, seconds) -> component(platform, "cluster-sync").toil(0.93));

  static final Incident TOOLKIT_STUCK =
      new Incident(
          "toolkit-rollout-stuck",
          "A DaemonSet of Run:ai does not start on some nodes",
          "A new version of the container toolkit wants a setting that two nodes lack. Work that"
              + " shares GPUs cannot start there.",
          Duration.ofMinutes(20),
          (platform, seconds) -> component(platform, "runai-container-toolkit").stall(2));

  static final Incident REPLICA_LOST =
      new Incident(
          "message-queue-replica-lost",
          "A replica of the control plane's message queue does not start",
          "The volume of a replica cannot be mounted after its node was replaced. The others go on,"
              + " and one more loss would stop them.",
          Duration.ofMinutes(20),
          (platform, seconds) -> component(platform, "runai-backend-nats").stall(1));

  public static final List<Incident> ALL =
      List.of(SCHEDULER_CRASHES, MEMORY_LEAK, SYNC_BUSY, TOOLKIT_STUCK, REPLICA_LOST);

  private ControlPlaneIncidents() {}

  private static Component component(Platform platform, String name) {
    return Stage.cluster(platform).controlPlane().component(name);
  }
}
