package io.runboards.emit.alertmanager;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.check.ExaminedRule;
import io.runboards.check.Workspace;
import io.runboards.flow.SeriesLabels;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleGraph;
import io.runboards.rules.Urgency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Alerts that notify nobody while others explain them. Critical alerts are never held back.
 *
 * @param causes the names of the alerts that explain
 * @param effects the names of those that stay silent
 * @param same the labels in which both must agree
 */
record Inhibition(List<String> causes, List<String> effects, List<String> same) {

  /**
   * An alert, and what it is about.
   *
   * @param key the labels that tell its series apart, sorted
   * @param labels all labels that its series can have
   */
  private record Subject(Alert alert, List<String> key, Set<String> labels) {
    boolean isCritical() {
      return alert.urgency() == Urgency.CRITICAL;
    }
  }

  /** Alerts about things of the same kind, and the same people to look at them. */
  private record Kind(String team, List<String> key) {}

  Inhibition {
    causes = List.copyOf(causes);
    effects = List.copyOf(effects);
    same = List.copyOf(same);
  }

  /** All of a workspace: by severity in the order of its alerts, then by what blinds others. */
  static List<Inhibition> of(Workspace workspace) {
    List<Subject> alerts = workspace.rules().stream().flatMap(it -> subject(it).stream()).toList();
    List<Inhibition> all = new ArrayList<>(bySeverity(alerts));
    RuleGraph graph = RuleGraph.of(workspace.book());
    alerts.forEach(cause -> blinded(cause, alerts, graph).ifPresent(all::add));
    return all;
  }

  /** Nothing is known of an alert that may have any label, or whose query is broken. */
  private static Optional<Subject> subject(ExaminedRule rule) {
    return rule.rule() instanceof Alert alert
        ? rule.query().flatMap(query -> subject(alert, query.labels().at(query.tree())))
        : Optional.empty();
  }

  /** Of several keys, the shortest tells best what an alert is about. */
  private static Optional<Subject> subject(Alert alert, SeriesLabels labels) {
    return labels.keys().stream()
        .map(key -> key.stream().sorted().toList())
        .min(
            Comparator.comparingInt((List<String> key) -> key.size()).thenComparing(List::toString))
        .map(key -> new Subject(alert, key, labels.possible()));
  }

  /** Whoever is called to a thing need not be told of its smaller troubles as well. */
  private static List<Inhibition> bySeverity(List<Subject> alerts) {
    Map<Kind, List<Subject>> kinds = new LinkedHashMap<>();
    for (Subject it : alerts) {
      Kind kind = new Kind(it.alert().team(), it.key());
      kinds.computeIfAbsent(kind, ignored -> new ArrayList<>()).add(it);
    }
    List<Inhibition> all = new ArrayList<>();
    kinds.forEach((kind, subjects) -> {
      List<String> causes = names(subjects, Subject::isCritical);
      List<String> effects = names(subjects, it -> !it.isCritical());
      if (!kind.key().isEmpty() && !causes.isEmpty() && !effects.isEmpty()) {
        all.add(new Inhibition(causes, effects, kind.key()));
      }
    });
    return all;
  }

  private static Optional<Inhibition> blinded(
      Subject cause, List<Subject> alerts, RuleGraph graph) {
    Predicate<Subject> isEffect =
        it ->
            !it.isCritical()
                && !it.equals(cause)
                && it.labels().containsAll(cause.key())
                && reads(it.alert(), cause.alert().blinds(), graph);
    List<String> effects = names(alerts, isEffect);
    return effects.isEmpty()
        ? Optional.empty()
        : Optional.of(new Inhibition(List.of(cause.alert().name()), effects, cause.key()));
  }

  /** Whether an alert reads metrics of a family, by itself or through recording rules. */
  private static boolean reads(Alert alert, List<String> families, RuleGraph graph) {
    return Stream.concat(Stream.of(alert), graph.below(alert).stream())
        .flatMap(rule -> graph.reads(rule).stream())
        .flatMap(metric -> Catalog.standard().familyOf(metric).stream())
        .map(Family::id)
        .anyMatch(families::contains);
  }

  private static List<String> names(List<Subject> alerts, Predicate<Subject> which) {
    return alerts.stream().filter(which).map(it -> it.alert().name()).distinct().sorted().toList();
  }
}
