package io.runboards.simulate.runai;

import static io.runboards.catalog.Runai.ACTIVE_JOB_CPU_REQUESTED_CORES;
import static io.runboards.catalog.Runai.ACTIVE_JOB_MEMORY_REQUESTED_BYTES;
import static io.runboards.catalog.Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD;
import static io.runboards.catalog.Runai.CPU_LIMITS_PER_ACTIVE_WORKLOAD;
import static io.runboards.catalog.Runai.GPU_IDLE_SECONDS_PER_WORKLOAD;
import static io.runboards.catalog.Runai.GPU_MEMORY_USED_MEBIBYTES_PER_WORKLOAD;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_WORKLOAD;
import static io.runboards.catalog.Runai.JOB_CPU_USAGE;
import static io.runboards.catalog.Runai.JOB_MEMORY_USED_BYTES;
import static io.runboards.catalog.Runai.LAST_GPU_UTILIZATION_TIME_PER_WORKLOAD;
import static io.runboards.catalog.Runai.MEMORY_LIMITS_PER_ACTIVE_WORKLOAD;
import static io.runboards.catalog.Runai.REQUESTED_GPUS_PER_WORKLOAD;
import static io.runboards.catalog.Runai.REQUESTED_GPU_MEMORY_MB_PER_WORKLOAD;
import static io.runboards.catalog.Runai.RUN_TIME_SECONDS_PER_WORKLOAD;
import static io.runboards.catalog.Runai.WAIT_TIME_SECONDS_PER_WORKLOAD;
import static io.runboards.catalog.RunaiRetired.JOB_IMAGE;
import static io.runboards.catalog.RunaiRetired.RUNNING_JOB_MEMORY_REQUESTED_BYTES;

import io.runboards.catalog.Labels;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Workload;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import java.util.ArrayList;
import java.util.List;

/** What Run:ai says about one workload and its pods, as long as it waits or runs. */
final class WorkloadSeries {
  private static final double MEMORY_OF_FRACTION = 40_000;

  private final Workload workload;
  private final Target target;
  private final Facts facts;
  private final Group always;
  private final Group running;
  private final List<PodSeries> pods = new ArrayList<>();
  private final List<Gauge> whileRunning;
  private Pod first;

  private final Gauge requestedMemory;
  private final Gauge requested;
  private final Gauge runTime;
  private final Gauge waitTime;

  private final Gauge cpuRequested;
  private final Gauge memoryRequested;
  private final Gauge sameMemory;
  private final Gauge cpuLimit;
  private final Gauge memoryLimit;
  private final Gauge cpuUsed;
  private final Gauge memoryUsed;
  private final Gauge allocated;
  private final Gauge gpuMemoryUsed;
  private final Gauge utilization;
  private final Gauge lastUsed;
  private final Gauge idle;

  WorkloadSeries(Workload workload, Target target, Facts cluster) {
    this.workload = workload;
    this.target = target;
    this.facts =
        cluster
            .and(Labels.WORKLOAD_ID, workload.id())
            .and(Labels.WORKLOAD_NAME, workload.name())
            .and(Labels.WORKLOAD_TYPE, workload.kind().type())
            .and(Labels.USER, workload.request().user())
            .and(Labels.PROJECT, workload.project().name())
            .and(Labels.JOB_NAME, workload.name())
            .and(Labels.JOB_UUID, workload.jobId())
            .and(Labels.JOB_TYPE, workload.kind().type())
            .and(Labels.POD_GROUP_UUID, "pg-" + workload.jobId());
    always = target.group();
    requestedMemory = facts.gauge(always, REQUESTED_GPU_MEMORY_MB_PER_WORKLOAD);
    requested = facts.gauge(always, REQUESTED_GPUS_PER_WORKLOAD);
    runTime = facts.gauge(always, RUN_TIME_SECONDS_PER_WORKLOAD);
    waitTime = facts.gauge(always, WAIT_TIME_SECONDS_PER_WORKLOAD);
    if (cluster.has(JOB_IMAGE)) {
      facts
          .and(Labels.IMAGE, "registry.example.com/" + workload.project().name() + ":latest")
          .fact(always, JOB_IMAGE);
    }
    running = target.group();
    cpuRequested = facts.gauge(running, ACTIVE_JOB_CPU_REQUESTED_CORES);
    memoryRequested = facts.gauge(running, ACTIVE_JOB_MEMORY_REQUESTED_BYTES);
    cpuLimit = facts.gauge(running, CPU_LIMITS_PER_ACTIVE_WORKLOAD);
    memoryLimit = facts.gauge(running, MEMORY_LIMITS_PER_ACTIVE_WORKLOAD);
    cpuUsed = facts.gauge(running, JOB_CPU_USAGE);
    memoryUsed = facts.gauge(running, JOB_MEMORY_USED_BYTES);
    allocated = facts.gauge(running, ALLOCATED_GPU_COUNT_PER_WORKLOAD);
    gpuMemoryUsed = facts.gauge(running, GPU_MEMORY_USED_MEBIBYTES_PER_WORKLOAD);
    utilization = facts.gauge(running, GPU_UTILIZATION_PER_WORKLOAD);
    lastUsed = facts.gauge(running, LAST_GPU_UTILIZATION_TIME_PER_WORKLOAD);
    idle = facts.gauge(running, GPU_IDLE_SECONDS_PER_WORKLOAD);
    sameMemory =
        cluster.has(RUNNING_JOB_MEMORY_REQUESTED_BYTES)
            ? facts.gauge(running, RUNNING_JOB_MEMORY_REQUESTED_BYTES)
            : memoryRequested;
    whileRunning =
        List.of(
            cpuRequested,
            memoryRequested,
            sameMemory,
            cpuLimit,
            memoryLimit,
            cpuUsed,
            memoryUsed,
            allocated,
            gpuMemoryUsed,
            utilization,
            lastUsed,
            idle);
  }

  Workload workload() {
    return workload;
  }

  void show() {
    showPods();
    if (workload.isWaiting() || workload.isRunning()) {
      requested.set(workload.request().allGpus());
      requestedMemory.set(ofFraction());
      runTime.set(workload.ran());
      waitTime.set(workload.waited());
    } else {
      always.end();
      running.end();
    }
    if (workload.isRunning()) {
      showRunning();
    } else {
      whileRunning.forEach(Gauge::hide);
    }
  }

  private double ofFraction() {
    double gpus = workload.request().gpus();
    return gpus < 1 ? gpus * MEMORY_OF_FRACTION : 0;
  }

  private void showRunning() {
    double cpus = 0;
    double memory = 0;
    double cpusUsed = 0;
    double bytesUsed = 0;
    for (Pod pod : workload.pods()) {
      cpus += pod.cpuRequest();
      memory += pod.memoryRequest();
      cpusUsed += pod.cpuUsed();
      bytesUsed += pod.memoryUsed();
    }
    double limit = workload.pods().getFirst().cpuLimit() / workload.pods().getFirst().cpuRequest();
    cpuRequested.set(cpus);
    memoryRequested.set(memory);
    cpuLimit.set(cpus * limit);
    memoryLimit.set(memory * limit);
    cpuUsed.set(cpusUsed);
    memoryUsed.set(bytesUsed);
    sameMemory.set(memory);
    if (workload.request().gpus() > 0) {
      allocated.set(workload.held());
      gpuMemoryUsed.set(workload.memoryUsed());
      utilization.set(workload.utilization());
      lastUsed.set(workload.lastUsed());
      idle.set(workload.idleSeconds());
    }
  }

  private void showPods() {
    Pod now = workload.pods().getFirst();
    if (now != first) {
      pods.forEach(PodSeries::end);
      pods.clear();
      workload.pods().forEach(pod -> pods.add(new PodSeries(pod, target, facts)));
      first = now;
    }
    for (PodSeries pod : pods) {
      pod.show();
    }
  }

  void end() {
    always.end();
    running.end();
    pods.forEach(PodSeries::end);
  }
}
