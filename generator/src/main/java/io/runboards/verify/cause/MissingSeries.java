package io.runboards.verify.cause;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Metric;
import io.runboards.finding.DidYouMean;
import io.runboards.flow.Metrics;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Modifiers;
import io.runboards.promql.Modifiers.At;
import io.runboards.promql.Span;
import io.runboards.promql.Text;
import io.runboards.verify.cause.Cause.Kind;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.PrometheusApi;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
  public Cause of(VectorSelector selector, Stretch asked) {
    Stretch over = moved(asked, selector.modifiers());
    try {
      Optional<String> name = Metrics.nameOf(selector);
      if (name.isPresent() && !hasAny(name.get(), List.of(), over)) {
        return over.equals(asked) || !hasAny(name.get(), List.of(), asked)
            ? metric(name.get(), over)
            : elsewhen(name.get(), selector.modifiers());
      }
      return conditions(name.orElse(""), selector, over);
    } catch (NoAnswer e) {
      return new Cause(Kind.OTHER, e.getMessage());
    }
  }

  private static Stretch moved(Stretch asked, Modifiers modifiers) {
    Duration back = Lengths.of(modifiers.offset());
    return modifiers.at() instanceof At.Time(long millis)
        ? new Stretch(Instant.ofEpochMilli(millis), Instant.ofEpochMilli(millis)).earlier(back)
        : asked.earlier(back);
  }

  private static Cause elsewhen(String name, Modifiers modifiers) {
    return new Cause(
        Kind.TIME,
        modifiers.hasAt()
            ? "%s has samples, but none at the time that the query names".formatted(name)
            : "%s has samples, but none %s earlier".formatted(name, modifiers.offset()));
  }

  private Cause metric(String name, Stretch over) throws NoAnswer {
    Optional<Metric> known = catalog.find(name);
    if (known.isEmpty()) {
      return new Cause(
          Kind.METRIC,
          "neither the store nor the catalog has a metric %s%s"
              .formatted(name, DidYouMean.oneOf(catalog.suggest(name))));
    }
    Metric metric = known.get();
    if (!metric.history().existsIn(version)) {
      String instead =
          metric.history().replacedBy().map(other -> "; it has " + other + " instead").orElse("");
      return new Cause(
          Kind.VERSION, "version %s has no metric %s%s".formatted(version, name, instead));
    }
    Optional<String> old = metric.history().replaces();
    if (old.isPresent() && hasAny(old.get(), List.of(), over)) {
      return new Cause(
          Kind.VERSION,
          "the store has no metric %s, but %s: it is of clusters before version %s"
              .formatted(name, old.get(), metric.history().since().orElseThrow()));
    }
    String needs = metric.optional() ? ", which needs " + metric.needs() : "";
    return new Cause(Kind.METRIC, "the store has no metric %s%s".formatted(name, needs));
  }

  /** The first condition that no series fits, and else the first that none fits besides others. */
  private Cause conditions(String name, VectorSelector selector, Stretch over) throws NoAnswer {
    List<Matcher> matchers =
        selector.matchers().stream()
            .filter(matcher -> name.isEmpty() || !matcher.label().value().equals("__name__"))
            .sorted(Comparator.comparing(Matcher::matchesEmpty))
            .toList();
    for (Matcher matcher : matchers) {
      boolean canBeAsked = !name.isEmpty() || !matcher.matchesEmpty();
      if (canBeAsked && !hasAny(name, List.of(matcher), over)) {
        return unfitting(name, List.of(), matcher, over);
      }
    }
    List<Matcher> before = new ArrayList<>();
    for (Matcher matcher : matchers) {
      List<Matcher> all = new ArrayList<>(before);
      all.add(matcher);
      if (!before.isEmpty() && !hasAny(name, all, over)) {
        return unfitting(name, before, matcher, over);
      }
      before = all;
    }
    return new Cause(
        Kind.OTHER, "the store has series of %s, but no samples just then".formatted(selector));
  }

  private Cause unfitting(String name, List<Matcher> others, Matcher matcher, Stretch over)
      throws NoAnswer {
    String label = matcher.label().value();
    boolean any = name.isEmpty() && others.isEmpty();
    List<String> scope = any ? List.of() : List.of(selector(name, others).toString());
    String what = any ? "any metric" : scope.getFirst();
    List<String> values = api.labelValues(label, scope, over.from(), over.until());
    if (values.isEmpty()) {
      return new Cause(Kind.LABEL, "no series of %s has the label '%s'".formatted(what, label));
    }
    String more = values.size() > FEW ? " and %s more".formatted(values.size() - FEW) : "";
    return new Cause(
        others.isEmpty() ? Kind.VALUE : Kind.TOGETHER,
        "no series of %s fits %s; '%s' is %s%s"
            .formatted(
                what,
                matcher,
                label,
                String.join(", ", values.stream().limit(FEW).toList()),
                more));
  }

  private boolean hasAny(String name, List<Matcher> matchers, Stretch over) throws NoAnswer {
    String selector = selector(name, matchers).toString();
    Instant from = over.from().minus(LOOKBACK);
    return !api.labelValues("__name__", List.of(selector), from, over.until()).isEmpty();
  }

  private static VectorSelector selector(String name, List<Matcher> matchers) {
    return new VectorSelector(
        name.isEmpty() ? Text.NONE : Text.of(name), matchers, Modifiers.NONE, Span.NONE);
  }
}
