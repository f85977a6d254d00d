package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.History;
import io.runboards.catalog.Metric;
import io.runboards.catalog.MetricChange.UnitChanged;
import io.runboards.flow.Metrics;
import io.runboards.promql.Span;
import java.util.List;
import java.util.Optional;

/** A metric that the cluster's version does not have, or that its source wants nobody to use. */
final class RemovedMetric implements QueryCheck {
  @Override
  public String id() {
    return "removed-metric";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.ofEach(query.readings(), reading -> problem(reading, query));
  }

  private static Optional<Problem> problem(Reading reading, Query query) {
    Metric metric = reading.metric();
    Span span = Metrics.spanOfName(reading.selector());
    History history = metric.history();
    Optional<ClusterVersion> missingIn =
        query.version().filter(version -> !history.existsIn(version));
    if (missingIn.isPresent()) {
      boolean tooNew = history.since().filter(missingIn.get()::isBefore).isPresent();
      return Optional.of(Problem.error(span, tooNew ? tooNew(metric, query) : gone(metric, query)));
    }
    return history.deprecation().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.warning(span, metric.name() + " is deprecated: " + history.deprecation()));
  }

  private static String tooNew(Metric metric, Query query) {
    History history = metric.history();
    String message = metric.name() + " exists only from " + history.since().orElseThrow() + " on";
    return history
        .replaces()
        .map(old ->
            message
                + "; before, it was called "
                + old
                + query.world().catalog().find(old).map(it -> units(it, metric)).orElse(""))
        .orElse(message);
  }

  private static String gone(Metric metric, Query query) {
    History history = metric.history();
    ClusterVersion until = history.until().orElseThrow();
    if (history.replacedBy().isEmpty()) {
      return metric.name() + " is gone from " + until + " on, and nothing replaces it";
    }
    String newName = history.replacedBy().get();
    Optional<Metric> after = query.world().catalog().find(newName);
    String units = after.map(it -> units(metric, it)).orElse("");
    Optional<String> oldName = after.flatMap(it -> it.history().replaces());
    boolean renamed = oldName.equals(Optional.of(metric.name()));
    return renamed
        ? metric.name() + " was renamed to " + newName + " from " + until + " on" + units
        : metric.name() + " is gone from " + until + " on; " + newName + " says the same" + units;
  }

  private static String units(Metric before, Metric after) {
    return before.unit() == after.unit() ? "" : "; " + new UnitChanged(before.unit(), after.unit());
  }
}
