package io.runboards.simulate.runai;

import io.runboards.catalog.Kai;
import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Department;
import io.runboards.simulate.cluster.Project;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.time.Moment;
import java.util.ArrayList;
import java.util.List;

/** One queue of the scheduler: that of a project, or of a department with all its projects. */
final class QueueSeries {
  private static final double CORES_FOR_GPU = 6;
  private static final double GIGABYTES_FOR_GPU = 38.7;
  private static final double GIGABYTE = 1e9;
  private static final double WEEK = 7 * 86_400.0;

  private final List<Project> projects;
  private final boolean unlimited;
  private final Gauge deserved;
  private final Gauge cpuQuota;
  private final Gauge memoryQuota;
  private final Gauge gpus;
  private final Gauge cpus;
  private final Gauge memory;
  private final Gauge fairGpus;
  private final Gauge fairCpus;
  private final Gauge fairMemory;
  private final Gauge usage;
  private double used;

  private QueueSeries(String name, List<Project> projects, Group group) {
    this.projects = projects;
    this.unlimited = projects.stream().anyMatch(project -> project.quota() < 0);
    group.fact(Kai.QUEUE_INFO, name);
    deserved = group.gauge(Kai.QUEUE_DESERVED_GPUS, name);
    cpuQuota = group.gauge(Kai.QUEUE_QUOTA_CPU_CORES, name);
    memoryQuota = group.gauge(Kai.QUEUE_QUOTA_MEMORY_BYTES, name);
    gpus = group.gauge(Kai.QUEUE_ALLOCATED_GPUS, name);
    cpus = group.gauge(Kai.QUEUE_ALLOCATED_CPU_CORES, name);
    memory = group.gauge(Kai.QUEUE_ALLOCATED_MEMORY_BYTES, name);
    fairGpus = group.gauge(Kai.QUEUE_FAIR_SHARE_GPU, name);
    fairCpus = group.gauge(Kai.QUEUE_FAIR_SHARE_CPU_CORES, name);
    fairMemory = group.gauge(Kai.QUEUE_FAIR_SHARE_MEMORY_GB, name);
    usage = group.gauge(Kai.QUEUE_GPU_USAGE, name);
  }

  /** All queues of a cluster. */
  static List<QueueSeries> of(Cluster cluster, Group group) {
    List<QueueSeries> all = new ArrayList<>();
    for (Department department : cluster.departments()) {
      all.add(new QueueSeries(department.name(), department.projects(), group));
      for (Project project : department.projects()) {
        all.add(new QueueSeries(project.name(), List.of(project), group));
      }
    }
    return all;
  }

  void show(Moment now) {
    double quota = 0;
    double cores = 0;
    double bytes = 0;
    double held = 0;
    double fair = 0;
    for (Project project : projects) {
      quota += project.quota();
      cores += project.cpuQuota();
      bytes += project.memoryQuota();
      held += project.held();
      fair += project.fairShare();
    }
    used += (held - used) * (1 - Math.exp(-now.step() / WEEK));
    deserved.set(unlimited ? Project.UNLIMITED : quota);
    cpuQuota.set(unlimited ? Project.UNLIMITED : cores);
    memoryQuota.set(unlimited ? Project.UNLIMITED : bytes);
    gpus.set(held);
    cpus.set(held * CORES_FOR_GPU);
    memory.set(held * GIGABYTES_FOR_GPU * GIGABYTE);
    fairGpus.set(fair);
    fairCpus.set(fair * CORES_FOR_GPU);
    fairMemory.set(fair * GIGABYTES_FOR_GPU);
    usage.set(used);
  }
}
