package io.runboards.flow;

import io.runboards.catalog.Metric;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** The names of all metrics that a query reads, as far as they are certain. */
  public static Set<String> namesIn(Expr query) {
    Set<String> names = new HashSet<>();
    Deque<Expr> open = new ArrayDeque<>(List.of(query));
    while (!open.isEmpty()) {
      Expr next = open.pop();
      if (next instanceof VectorSelector selector) {
        nameOf(selector).ifPresent(names::add);
      }
      next.children().forEach(open::push);
    }
    return names;
  }
}
