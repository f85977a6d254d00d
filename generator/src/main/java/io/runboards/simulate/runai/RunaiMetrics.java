package io.runboards.simulate.runai;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Installation;
import io.runboards.query.ForVersion;
import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Kind;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.cluster.Workload;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Part;
import java.util.ArrayList;
import java.util.List;

/** Shows what Run:ai says about one cluster, with the agents on its nodes and its scheduler. */
public final class RunaiMetrics implements Part {
  private final Cluster cluster;
  private final Target target;
  private final Facts facts;
  private final Gauge cpuUtilization;
  private final Gauge memoryUsed;
  private final Gauge memoryUtilization;
  private final List<NodeSeries> nodes;
  private final List<NodeAgent> agents;
  private final List<ProjectSeries> projects;
  private final List<WorkloadSeries> workloads = new ArrayList<>();
  private final List<Served> served = new ArrayList<>();
  private final SchedulerSeries scheduler;

  /**
   * For a cluster.
   *
   * @param cluster what is shown
   * @param targets where it can be scraped
   * @param site its version, and how it writes what no document settles
   */
  public RunaiMetrics(Cluster cluster, Targets targets, Installation site) {
    this.cluster = cluster;
    String place = cluster.id().substring(0, 8);
    this.target = targets.add("runai-metrics", "runai-metrics-" + place + ":8080");
    this.facts =
        new Facts(new ForVersion(site.version(), Catalog.standard()), site.version(), List.of())
            .and(Labels.CLUSTER_ID, cluster.id());
    Group always = target.always();
    cpuUtilization = facts.gauge(always, Runai.CLUSTER_CPU_UTILIZATION);
    memoryUsed = facts.gauge(always, Runai.CLUSTER_MEMORY_USED_BYTES);
    memoryUtilization = facts.gauge(always, Runai.CLUSTER_MEMORY_UTILIZATION);
    Quotas.show(cluster, always, facts);
    nodes =
        cluster.nodes().stream()
            .map(node -> new NodeSeries(node, target, facts, site.spelling()))
            .toList();
    projects =
        cluster.projects().stream()
            .map(project -> new ProjectSeries(project, always, facts))
            .toList();
    agents = cluster.nodes().stream().map(node -> new NodeAgent(node, targets)).toList();
    scheduler =
        new SchedulerSeries(cluster, targets.add("kai-scheduler", "kai-" + place + ":8080"));
  }

  @Override
  public void calm() {}

  @Override
  public void advance(Moment now) {
    target.reachable(!cluster.isSilent());
    showSums();
    nodes.forEach(NodeSeries::show);
    showWorkloads(now);
    for (ProjectSeries project : projects) {
      project.show(now);
    }
    for (NodeAgent agent : agents) {
      agent.show(!cluster.isSilent());
    }
    scheduler.show(now);
  }

  private void showSums() {
    double cores = 0;
    double busy = 0;
    double memory = 0;
    double used = 0;
    for (Node node : cluster.nodes()) {
      if (node.isReady()) {
        cores += node.cores();
        busy += node.cpuUsed();
        memory += node.memory();
        used += node.memoryUsed();
      }
    }
    memoryUsed.set(used);
    cpuUtilization.set(cores == 0 ? 0 : busy / cores);
    memoryUtilization.set(memory == 0 ? 0 : used / memory);
  }

  private void showWorkloads(Moment now) {
    for (Workload workload : cluster.arrived()) {
      workloads.add(new WorkloadSeries(workload, target, facts));
      if (workload.kind() == Kind.INFERENCE) {
        served.add(new Served(workload, target.always(), facts));
      }
    }
    workloads.removeIf(shown -> {
      boolean over = !cluster.knows(shown.workload());
      if (over) {
        shown.end();
      }
      return over;
    });
    for (WorkloadSeries workload : workloads) {
      workload.show();
    }
    for (Served server : served) {
      server.show(now.step());
    }
    for (ProjectSeries project : projects) {
      for (WorkloadSeries workload : workloads) {
        if (workload.workload().isRunning() && workload.workload().project() == project.project()) {
          project.add(workload.workload(), now.step());
        }
      }
    }
  }
}
