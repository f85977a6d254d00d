package io.runboards.simulate.kube;

import io.runboards.simulate.cluster.Kind;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Workload;
import io.runboards.simulate.cluster.Workload.State;
import io.runboards.simulate.time.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What kube-state-metrics says of the pods of one workload, and of its job if it has failed. */
final class WorkState {
  private final Workload workload;
  private final Replicas replicas;
  private final List<PodState> pods = new ArrayList<>();
  private Optional<Pod> first = Optional.empty();
  private Optional<Batch> failed = Optional.empty();

  WorkState(Workload workload, Replicas replicas) {
    this.workload = workload;
    this.replicas = replicas;
  }

  Workload workload() {
    return workload;
  }

  void show(Moment now) {
    Optional<Pod> newest = Optional.of(workload.pods().getFirst());
    if (!newest.equals(first)) {
      first = newest;
      pods.forEach(PodState::end);
      pods.clear();
      workload.pods().forEach(pod -> pods.add(new PodState(new WorkPod(pod), replicas)));
    }
    for (PodState pod : pods) {
      pod.show(now);
    }
    if (workload.state() == State.FAILED && failed.isEmpty() && isJob()) {
      failed = Optional.of(failed());
    }
  }

  private boolean isJob() {
    return workload.kind() == Kind.TRAINING || workload.kind() == Kind.PREPARATION;
  }

  private Batch failed() {
    Batch batch = replicas.batch();
    Leftovers.failedJob(batch, workload.project().namespace(), workload.name());
    return batch;
  }

  void end() {
    pods.forEach(PodState::end);
    failed.ifPresent(Batch::end);
  }
}
