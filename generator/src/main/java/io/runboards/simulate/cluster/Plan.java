package io.runboards.simulate.cluster;

import io.runboards.simulate.cluster.Lane.Rhythm;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.List;

/**
 * Who shares a cluster and what they usually run, so that it is well used and never quite full.
 *
 * <p>Quotas follow from the habits: most projects keep well within theirs, one always borrows.
 */
final class Plan {
  private static final long HOUR = 3600;
  private static final long PATIENCE = 1200;
  private static final double LEAST = 0.1;
  private static final double QUOTA_FOR_USE = 1.25;
  private static final int GPUS_FOR_TEAM = 400;
  private static final int FEW = 8;

  private final List<Lane> lanes = new ArrayList<>();
  private final List<Department> departments = new ArrayList<>();
  private final int room;
  private final int most;
  private final Noise noise;

  /**
   * For a cluster.
   *
   * @param nodes its nodes
   * @param noise its chance
   */
  Plan(List<Node> nodes, Noise noise) {
    this.noise = noise;
    this.room = nodes.stream().filter(node -> !node.isSliced()).mapToInt(Node::gpuCount).sum();
    this.most = nodes.getFirst().gpuCount();
    if (room < FEW) {
      onFewGpus();
      return;
    }
    int slices = nodes.stream().filter(Node::isSliced).mapToInt(Node::gpuCount).sum();
    platform(slices);
    int teams = Math.clamp(room / GPUS_FOR_TEAM, 1, 12);
    for (int i = 1; i <= teams; i++) {
      department(i == 1 ? "" : "-" + i, (double) room / teams);
    }
  }

  List<Lane> lanes() {
    return List.copyOf(lanes);
  }

  List<Department> departments() {
    return List.copyOf(departments);
  }

  /** All share one GPU; what is left goes to trainings, and one GPU stays free if it can. */
  private void onFewGpus() {
    Project serving = new Project("serving", "platform");
    serve(serving, "llama-3-70b", 1, LEAST);
    serve(serving, "mistral-7b", 1, LEAST);
    serve(serving, "embeddings-e5", 1, LEAST);
    Project sandbox = new Project("sandbox", "platform");
    notebooks(sandbox, LEAST);
    lanes.add(preparation(sandbox));
    Project vision = new Project("vision", "research");
    add("finetune", vision, Kind.TRAINING, 1, 0.3, 5);
    Project language = new Project("language", "research");
    if (room > 1) {
      add("llm-pretrain", language, Kind.DISTRIBUTED, 2, room > 2 ? 1 : 0.5, 10);
    }
    Project genomics = new Project("genomics", "science");
    trainings(genomics, room - 4);
    Project climate = new Project("climate", "science");
    climate.guarantee(0);
    sweep(climate, 1, 0.2);
    serving.guarantee(quotaFor(serving));
    sandbox.guarantee(Project.UNLIMITED);
    vision.guarantee(quotaFor(vision));
    language.guarantee(quotaFor(language));
    genomics.guarantee(quotaFor(genomics));
    departments.add(new Department("platform", List.of(serving, sandbox)));
    departments.add(new Department("research", List.of(language, vision)));
    departments.add(new Department("science", List.of(genomics, climate)));
  }

  /** Model servers for all, and a place to try things out. */
  private void platform(int slices) {
    Project serving = new Project("serving", "platform");
    double size = room < 24 ? 1 : 2;
    serve(serving, "llama-3-70b", Math.max(1, (int) (room * 0.05 / size)), size);
    serve(serving, "mistral-7b", Math.max(1, room / 40), 1);
    if (slices > 0) {
      serve(serving, "embeddings-e5", slices, 0.25);
    } else {
      serve(serving, "embeddings-e5", 1, 0.5);
    }
    serving.guarantee(quotaFor(serving));
    Project sandbox = new Project("sandbox", "platform");
    notebooks(sandbox, room * 0.04);
    lanes.add(preparation(sandbox));
    sandbox.guarantee(Project.UNLIMITED);
    departments.add(new Department("platform", List.of(serving, sandbox)));
  }

  private void department(String number, double share) {
    Project language = new Project("language" + number, "research" + number);
    Project vision = new Project("vision" + number, "research" + number);
    Project genomics = new Project("genomics" + number, "science" + number);
    Project climate = new Project("climate" + number, "science" + number);
    distributed(language, share * 0.2);
    trainings(language, share * 0.1);
    trainings(vision, share * 0.12);
    notebooks(vision, share * 0.03);
    release(vision, share * 0.1);
    lanes.add(preparation(vision));
    trainings(genomics, share * 0.06);
    notebooks(genomics, share * 0.03);
    trainings(climate, share * 0.08);
    climate.guarantee(Math.floor(use(climate) * 0.8));
    sweep(climate, (int) (share * 0.16), 1);
    evaluation(climate);
    language.guarantee(quotaFor(language));
    vision.guarantee(quotaFor(vision));
    genomics.guarantee(quotaFor(genomics));
    departments.add(new Department("research" + number, List.of(language, vision)));
    departments.add(new Department("science" + number, List.of(genomics, climate)));
  }

  private double quotaFor(Project project) {
    return Math.ceil(use(project) * QUOTA_FOR_USE);
  }

  private double use(Project project) {
    return lanes.stream()
        .filter(lane -> lane.project() == project)
        .mapToDouble(Lane::allGpus)
        .sum();
  }

  // Habits

  private void serve(Project project, String name, int pods, double gpus) {
    lanes.add(new Lane(name, project, Kind.INFERENCE, pods, gpus, false, Rhythm.ALWAYS));
  }

  private void distributed(Project project, double gpus) {
    int pods = gpus >= 256 ? 8 : gpus >= 64 ? 4 : 2;
    double each = Math.clamp(Math.floor(gpus / pods), 1, Math.min(most, gpus >= 32 ? 8 : 4));
    for (int i = 1; i <= Math.max(1, (int) (gpus / (pods * each))); i++) {
      add("llm-pretrain" + i, project, Kind.DISTRIBUTED, pods, each, 10);
    }
  }

  private void trainings(Project project, double gpus) {
    double left = gpus;
    int count = 0;
    double[] sizes = {4, 2, 1, 1, 8, 1, 2};
    while (left >= 1) {
      double size = Math.min(most, sizes[count % sizes.length]);
      if (size <= left) {
        add("finetune" + (count + 1), project, Kind.TRAINING, 1, size, 5);
        left -= size;
      }
      count++;
    }
  }

  private void add(String name, Project project, Kind kind, int pods, double gpus, int hours) {
    Noise own = noise.of(project.name()).of(name);
    long every = Math.round(hours * HOUR * own.between(0.7, 1.3, 5));
    lanes.add(new Lane(name, project, kind, pods, gpus, false, Rhythm.steady(every, own)));
  }

  private void notebooks(Project project, double gpus) {
    double size = gpus < 0.5 ? LEAST : 0.5;
    for (int i = 1; i <= Math.max(1, (int) (gpus / size)); i++) {
      String name = "notebook" + i;
      Rhythm rhythm = Rhythm.workday(8.5, 9, noise.of(project.name()).of(name));
      lanes.add(new Lane(name, project, Kind.WORKSPACE, 1, size, false, rhythm));
    }
  }

  /** Twice a workday, something large must be done at once; others have to make room. */
  private void release(Project project, double gpus) {
    double size = Math.min(most, Math.floor(gpus));
    for (int i = 0; size > 0 && i < Math.max(1, (int) (gpus / size)); i++) {
      Noise own = noise.of(project.name()).of("release").of(i);
      String name = "release" + (i + 1);
      Rhythm morning = Rhythm.workday(10, 1.4, own).withPatience(PATIENCE);
      lanes.add(new Lane(name, project, Kind.TRAINING, 1, size, false, morning));
      Rhythm afternoon = Rhythm.workday(15, 1.4, own.of("later")).withPatience(PATIENCE);
      lanes.add(new Lane(name + "b", project, Kind.TRAINING, 1, size, false, afternoon));
    }
  }

  /** Many short runs on whatever is left over. */
  private void sweep(Project project, int many, double gpus) {
    for (int i = 1; i <= many; i++) {
      Noise own = noise.of(project.name()).of("sweep").of(i);
      long every = Math.round(own.between(1.5, 3, 5) * HOUR);
      Rhythm rhythm = Rhythm.steady(every, own).withPatience(PATIENCE);
      lanes.add(new Lane("sweep" + i, project, Kind.TRAINING, 1, gpus, true, rhythm));
    }
  }

  /** Every few hours all GPUs of one node, if one is free just then. */
  private void evaluation(Project project) {
    Noise own = noise.of(project.name()).of("evaluation");
    long every = Math.round(own.between(2, 2.6, 5) * HOUR);
    Rhythm rhythm = new Rhythm(every, 0, HOUR / 2, PATIENCE, false);
    lanes.add(new Lane("evaluation", project, Kind.TRAINING, 1, most, true, rhythm));
  }

  /** Work without a GPU. */
  private Lane preparation(Project project) {
    Rhythm rhythm = Rhythm.steady(3 * HOUR, noise.of(project.name()).of("prepare"));
    return new Lane("prepare-data", project, Kind.PREPARATION, 1, 0, false, rhythm);
  }
}
