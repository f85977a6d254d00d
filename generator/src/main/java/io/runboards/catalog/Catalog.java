package io.runboards.catalog;

import io.runboards.catalog.MetricChange.AlsoInApi;
import io.runboards.catalog.MetricChange.Change;
import io.runboards.catalog.MetricChange.LabelsChanged;
import io.runboards.catalog.MetricChange.Removed;
import io.runboards.catalog.MetricChange.Renamed;
import io.runboards.catalog.MetricChange.UnitChanged;
import io.runboards.finding.NearNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All metrics that are known, by name. */
public final class Catalog {
  private final List<Family> families;
  private final Map<String, Entry> entries = new HashMap<>();

  private record Entry(Family family, Metric metric) {}

  private static final class Standard {
    static final Catalog CATALOG =
        new Catalog(
            List.of(
                Family.of("runai", "Run:ai, published", Runai.class, "runai_"),
                Family.of("runai-retired", "Run:ai, gone since 2.17", RunaiRetired.class),
                Family.of("runai-internal", "Run:ai, not published", RunaiInternal.class),
                Family.of("dcgm", "NVIDIA dcgm-exporter", Dcgm.class, "DCGM_FI_", "DCGM_EXP_"),
                Family.of(
                    "kube-state-metrics", "kube-state-metrics", KubeStateMetrics.class, "kube_"),
                Family.of("cadvisor", "cAdvisor in the kubelet", Cadvisor.class, "container_"),
                Family.of("node-exporter", "node_exporter", NodeExporter.class, "node_"),
                Family.of(
                    "kai",
                    "KAI scheduler",
                    Kai.class,
                    "queue_allocated_",
                    "queue_fair_share_",
                    "queue_quota_",
                    "podgroups_"),
                Family.of("vllm", "vLLM model server", Vllm.class, "vllm:"),
                Family.of("nim", "NVIDIA NIM for language models", Nim.class),
                Family.of("litellm", "LiteLLM gateway", LiteLlm.class, "litellm_"),
                Family.of(
                    "qdrant",
                    "Qdrant vector database",
                    Qdrant.class,
                    "collection_",
                    "collections_",
                    "rest_responses_",
                    "grpc_responses_"),
                Family.of(
                    "prometheus",
                    "Prometheus about itself",
                    PrometheusServer.class,
                    "prometheus_",
                    "scrape_"),
                Family.of("mimir", "Grafana Mimir about itself", Mimir.class, "cortex_"),
                Family.of("blackbox", "Blackbox exporter", Blackbox.class, "probe_"),
                Family.of("training", "Training jobs", Training.class, "training_")));
  }

  private Catalog(List<Family> families) {
    this.families = List.copyOf(families);
    for (Family family : this.families) {
      for (Metric metric : family.metrics()) {
        add(family, metric);
        if (metric.kind() == Kind.HISTOGRAM) {
          metric.series().forEach(series -> add(family, series));
        }
      }
    }
  }

  private void add(Family family, Metric metric) {
    Entry other = entries.putIfAbsent(metric.name(), new Entry(family, metric));
    if (other != null) {
      throw new IllegalStateException(
          metric.name() + " is in the families " + other.family.id() + " and " + family.id());
    }
  }

  /** The metrics that this project knows by itself. */
  public static Catalog standard() {
    return Standard.CATALOG;
  }

  /** This catalog and the metrics of one more source. */
  public Catalog with(Family extra) {
    return new Catalog(Stream.concat(families.stream(), Stream.of(extra)).toList());
  }

  /** The metrics with the labels that they have on clusters of a version. */
  public Catalog asIn(ClusterVersion version) {
    return new Catalog(families.stream().map(family -> family.asIn(version)).toList());
  }

  public List<Family> families() {
    return families;
  }

  /** The metric of this name; also one of a histogram's series, such as {@code x_bucket}. */
  public Optional<Metric> find(String name) {
    return Optional.ofNullable(entries.get(name)).map(Entry::metric);
  }

  /** The family that has the metric, or else the one whose names begin like this one. */
  public Optional<Family> familyOf(String name) {
    Entry entry = entries.get(name);
    return entry != null
        ? Optional.of(entry.family())
        : families.stream()
            .filter(family -> family.prefixes().stream().anyMatch(name::startsWith))
            .findFirst();
  }

  /** Up to three names that somebody may have meant who wrote {@code name}, the nearest first. */
  public List<String> suggest(String name) {
    List<String> queryable =
        metrics().flatMap(metric -> metric.series().stream()).map(Metric::name).toList();
    return NearNames.of(name, queryable);
  }

  /**
   * What becomes of the metrics of cluster version {@code from} in version {@code to}, sorted by
   * their old names.
   */
  public List<MetricChange> changes(ClusterVersion from, ClusterVersion to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("changes go forward, not from " + from + " to " + to);
    }
    return metrics()
        .filter(metric -> metric.history().existsIn(from))
        .map(metric -> new MetricChange(metric.name(), changesOf(metric, from, to)))
        .filter(change -> !change.changes().isEmpty())
        .sorted(Comparator.comparing(MetricChange::name))
        .toList();
  }

  private List<Change> changesOf(Metric before, ClusterVersion from, ClusterVersion to) {
    return heir(before, to)
        .filter(after -> after.equals(before) || !after.history().existsIn(from))
        .map(after -> differences(before, after, from, to))
        .orElseGet(() -> List.of(new Removed(before.history().replacedBy())));
  }

  /** The metric itself if it lives on, or what stands in its place. */
  private Optional<Metric> heir(Metric metric, ClusterVersion version) {
    return metric.history().existsIn(version)
        ? Optional.of(metric)
        : metric.history().replacedBy().flatMap(this::find).flatMap(next -> heir(next, version));
  }

  private static List<Change> differences(
      Metric before, Metric after, ClusterVersion from, ClusterVersion to) {
    List<Change> changes = new ArrayList<>();
    if (!after.name().equals(before.name())) {
      changes.add(new Renamed(after.name()));
    }
    if (after.unit() != before.unit()) {
      changes.add(new UnitChanged(before.unit(), after.unit()));
    }
    if (!Set.copyOf(after.labels()).equals(Set.copyOf(before.labels()))) {
      changes.add(new LabelsChanged(before.labels(), after.labels()));
    }
    if (happened(after.history().relabelled(), from, to)) {
      changes.add(new LabelsChanged(after.history().labelsBefore(), after.labels()));
    }
    after
        .api()
        .filter(api -> happened(Optional.of(api.since()), from, to))
        .ifPresent(api -> changes.add(new AlsoInApi(api)));
    return changes;
  }

  private static boolean happened(
      Optional<ClusterVersion> when, ClusterVersion from, ClusterVersion to) {
    return when.filter(version -> from.isBefore(version) && !to.isBefore(version)).isPresent();
  }

  private Stream<Metric> metrics() {
    return families.stream().flatMap(family -> family.metrics().stream());
  }
}
