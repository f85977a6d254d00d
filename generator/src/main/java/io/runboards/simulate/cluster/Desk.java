package io.runboards.simulate.cluster;

import io.runboards.simulate.cluster.Project.Crowd;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Where workloads are submitted, in time: those of habit, and those of a crowd. */
final class Desk {
  private static final long NEVER = Long.MIN_VALUE;
  private static final long SHORTEST = 600;

  private final List<Lane> lanes;
  private final long[] last;
  private final List<Project> projects;
  private final List<List<Workload>> crowds = new ArrayList<>();
  private final Noise noise;

  Desk(List<Lane> lanes, List<Project> projects, Noise noise) {
    this.lanes = List.copyOf(lanes);
    this.last = new long[lanes.size()];
    Arrays.fill(last, NEVER);
    this.projects = List.copyOf(projects);
    projects.forEach(project -> crowds.add(new ArrayList<>()));
    this.noise = noise;
  }

  void advance(Moment now, Consumer<Workload> submit) {
    for (int i = 0; i < last.length; i++) {
      Lane lane = lanes.get(i);
      long number = lane.number(now);
      if (number != last[i]) {
        last[i] = number;
        long rest = lane.rest(now);
        if (rest > SHORTEST && lane.comesOn(now)) {
          Noise own = lane.noise(noise, number);
          submit.accept(new Workload(lane.request(own, rest), own, now.second()));
        }
      }
    }
    for (int i = 0; i < projects.size(); i++) {
      follow(projects.get(i), crowds.get(i), now, submit);
    }
  }

  private void follow(
      Project project, List<Workload> there, Moment now, Consumer<Workload> submit) {
    Crowd crowd = project.crowd();
    while (there.size() > crowd.workloads()) {
      there.removeLast().withdraw(now);
    }
    while (there.size() < crowd.workloads()) {
      Noise own = noise.of(project.name()).of("crowd").of(now.second()).of(there.size());
      Request request =
          new Request(
              "batch-" + Identity.suffix(own.of("name"), 4),
              project,
              People.of(project, own),
              Kind.TRAINING,
              1,
              crowd.gpus(),
              crowd.preemptible(),
              Request.FOR_EVER,
              Request.FOR_EVER);
      Workload workload = new Workload(request, own, now.second());
      there.add(workload);
      submit.accept(workload);
    }
  }
}
