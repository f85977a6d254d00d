package io.runboards.verify.cause;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Metric;
import io.runboards.finding.DidYouMean;
import io.runboards.flow.Metrics;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Modifiers;
import io.runboards.promql.Span;
import io.runboards.promql.Text;
import io.runboards.verify.cause.Cause.Kind;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.PrometheusApi;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds out why a selector picks nothing: whether the metric, a label or a value is missing.
 *
 * @param api the store
 * @param catalog the known metrics
 * @param version the version of the clusters
 */
public record MissingSeries(PrometheusApi api, Catalog catalog, ClusterVersion version) {
  private static final int FEW = 5;

  /** Queries see samples that are so old. */
  private static final Duration LOOKBACK = Duration.ofMinutes(5);

  /** The cause, from what the store has in a stretch of time. */
  public Cause of(VectorSelector selector, Stretch seen) {
    Stretch over = new Stretch(seen.from().minus(LOOKBACK), seen.until());
    try {
      Optional<String> name = Metrics.nameOf(selector);
      if (name.isPresent() && !hasAny(selector(name.get(), List.of()), over)) {
        return metric(name.get(), over);
      }
      for (Matcher matcher : selector.matchers()) {
        List<Matcher> alone =
            name.isPresent() || !matcher.matchesEmpty() ? List.of(matcher) : List.of();
        if (!alone.isEmpty() && !hasAny(selector(name.orElse(""), alone), over)) {
          return matcher(name.orElse("any metric"), matcher, over);
        }
      }
      return new Cause(
          Kind.TOGETHER,
          "no series fits all conditions of %s, though some fit each of them".formatted(selector));
    } catch (NoAnswer e) {
      return new Cause(Kind.OTHER, e.getMessage());
    }
  }

  private Cause metric(String name, Stretch over) throws NoAnswer {
    Optional<Metric> known = catalog.find(name);
    if (known.isEmpty()) {
      return new Cause(
          Kind.METRIC,
          "there is no metric %s, and the catalog knows none%s"
              .formatted(name, DidYouMean.oneOf(catalog.suggest(name))));
    }
    Metric metric = known.get();
    if (!metric.history().existsIn(version)) {
      String instead =
          metric
              .history()
              .replacedBy()
              .map(other -> "; there it is called " + other)
              .orElse("");
      return new Cause(
          Kind.VERSION,
          "clusters of version %s have no metric %s%s".formatted(version, name, instead));
    }
    Optional<String> before = metric.history().replaces();
    if (before.isPresent() && hasAny(selector(before.get(), List.of()), over)) {
      return new Cause(
          Kind.VERSION,
          "the store has no metric %s, but %s, which is its name before version %s"
              .formatted(name, before.get(), metric.history().since().orElseThrow()));
    }
    String needs = metric.optional() ? "; it needs " + metric.needs() : "";
    return new Cause(Kind.METRIC, "the store has no metric %s%s".formatted(name, needs));
  }

  private Cause matcher(String metric, Matcher matcher, Stretch over) throws NoAnswer {
    String label = matcher.label().value();
    List<String> scope = metric.equals("any metric") ? List.of() : List.of(metric);
    List<String> values = api.labelValues(label, scope, over.from(), over.until());
    if (values.isEmpty()) {
      return new Cause(
          Kind.LABEL, "no series of %s has the label '%s'".formatted(metric, label));
    }
    String more = values.size() > FEW ? " and %s more".formatted(values.size() - FEW) : "";
    return new Cause(
        Kind.VALUE,
        "no series of %s fits %s; '%s' is %s%s"
            .formatted(
                metric,
                matcher.label().value() + matcher.op().symbol() + '"' + matcher.value().value() + '"',
                label,
                String.join(", ", values.stream().limit(FEW).toList()),
                more));
  }

  private boolean hasAny(VectorSelector selector, Stretch over) throws NoAnswer {
    List<String> names =
        api.labelValues("__name__", List.of(selector.toString()), over.from(), over.until());
    return !names.isEmpty();
  }

  private static VectorSelector selector(String name, List<Matcher> matchers) {
    return new VectorSelector(
        name.isEmpty() ? Text.NONE : Text.of(name), matchers, Modifiers.NONE, Span.NONE);
  }
}
