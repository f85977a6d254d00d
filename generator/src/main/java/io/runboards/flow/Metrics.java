package io.runboards.flow;

import io.runboards.catalog.Metric;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Span;
import java.util.Optional;

/** Finds the metric that a selector reads. */
public final class Metrics {
  private Metrics() {}

  /** The metric, if its name is certain and the catalog knows it. */
  public static Optional<Metric> of(VectorSelector selector, World world) {
    return nameOf(selector).flatMap(world.catalog()::find);
  }

  /** The metric's name, if it is certain: no pattern, no dashboard variable. */
  public static Optional<String> nameOf(VectorSelector selector) {
    if (!selector.name().isEmpty()) {
      return selector.name().isFixed() ? Optional.of(selector.name().value()) : Optional.empty();
    }
    return nameMatcher(selector).map(matcher -> matcher.value().value());
  }

  /** Where the metric's name stands; the whole selector if it has none. */
  public static Span spanOfName(VectorSelector selector) {
    return selector.name().isEmpty()
        ? nameMatcher(selector).map(matcher -> matcher.value().span()).orElse(selector.span())
        : selector.name().span();
  }

  private static Optional<Matcher> nameMatcher(VectorSelector selector) {
    for (Matcher matcher : selector.matchers()) {
      if (matcher.label().value().equals(SeriesLabels.NAME) && Selection.pins(matcher)) {
        return Optional.of(matcher);
      }
    }
    return Optional.empty();
  }
}
