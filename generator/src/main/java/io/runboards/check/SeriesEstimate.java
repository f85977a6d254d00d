package io.runboards.check;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Family;
import io.runboards.catalog.Kind;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.site.Setup.Sizes;
import java.util.List;
import java.util.Set;

/**
 * About how many series a cluster of some size sends at a time.
 *
 * <p>A metric has as many series as the smallest set of labels that identifies them has values: as
 * many as there are pods, workloads or nodes, times the labels that each of those has several of. A
 * pod or a workload has one node, one project and one namespace. It is an estimate from above for
 * the metrics of the catalog; exporters deliver others as well.
 */
final class SeriesEstimate {
  /** What a cluster sends, whatever runs on it. */
  private static final Set<String> FAMILIES =
      Set.of("runai", "dcgm", "kube-state-metrics", "cadvisor", "node-exporter", "kai");

  private static final Set<String> PODS = Set.of("pod", "pod_uuid", "pod_name", "uid", "id");
  private static final Set<String> WORKLOADS =
      Set.of(
          "workload_id",
          "workload_name",
          "job_uuid",
          "job_name",
          "pod_group_uuid",
          "podgroup",
          "deployment",
          "statefulset");
  private static final Set<String> NODES = Set.of("node", "Hostname", "hostname");
  private static final Set<String> PROJECTS =
      Set.of("project", "department", "queue_name", "namespace", "pod_namespace", "user");
  private static final Set<String> STATES = Set.of("phase", "reason", "condition", "resource");
  private static final int USUAL_STATES = 5;
  private static final int USUAL_BUCKETS = 12;
  private static final int USUAL_PARTS = 2;

  private final Sizes sizes;

  SeriesEstimate(Sizes sizes) {
    this.sizes = sizes;
  }

  /** The series of a source; none if it is not on every cluster. */
  long of(Family family, ClusterVersion version) {
    return FAMILIES.contains(family.id())
        ? family.metrics().stream()
            .filter(metric -> metric.history().existsIn(version))
            .mapToLong(this::of)
            .sum()
        : 0;
  }

  /** The series of all sources. */
  long of(Catalog catalog, ClusterVersion version) {
    return catalog.families().stream().mapToLong(family -> of(family, version)).sum();
  }

  /** The series of a metric. */
  long of(Metric metric) {
    long each =
        metric.identities().stream().mapToLong(this::combinations).min().orElseThrow();
    return metric.kind() == Kind.HISTOGRAM ? each * (USUAL_BUCKETS + 2) : each;
  }

  private long combinations(List<Label> identity) {
    List<String> names = identity.stream().map(Label::name).toList();
    long all = subjects(names);
    for (String name : names) {
      all *= values(name);
    }
    return all;
  }

  /** What the labels are about: the largest kind of thing decides, because it belongs to others. */
  private long subjects(List<String> labels) {
    if (labels.stream().anyMatch(PODS::contains)) {
      return sizes.pods();
    }
    if (labels.stream().anyMatch(WORKLOADS::contains)) {
      return sizes.workloads();
    }
    if (labels.contains("UUID")) {
      return (long) sizes.nodes() * sizes.gpusPerNode();
    }
    if (labels.stream().anyMatch(NODES::contains)) {
      return sizes.nodes();
    }
    return labels.stream().anyMatch(PROJECTS::contains) ? sizes.projects() : 1;
  }

  private long values(String label) {
    if (label.equals("gpu")) {
      return sizes.gpusPerNode();
    }
    if (label.equals("container") || label.equals("device") || label.equals("port")) {
      return USUAL_PARTS;
    }
    return STATES.contains(label) ? USUAL_STATES : 1;
  }
}
