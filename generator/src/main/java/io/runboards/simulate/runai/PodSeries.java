package io.runboards.simulate.runai;

import static io.runboards.catalog.Runai.ALLOCATED_GPU_COUNT_PER_POD;
import static io.runboards.catalog.Runai.ALLOCATED_MEMORY_PER_POD;
import static io.runboards.catalog.Runai.ALLOCATED_MILLICPUS_PER_POD;
import static io.runboards.catalog.Runai.GPU_MEMORY_USED_MEBIBYTES_PER_POD_PER_GPU;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_POD_PER_GPU;
import static io.runboards.catalog.RunaiInternal.POD_PHASE_WITH_INFO;
import static io.runboards.catalog.RunaiRetired.GPU_UTILIZATION_NON_FRACTIONAL_JOBS;
import static io.runboards.catalog.RunaiRetired.JOB_SWAP_MEMORY_USED_BYTES;

import io.runboards.catalog.Labels;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Pod.Phase;
import io.runboards.simulate.cluster.Share;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import java.util.ArrayList;
import java.util.List;

/** What Run:ai says about one pod: its phase, and what it holds while it runs. */
final class PodSeries {
  private static final Phase[] PHASES = Phase.values();

  private final Pod pod;
  private final Target target;
  private final Facts facts;
  private final Group phases;
  private final Gauge[] ofPhase = new Gauge[PHASES.length];
  private final List<OfShare> shares = new ArrayList<>();
  private Group running;

  /** What it makes of one GPU. */
  private record OfShare(Share share, Gauge utilization, Gauge memory, Gauge whole) {
    void show() {
      utilization.set(share.utilization());
      whole.set(share.utilization());
      memory.set(share.memory());
    }
  }

  PodSeries(Pod pod, Target target, Facts workload) {
    this.pod = pod;
    this.target = target;
    this.facts =
        workload
            .and(Labels.POD_NAME, pod.name())
            .and(Labels.POD_UUID, pod.uuid())
            .and(Labels.POD_NAMESPACE, pod.namespace());
    this.phases = target.group();
    for (Phase phase : PHASES) {
      Facts inPhase = facts.and(Labels.PHASE, phase.label());
      ofPhase[phase.ordinal()] = inPhase.gauge(phases, POD_PHASE_WITH_INFO);
    }
  }

  void show() {
    for (Phase phase : PHASES) {
      ofPhase[phase.ordinal()].set(pod.phase() == phase);
    }
    if (pod.isRunning()) {
      if (running == null) {
        start();
      }
      shares.forEach(OfShare::show);
    } else {
      stop();
    }
  }

  private void start() {
    running = target.group();
    Facts own = facts.and(Labels.NODE, pod.node().name());
    if (pod.held() > 0) {
      own.gauge(running, ALLOCATED_GPU_COUNT_PER_POD).set(pod.held());
    }
    own.gauge(running, ALLOCATED_MILLICPUS_PER_POD).set(Math.rint(pod.cpuRequest() * 1000));
    own.gauge(running, ALLOCATED_MEMORY_PER_POD).set(pod.memoryRequest());
    if (own.has(JOB_SWAP_MEMORY_USED_BYTES) && isFirst()) {
      own.gauge(running, JOB_SWAP_MEMORY_USED_BYTES).set(0);
    }
    for (Share share : pod.shares()) {
      Facts onGpu = own.and(Labels.GPU, Integer.toString(share.gpu().index()));
      Gauge utilization = onGpu.gauge(running, GPU_UTILIZATION_PER_POD_PER_GPU);
      Gauge memory = onGpu.gauge(running, GPU_MEMORY_USED_MEBIBYTES_PER_POD_PER_GPU);
      boolean old = share.part() == 1 && own.has(GPU_UTILIZATION_NON_FRACTIONAL_JOBS);
      Gauge whole = old ? onGpu.gauge(running, GPU_UTILIZATION_NON_FRACTIONAL_JOBS) : utilization;
      shares.add(new OfShare(share, utilization, memory, whole));
    }
  }

  /** Of what does not tell the pods of a workload apart, there is one series a node at most. */
  private boolean isFirst() {
    return pod.workload().pods().getFirst() == pod;
  }

  private void stop() {
    if (running != null) {
      running.end();
      running = null;
      shares.clear();
    }
  }

  void end() {
    phases.end();
    stop();
  }
}
