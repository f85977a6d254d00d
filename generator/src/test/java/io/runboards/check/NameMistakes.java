package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Wrong names of metrics and labels. */
final class NameMistakes {
  private static final String LEVEL = "_per_";

  private static final Set<String> ALL_LABELS =
      Labels.all().stream().map(Label::name).collect(Collectors.toSet());

  /** What different sources call about the same. */
  private static final List<List<String>> RELATED_LABELS =
      List.of(
          List.of("clusterId", "cluster"),
          List.of("department", "department_name", "project"),
          List.of("gpu", "UUID", "device", "GPU_I_ID"),
          List.of("modelName", "model_name", "model"),
          List.of("namespace", "pod_namespace", "namespace_name", "exported_namespace"),
          List.of("node", "Hostname", "hostname"),
          List.of("nodepool", "label_runai_node_pool"),
          List.of("pod", "pod_name", "exported_pod"),
          List.of("pod_uuid", "uid"),
          List.of("project", "queue_name"),
          List.of("workload_id", "workload_uuid", "job_uuid"),
          List.of("workload_name", "job_name", "deployment_name"),
          List.of("workload_type", "job_type"));

  private NameMistakes() {}

  /** A letter is missing in the name of a metric. */
  static Stream<Expr> misspeltMetrics(Subject subject) {
    return renamed(subject, metric -> Stream.of(misspelt(metric.name())));
  }

  /** A label lacks a letter, or is written in the other style: cluster_id, workloadId. */
  static Stream<Expr> misspeltLabels(Subject subject) {
    return LabelPlace.in(subject.tree())
        .flatMap(place ->
            Stream.of(misspelt(place.label()), inOtherStyle(place.label()))
                .filter(label -> !ALL_LABELS.contains(label))
                .filter(label -> isWrongIn(place, label, subject))
                .map(place.renamed()));
  }

  /** A label that another source uses for the same. */
  static Stream<Expr> labelsOfAnotherFamily(Subject subject) {
    return LabelPlace.in(subject.tree())
        .flatMap(place ->
            RELATED_LABELS.stream()
                .filter(related -> related.contains(place.label()))
                .flatMap(List::stream)
                .filter(label -> isWrongIn(place, label, subject))
                .map(place.renamed()));
  }

  /** The same measurement for nodes instead of GPUs, and so on, which lacks a label in use. */
  static Stream<Expr> metricsOfAnotherLevel(Subject subject) {
    return subject
        .sites(VectorSelector.class)
        .flatMap(site -> {
          Set<String> used = labelsInUse(site);
          return subject.metric(site.node()).stream()
              .flatMap(metric -> onOtherLevels(metric, subject))
              .filter(other -> used.stream().anyMatch(label -> !other.has(label)))
              .map(other -> site.with(Edit.named(site.node(), other.name())));
        });
  }

  /** The name that a metric had before the cluster's version. */
  static Stream<Expr> oldNames(Subject subject) {
    return renamed(subject, metric -> metric.history().replaces().stream());
  }

  private static Stream<Expr> renamed(Subject subject, Function<Metric, Stream<String>> names) {
    return subject
        .sites(VectorSelector.class)
        .flatMap(site ->
            subject.metric(site.node()).stream()
                .flatMap(names)
                .map(name -> site.with(Edit.named(site.node(), name))));
  }

  /** Without the letter in the middle. */
  private static String misspelt(String name) {
    int middle = name.length() / 2;
    return name.substring(0, middle) + name.substring(middle + 1);
  }

  private static String inOtherStyle(String label) {
    StringBuilder other = new StringBuilder();
    boolean afterUnderscore = false;
    for (char c : label.toCharArray()) {
      if (Character.isUpperCase(c)) {
        other.append('_').append(Character.toLowerCase(c));
      } else if (c != '_') {
        other.append(afterUnderscore ? Character.toUpperCase(c) : c);
      }
      afterUnderscore = c == '_';
    }
    String text = other.toString();
    return text.startsWith("_") ? text.substring(1).toLowerCase(Locale.ROOT) : text;
  }

  /** Whether one of the sides certainly lacks the label. */
  private static boolean isWrongIn(LabelPlace place, String label, Subject subject) {
    return !label.equals(place.label())
        && place.sides().stream().anyMatch(side -> subject.lacks(side, label));
  }

  private static Stream<Metric> onOtherLevels(Metric metric, Subject subject) {
    int level = metric.name().indexOf(LEVEL);
    if (level < 0) {
      return Stream.empty();
    }
    String stem = metric.name().substring(0, level + LEVEL.length());
    return subject.world().catalog().families().stream()
        .flatMap(family -> family.metrics().stream())
        .filter(other -> other.name().startsWith(stem) && !other.name().equals(metric.name()))
        .filter(other -> other.history().existsIn(ClusterVersion.V2_17));
  }

  /** The labels that a selector and what stands above it name. */
  private static Set<String> labelsInUse(Site<?> site) {
    return Stream.concat(Stream.of(site.node()), site.ancestors())
        .flatMap(node ->
            switch (node) {
              case VectorSelector selector -> selector.matchers().stream().map(Matcher::label);
              case Aggregation aggregation -> aggregation.labels().stream();
              case Binary binary -> binary.matching().labels().stream();
              default -> Stream.<Text>empty();
            })
        .map(Text::value)
        .collect(Collectors.toSet());
  }
}
