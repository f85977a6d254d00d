package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A cluster: its nodes, those who share them, and the work that comes and goes. */
public final class Cluster implements Part {
  private final String id;
  private final List<Node> nodes;
  private final List<Department> departments;
  private final List<Project> projects;
  private final Scheduler scheduler;
  private final Desk desk;
  private final ControlPlane controlPlane;
  private final List<Workload> workloads = new ArrayList<>();
  private List<Workload> arrived = new ArrayList<>();
  private boolean silent;
  private Moment now = new Moment(0, 1);

  Cluster(
      String id,
      List<Node> nodes,
      List<Department> departments,
      List<Lane> lanes,
      ControlPlane controlPlane,
      Noise noise) {
    this.id = id;
    this.nodes = List.copyOf(nodes);
    this.departments = List.copyOf(departments);
    this.projects = departments.stream().flatMap(some -> some.projects().stream()).toList();
    this.scheduler = new Scheduler(nodes);
    this.desk = new Desk(lanes, projects, noise);
    this.controlPlane = controlPlane;
  }

  @Override
  public void calm() {
    silent = false;
    scheduler.calm();
    controlPlane.calm();
    nodes.forEach(Node::calm);
    projects.forEach(Project::calm);
    workloads.forEach(Workload::calm);
  }

  /** For one step, nothing of it reaches the store. */
  public void fallSilent() {
    silent = true;
  }

  public boolean isSilent() {
    return silent;
  }

  /** Its {@code clusterId}. */
  public String id() {
    return id;
  }

  public List<Node> nodes() {
    return nodes;
  }

  public List<Department> departments() {
    return departments;
  }

  public List<Project> projects() {
    return projects;
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  /** The services of Run:ai that run in it. */
  public ControlPlane controlPlane() {
    return controlPlane;
  }

  /** Its workloads in the order in which they were submitted; those that ended stay for a while. */
  public List<Workload> workloads() {
    return Collections.unmodifiableList(workloads);
  }

  /** The workloads that came in this step. */
  public List<Workload> arrived() {
    return Collections.unmodifiableList(arrived);
  }

  /** Whether a workload is there, or ended only a while ago. */
  public boolean knows(Workload workload) {
    return !workload.isForgottenBy(now);
  }

  public Optional<Project> project(String name) {
    return projects.stream().filter(project -> project.name().equals(name)).findFirst();
  }

  /** The moment that it is at. */
  public Moment now() {
    return now;
  }

  /** All GPUs of nodes that are there, without those that are lost. */
  public int gpuCount() {
    int count = 0;
    for (Node node : nodes) {
      count += node.isThere() ? node.gpuCount() : 0;
    }
    return count;
  }

  @Override
  public void advance(Moment moment) {
    now = moment;
    arrived = new ArrayList<>();
    desk.advance(moment, arrived::add);
    workloads.addAll(arrived);
    for (Workload workload : workloads) {
      workload.advance(moment);
    }
    workloads.stream().filter(some -> some.isForgottenBy(moment)).forEach(Workload::forget);
    workloads.removeIf(workload -> workload.isForgottenBy(moment));
    scheduler.run(workloads, projects, moment);
    for (Node node : nodes) {
      node.advance(moment);
    }
    controlPlane.advance(moment);
  }
}
