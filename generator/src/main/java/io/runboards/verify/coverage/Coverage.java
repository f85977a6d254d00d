package io.runboards.verify.coverage;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.check.Workspace;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.MetricProof;
import io.runboards.verify.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks in a store for every metric that dashboards or rules read, and for its labels.
 *
 * @param store the store
 * @param workspace the dashboards and rules
 * @param inventory the names of what it has
 * @param now the present moment
 */
public record Coverage(Store store, Workspace workspace, Inventory inventory, Instant now) {

  /** What it has of each metric that somebody reads. */
  public List<MetricProof> metrics() {
    List<MetricProof> metrics = new ArrayList<>();
    Readers.of(workspace)
        .byMetric()
        .forEach((name, readers) ->
            catalog()
                .find(name)
                .ifPresent(metric ->
                    metrics.add(
                        new MetricProof(
                            name,
                            catalog().familyOf(name).map(Family::title).orElse(""),
                            inventory.has(name),
                            List.copyOf(readers),
                            flaws(metric)))));
    return metrics;
  }

  private Catalog catalog() {
    return workspace.world().catalog();
  }

  private List<Flaw> flaws(Metric metric) {
    return inventory.has(metric.name())
        ? labels(metric).stream().toList()
        : List.of(missing(metric));
  }

  private Flaw missing(Metric metric) {
    if (workspace.graph().records(metric.name())) {
      return Flaw.warning(
          "metric-missing", "no rule has recorded it: give the store the rules of this site");
    }
    Optional<String> other = metric.history().replaces().filter(inventory::has);
    if (other.isPresent()) {
      return Flaw.warning(
          "metric-renamed",
          "the store has %s, which is its name before version %s"
              .formatted(other.get(), metric.history().since().orElseThrow()));
    }
    Optional<String> next = metric.history().replacedBy().filter(inventory::has);
    if (next.isPresent()) {
      return Flaw.warning(
          "metric-renamed",
          "the store has %s, which is its name from version %s on"
              .formatted(next.get(), metric.history().until().orElseThrow()));
    }
    return metric.optional()
        ? Flaw.info("metric-missing", "the store has no series of it; it needs " + metric.needs())
        : Flaw.warning("metric-missing", "the store has no series of it");
  }

  /** The labels that every series should have and some do not. */
  private Optional<Flaw> labels(Metric metric) {
    String counts =
        metric.alwaysThere().stream()
            .map(Label::name)
            .map(label ->
                "label_replace(count(%s{%s=\"\"}), \"missing\", \"%s\", \"\", \"\")"
                    .formatted(metric.name(), label, label))
            .collect(joining(" or "));
    if (counts.isEmpty() || !(store.query(counts, now) instanceof Result.Curves answer)) {
      return Optional.empty();
    }
    return answer.curves().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Flaw.warning(
                "metric-labels",
                "series lack labels: "
                    + answer.curves().stream()
                        .map(Coverage::lack)
                        .sorted()
                        .collect(joining(", "))));
  }

  private static String lack(Curve curve) {
    return "%s of them '%s'".formatted((long) curve.values()[0], curve.labels().value("missing"));
  }
}
