package io.runboards.check;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.catalog.ValueRange;
import io.runboards.flow.Quantity;
import io.runboards.flow.SeriesLabels;
import io.runboards.flow.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The metrics that the recording rules among the domain queries make. */
final class RecordedMetrics {
  /** A share that rules write as a constant, so that only its declaration can say so. */
  private static final String OBJECTIVE = "slo:objective_error:ratio";

  /** Errors by errors and successes: nothing but the declaration can say that it ends at 1. */
  private static final String ERRORS = "slo:error:ratio_";

  private static final ValueRange A_PART = new ValueRange(0, 1);

  /** The rules of objectives add it to what they record; their queries do not tell. */
  private static final Label SLO = Label.bounded("slo", "Name of the objective");

  private final Map<String, Metric> metrics = new TreeMap<>();

  private RecordedMetrics() {}

  /** The standard world, in which the rules have been evaluated. */
  static World world(List<Original> originals) {
    RecordedMetrics recorded = new RecordedMetrics();
    originals.stream().filter(Original::isRecorded).forEach(recorded::add);
    return recorded.world();
  }

  private World world() {
    Family family =
        new Family(Family.RECORDED, "Recording rules", List.of(), List.copyOf(metrics.values()));
    return new World(Catalog.standard().with(family), World.standard().extraLabels());
  }

  private void add(Original rule) {
    Metric metric = metric(rule.title(), Query.of(rule.tree(), world(), Optional.empty()));
    metrics.merge(metric.name(), metric, RecordedMetrics::both);
  }

  private static Metric metric(String name, Query query) {
    SeriesLabels labels = query.labels().at(query.tree());
    Quantity values = query.units().at(query.tree());
    Stream<Label> added = name.startsWith("slo:") ? Stream.of(SLO) : Stream.empty();
    Stream<Label> kept = labels.possible().stream().map(label -> label(label, query));
    return metric(
        name,
        name.equals(OBJECTIVE) ? Unit.RATIO : values.unit().orElseThrow(),
        Stream.concat(added, kept).toList(),
        labels.possible().stream()
            .filter(label -> !labels.certain().contains(label))
            .map(label -> label(label, query))
            .toList(),
        name.startsWith(ERRORS) ? A_PART : values.range());
  }

  private static Metric metric(
      String name, Unit unit, List<Label> labels, List<Label> sometimes, ValueRange range) {
    return Metric.gauge(name, unit, labels.toArray(Label[]::new))
        .sometimes(sometimes.toArray(Label[]::new))
        .between(range.min(), range.max());
  }

  private static Label label(String name, Query query) {
    return Below.metrics(List.of(query.tree()), query).stream()
        .flatMap(metric -> metric.labels().stream())
        .filter(label -> label.name().equals(name))
        .findFirst()
        .orElseGet(() -> Label.bounded(name, "Made by a rule"));
  }

  /** What several rules record under one name. */
  private static Metric both(Metric one, Metric other) {
    List<Label> labels = union(one.labels(), other.labels());
    return metric(
        one.name(),
        one.unit(),
        labels,
        labels.stream()
            .filter(
                label -> !one.alwaysThere().contains(label) || !other.alwaysThere().contains(label))
            .toList(),
        new ValueRange(
            Math.min(one.range().min(), other.range().min()),
            Math.max(one.range().max(), other.range().max())));
  }

  private static List<Label> union(List<Label> one, List<Label> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
