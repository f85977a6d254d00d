package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Platform;
import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Kind;
import io.runboards.simulate.cluster.Project;
import io.runboards.simulate.cluster.Project.Crowd;
import io.runboards.simulate.cluster.Workload;
import java.time.Duration;
import java.util.List;

/** What goes wrong between those who wait for GPUs and those who hold them. */
final class QueueIncidents {
  private static final double QUARTER = 0.25;
  private static final double FRACTION = 0.1;
  private static final long SOON = 600;

  static final Incident SCHEDULER_STUCK =
      new Incident(
          "scheduler-stuck",
          "The scheduler places nothing any more",
          "The scheduler hangs on a request to the API server. What runs goes on; whatever is"
              + " submitted waits, although GPUs are free.",
          Duration.ofMinutes(80),
          (platform, seconds) -> {
            platform.clusters().first().scheduler().hang();
            crowd(platform, "vision", 2, 1, false);
            crowd(platform, "language", 2, 1, false);
          });

  static final Incident STUCK_QUEUE =
      new Incident(
          "stuck-queue",
          "The queue of one project does not move",
          "A broken node affinity keeps all new workloads of one project from any node. Its quota"
              + " stays unused, and GPUs are free.",
          Duration.ofMinutes(75),
          (platform, seconds) -> {
            platform.clusters().first().project("vision").ifPresent(Project::ignore);
            crowd(platform, "vision", 3, 1, false);
          });

  static final Incident OVER_QUOTA_PROJECT =
      new Incident(
          "over-quota-project",
          "A project holds far more than its quota and does not give it back",
          "Before a deadline one project fills the cluster with work that cannot be preempted. Soon"
              + " after, another one waits for GPUs that it is guaranteed.",
          Duration.ofMinutes(90),
          QueueIncidents::borrow);

  static final Incident FULL_CLUSTER =
      new Incident(
          "full-cluster",
          "All GPUs have been held for hours",
          "A large search for parameters takes every GPU and every fraction that is free. What"
              + " comes later waits.",
          Duration.ofMinutes(385),
          (platform, seconds) -> {
            int gpus = platform.clusters().first().gpuCount();
            crowd(platform, "climate", Math.ceilDiv(gpus, 2), 1, true);
            crowd(platform, "genomics", gpus * 2, QUARTER, true);
          });

  static final Incident QUOTA_NEARLY_USED =
      new Incident(
          "quota-nearly-used",
          "A project has used up its quota",
          "The servers of models take part in a test of their accuracy, which uses all that is left"
              + " of their quota.",
          Duration.ofMinutes(75),
          QueueIncidents::fillQuota);

  static final Incident EVICTION_STORM =
      new Incident(
          "eviction-storm",
          "Workloads are stopped and started again in turn",
          "Two queues take GPUs from each other every minute. What was computed since the last"
              + " checkpoint is lost each time.",
          Duration.ofMinutes(30),
          (platform, seconds) -> {
            platform.clusters().first().scheduler().thrash();
            crowd(platform, "climate", 12, FRACTION, true);
          });

  static final List<Incident> ALL =
      List.of(
          SCHEDULER_STUCK,
          STUCK_QUEUE,
          OVER_QUOTA_PROJECT,
          FULL_CLUSTER,
          QUOTA_NEARLY_USED,
          EVICTION_STORM);

  private QueueIncidents() {}

  private static void crowd(
      Platform platform, String project, int workloads, double gpus, boolean preemptible) {
    platform
        .clusters()
        .first()
        .project(project)
        .ifPresent(found -> found.crowd(new Crowd(workloads, gpus, preemptible)));
  }

  private static void borrow(Platform platform, long seconds) {
    Cluster cluster = platform.clusters().first();
    cluster.scheduler().keepLoans();
    crowd(platform, "climate", Math.ceilDiv(cluster.gpuCount(), 2), 1, false);
    if (seconds > SOON) {
      crowd(platform, "vision", 6, 2, false);
    }
  }

  private static void fillQuota(Platform platform, long seconds) {
    Cluster cluster = platform.clusters().first();
    cluster
        .project("serving")
        .ifPresent(project -> {
          double usual =
              cluster.workloads().stream()
                  .filter(workload -> workload.kind() == Kind.INFERENCE)
                  .filter(workload -> workload.project() == project)
                  .mapToDouble(Workload::held)
                  .sum();
          int more = (int) ((project.quota() - usual) / QUARTER);
          project.crowd(new Crowd(more, QUARTER, false));
        });
  }
}
