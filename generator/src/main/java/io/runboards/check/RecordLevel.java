package io.runboards.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the first part of a recorded metric's name names its labels: {@code cluster_node} for {@code
 * clusterId} and {@code node}.
 *
 * <p>What lies around something else need not be named: {@code node} says that there is a cluster,
 * and {@code gpu} that there is a node.
 */
final class RecordLevel {
  /** The level of a metric that has no labels. */
  private static final String NO_LABEL = "all";

  private RecordLevel() {}

  /** Why a level does not name the labels; empty if it does. */
  static Optional<String> problem(String level, List<String> labels) {
    if (labels.isEmpty()) {
      return level.equals(NO_LABEL)
          ? Optional.empty()
          : Optional.of("the metric has no labels, so its level is '" + NO_LABEL + "'");
    }
    Optional<List<String>> named = named(level, labels);
    if (named.isEmpty()) {
      return Optional.of(
          "the level '%s' is not made of the metric's labels: %s"
              .formatted(level, String.join(", ", labels)));
    }
    List<String> left = new ArrayList<>(labels);
    left.removeAll(named.get());
    named.get().forEach(label -> left.removeAll(around(label)));
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of("the level '%s' does not name: %s".formatted(level, String.join(", ", left)));
  }

  /** A level that names the labels. */
  static String of(List<String> labels) {
    if (labels.isEmpty()) {
      return NO_LABEL;
    }
    Set<String> needless = new TreeSet<>();
    labels.forEach(label -> needless.addAll(around(label)));
    List<String> needed = labels.stream().filter(label -> !needless.contains(label)).toList();
    return (needed.isEmpty() ? labels : needed)
        .stream().map(label -> words(label).getFirst()).distinct().collect(Collectors.joining("_"));
  }

  /** The labels that the words of a level name, if each of them names one. */
  private static Optional<List<String>> named(String level, List<String> labels) {
    for (String label : labels) {
      for (String word : words(label)) {
        if (level.equals(word)) {
          return Optional.of(labels.stream().filter(it -> words(it).contains(word)).toList());
        }
        if (level.startsWith(word + "_")) {
          Optional<List<String>> rest = named(level.substring(word.length() + 1), labels);
          if (rest.isPresent()) {
            return rest.map(
                others -> Stream.concat(Stream.of(label), others.stream()).distinct().toList());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The words that name a label, the best one first. */
  private static List<String> words(String label) {
    return switch (label) {
      case "clusterId" -> List.of("cluster");
      case "Hostname", "hostname" -> List.of("node", "hostname");
      case "UUID" -> List.of("gpu", "uuid");
      case "modelName" -> List.of("model");
      case "pod_namespace" -> List.of("namespace", label);
      case "user" -> List.of("user", "tenant");
      case "__tenant_id__" -> List.of("tenant");
      default -> {
        String name = label.toLowerCase(Locale.ROOT);
        String thing = name.replaceFirst("_(id|name|uuid)$", "");
        yield thing.equals(name) ? List.of(name) : List.of(thing, name);
      }
    };
  }

  /** The labels that say nothing new next to another one. */
  private static List<String> around(String label) {
    return switch (label) {
      case "clusterId" -> List.of();
      case "gpu", "UUID" ->
          List.of("clusterId", "node", "Hostname", "hostname", "gpu", "UUID", "modelName").stream()
              .filter(
                  other -> !other.equals(label) && !(label.equals("gpu") && other.equals("UUID")))
              .toList();
      case "pod", "pod_name", "pod_uuid" -> List.of("clusterId", "namespace", "pod_namespace");
      case "container" -> List.of("clusterId", "namespace", "pod");
      case "project" -> List.of("clusterId", "department");
      case "workload_id" -> List.of("clusterId", "project", "workload_name", "workload_type");
      case "slo" -> List.of("clusterId", "service");
      default -> List.of("clusterId", "cluster").stream().filter(it -> !it.equals(label)).toList();
    };
  }
}
