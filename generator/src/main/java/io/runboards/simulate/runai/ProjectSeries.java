package io.runboards.simulate.runai;

import static io.runboards.catalog.RunaiInternal.ALLOCATED_GPU_COUNT_PER_POD_HOURLY;
import static io.runboards.catalog.RunaiInternal.ALLOCATED_MEMORY_PER_POD_HOURLY;
import static io.runboards.catalog.RunaiInternal.ALLOCATED_MILLICPUS_PER_POD_HOURLY;
import static io.runboards.catalog.RunaiInternal.GPU_IDLE_HOURS_PER_QUEUE_HOURLY;
import static io.runboards.catalog.RunaiInternal.USED_CPU_CORES_PER_POD_HOURLY;
import static io.runboards.catalog.RunaiInternal.USED_MEMORY_BYTES_PER_POD_HOURLY;

import io.runboards.catalog.Labels;
import io.runboards.catalog.Runai;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Project;
import io.runboards.simulate.cluster.Share;
import io.runboards.simulate.cluster.Workload;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.time.Moment;
import java.util.Arrays;

/** What Run:ai says about one project: what it holds now, and each hour what it has used. */
final class ProjectSeries {
  private static final long HOUR = 3600;

  private final Project project;
  private final Gauge guaranteed;
  private final Gauge allocated;
  private final Gauge utilization;
  private final Gauge[] hourly;
  private final double[] sums;
  private double busy;
  private long hour = Long.MIN_VALUE;

  ProjectSeries(Project project, Group group, Facts cluster) {
    this.project = project;
    Facts facts =
        cluster.and(Labels.PROJECT, project.name()).and(Labels.DEPARTMENT, project.department());
    guaranteed = facts.gauge(group, Runai.PROJECT_GUARANTEED_GPUS);
    allocated = facts.gauge(group, Runai.ALLOCATED_GPU_COUNT_PER_PROJECT);
    utilization = facts.gauge(group, Runai.GPU_UTILIZATION_PER_PROJECT);
    hourly =
        new Gauge[] {
          facts.gauge(group, ALLOCATED_GPU_COUNT_PER_POD_HOURLY),
          facts.gauge(group, ALLOCATED_MILLICPUS_PER_POD_HOURLY),
          facts.gauge(group, ALLOCATED_MEMORY_PER_POD_HOURLY),
          facts.gauge(group, USED_CPU_CORES_PER_POD_HOURLY),
          facts.gauge(group, USED_MEMORY_BYTES_PER_POD_HOURLY),
          facts.gauge(group, GPU_IDLE_HOURS_PER_QUEUE_HOURLY)
        };
    sums = new double[hourly.length];
  }

  Project project() {
    return project;
  }

  /** A workload of the project has run for a step. */
  void add(Workload workload, int step) {
    for (Pod pod : workload.pods()) {
      if (pod.isRunning()) {
        double held = 0;
        for (Share share : pod.shares()) {
          held += share.part();
          busy += share.utilization();
        }
        sums[0] += held * step;
        sums[1] += pod.cpuRequest() * 1000 * step;
        sums[2] += pod.memoryRequest() * step;
        sums[3] += pod.cpuUsed() * step;
        sums[4] += pod.memoryUsed() * step;
        sums[5] += workload.idleSeconds() > 0 ? held * step : 0;
      }
    }
  }

  void show(Moment now) {
    guaranteed.set(project.quota());
    allocated.set(project.held());
    if (project.held() > 0) {
      utilization.set(Math.min(100, busy / project.held()));
    } else {
      utilization.hide();
    }
    busy = 0;
    long current = Math.floorDiv(now.second(), HOUR);
    if (current != hour) {
      for (int i = 0; i < sums.length; i++) {
        hourly[i].set(sums[i]);
      }
      Arrays.fill(sums, 0);
      hour = current;
    }
  }
}
