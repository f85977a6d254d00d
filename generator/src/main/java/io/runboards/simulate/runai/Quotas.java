package io.runboards.simulate.runai;

import static io.runboards.catalog.Labels.CPU_QUOTA;
import static io.runboards.catalog.Labels.DEPARTMENT;
import static io.runboards.catalog.Labels.DEPARTMENT_NAME;
import static io.runboards.catalog.Labels.GPU_GUARANTEED_QUOTA;
import static io.runboards.catalog.Labels.MEMORY_QUOTA;
import static io.runboards.catalog.Labels.NODEPOOL;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.QUEUE_NAME;

import io.runboards.catalog.Runai;
import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Department;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.cluster.Project;
import io.runboards.simulate.scrape.Group;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The quotas that Run:ai writes into labels. */
final class Quotas {
  private Quotas() {}

  static void show(Cluster cluster, Group group, Facts ofCluster) {
    for (Department department : cluster.departments()) {
      Facts facts =
          ofCluster.and(DEPARTMENT, department.name()).and(DEPARTMENT_NAME, department.name());
      for (Project project : department.projects()) {
        Facts own = facts.and(PROJECT, project.name());
        limited(own, project.quota(), project.cpuQuota(), project.memoryQuota())
            .fact(group, Runai.PROJECT_INFO);
        queues(cluster, group, facts.and(QUEUE_NAME, project.name()), project);
      }
      ofDepartment(cluster, group, facts.and(QUEUE_NAME, department.name()), department);
    }
  }

  private static void queues(Cluster cluster, Group group, Facts queue, Project project) {
    for (String pool : pools(cluster)) {
      double part = part(cluster, pool);
      limited(
              queue.and(NODEPOOL, pool),
              some(project.quota(), part),
              some(project.cpuQuota(), part),
              some(project.memoryQuota(), part))
          .fact(group, Runai.QUEUE_INFO);
    }
  }

  private static void ofDepartment(
      Cluster cluster, Group group, Facts queue, Department department) {
    List<Project> projects = department.projects();
    boolean limitless = department.quota() < 0;
    double cpus = limitless ? -1 : projects.stream().mapToDouble(Project::cpuQuota).sum();
    double memory = limitless ? -1 : projects.stream().mapToDouble(Project::memoryQuota).sum();
    for (String pool : pools(cluster)) {
      double part = part(cluster, pool);
      limited(
              queue.and(NODEPOOL, pool),
              some(department.quota(), part),
              some(cpus, part),
              some(memory, part))
          .fact(group, Runai.QUEUE_INFO);
    }
  }

  private static Facts limited(Facts facts, double gpus, double cpus, double memory) {
    return facts
        .and(GPU_GUARANTEED_QUOTA, text(gpus))
        .and(CPU_QUOTA, text(cpus))
        .and(MEMORY_QUOTA, text(memory));
  }

  private static List<String> pools(Cluster cluster) {
    return cluster.nodes().stream().map(Node::pool).distinct().toList();
  }

  private static double part(Cluster cluster, String pool) {
    int all = cluster.nodes().stream().mapToInt(node -> node.gpus().size()).sum();
    int own =
        cluster.nodes().stream()
            .filter(node -> node.pool().equals(pool))
            .mapToInt(node -> node.gpus().size())
            .sum();
    return (double) own / all;
  }

  private static double some(double quota, double part) {
    return quota < 0 ? quota : quota * part;
  }

  private static String text(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
