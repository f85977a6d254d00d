package io.runboards.simulate.runai;

import io.runboards.catalog.Kai;
import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Workload;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Distribution;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.time.Moment;
import java.util.ArrayList;
import java.util.List;

/** What the scheduler says about its queues and decisions. */
final class SchedulerSeries {
  private static final double[] MILLISECONDS = {5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560};
  private static final String ALLOCATE = "allocate";
  private static final String RECLAIM = "reclaim";
  private static final String UNKNOWN_POOL = "default";
  private static final double CYCLES_PER_SECOND = 1;
  private static final long RESTARTS_EVERY = 17 * 3600;

  private final Cluster cluster;
  private final Target target;
  private final List<QueueSeries> queues;
  private final Counter attempts;
  private final Counter allocateSeen;
  private final Counter allocateDone;
  private final Counter reclaimSeen;
  private final Counter reclaimDone;
  private final Gauge cycle;
  private final Distribution latency;
  private final List<Evicted> evicted = new ArrayList<>();
  private long reclaims;

  /** How many pods of a workload were evicted. */
  private record Evicted(Workload workload, Group group, Counter pods) {}

  SchedulerSeries(Cluster cluster, Target target) {
    this.cluster = cluster;
    this.target = target;
    Group group = target.always();
    queues = QueueSeries.of(cluster, group);
    attempts = group.counter(Kai.TOTAL_PREEMPTION_ATTEMPTS);
    allocateSeen = group.counter(Kai.PODGROUPS_ACTED_ON_BY_ACTION, ALLOCATE);
    reclaimSeen = group.counter(Kai.PODGROUPS_ACTED_ON_BY_ACTION, RECLAIM);
    allocateDone = group.counter(Kai.PODGROUPS_SCHEDULED_BY_ACTION, ALLOCATE);
    reclaimDone = group.counter(Kai.PODGROUPS_SCHEDULED_BY_ACTION, RECLAIM);
    cycle = group.gauge(Kai.E2E_SCHEDULING_LATENCY_MILLISECONDS);
    latency = group.distribution(Kai.TASK_SCHEDULING_LATENCY_MILLISECONDS, MILLISECONDS);
  }

  void show(Moment now) {
    target.reachable(!cluster.isSilent());
    if (now.second() / RESTARTS_EVERY != (now.second() - now.step()) / RESTARTS_EVERY) {
      target.restart();
    }
    for (QueueSeries queue : queues) {
      queue.show(now);
    }
    double tried = cluster.scheduler().reclaims() - (double) reclaims;
    reclaims = cluster.scheduler().reclaims();
    double placed = cluster.scheduler().placed().size();
    attempts.add(tried);
    reclaimSeen.add(tried);
    reclaimDone.add(Math.min(tried, placed));
    allocateSeen.add(cluster.scheduler().considered() * CYCLES_PER_SECOND * now.step());
    allocateDone.add(Math.max(0, placed - tried));
    cycle.set(cluster.scheduler().cycle());
    if (placed > 0) {
      latency.observeAround(cluster.scheduler().cycle() * 3, placed);
    }
    showEvicted();
  }

  private void showEvicted() {
    evicted.removeIf(shown -> {
      boolean over = !cluster.knows(shown.workload());
      if (over) {
        shown.group().end();
      }
      return over;
    });
    for (Workload workload : cluster.scheduler().placed()) {
      if (workload.request().preemptible()) {
        of(workload);
      }
    }
    for (Workload workload : cluster.scheduler().evicted()) {
      of(workload).pods().add(workload.request().pods());
    }
  }

  private Evicted of(Workload workload) {
    for (Evicted shown : evicted) {
      if (shown.workload() == workload) {
        return shown;
      }
    }
    Group group = target.group();
    Pod first = workload.pods().getFirst();
    Counter pods =
        group.counter(
            Kai.POD_GROUP_EVICTED_PODS_TOTAL,
            "pg-" + workload.name(),
            workload.project().namespace(),
            workload.jobId(),
            first.isPlaced() ? first.node().pool() : UNKNOWN_POOL,
            RECLAIM);
    Evicted shown = new Evicted(workload, group, pods);
    evicted.add(shown);
    return shown;
  }
}
