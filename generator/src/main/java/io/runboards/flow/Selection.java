package io.runboards.flow;

import static io.runboards.flow.SeriesLabels.NAME;
import static io.runboards.flow.SeriesLabels.difference;
import static io.runboards.flow.SeriesLabels.union;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a selector says about the labels of the series it finds. */
final class Selection {
  private Selection() {}

  static SeriesLabels of(VectorSelector selector, World world) {
    Optional<String> name = Metrics.nameOf(selector);
    Optional<Metric> metric = name.flatMap(world.catalog()::find);
    SeriesLabels documented = metric.map(world::labelsOf).orElse(SeriesLabels.ANY);
    return narrowed(documented, selector.matchers(), name);
  }

  /** What the catalog says of a metric, and the labels that any series may carry. */
  static SeriesLabels documented(Metric metric, Set<String> extra) {
    List<Set<String>> keys =
        metric.identities().stream().map(key -> union(names(key), extra)).toList();
    Set<String> certain = union(names(metric.alwaysThere()), Set.of(NAME));
    return new SeriesLabels(certain, union(names(metric.labels()), extra), false, keys);
  }

  private static Set<String> names(Collection<Label> labels) {
    return labels.stream().map(Label::name).collect(Collectors.toSet());
  }

  /** What the matchers let through. */
  private static SeriesLabels narrowed(
      SeriesLabels series, List<Matcher> matchers, Optional<String> name) {
    List<String> certain = new ArrayList<>(matchers.size() + 1);
    List<String> absent = new ArrayList<>(0);
    List<String> pinned = new ArrayList<>(matchers.size() + 1);
    if (!series.certain().contains(NAME)) {
      certain.add(NAME);
    }
    if (name.isPresent()) {
      pinned.add(NAME);
    }
    for (Matcher matcher : matchers) {
      String label = matcher.label().value();
      if (!matcher.label().isFixed() || !matcher.value().isFixed()) {
        continue;
      }
      if (!series.certain().contains(label) && !matcher.matchesEmpty()) {
        certain.add(label);
      }
      if (pins(matcher)) {
        pinned.add(label);
      }
      if (matcher.op() == Matcher.Op.EQUAL && matcher.value().isEmpty()) {
        absent.add(label);
        pinned.add(label);
      }
    }
    List<Set<String>> keys = new ArrayList<>(2 * series.identities().size());
    for (Set<String> key : series.identities()) {
      keys.add(difference(key, pinned));
    }
    Set<String> sure = union(series.certain(), certain);
    return new SeriesLabels(sure, union(series.possible(), sure), series.open(), keys)
        .lacking(absent);
  }

  /** Whether only one value matches. */
  static boolean pins(Matcher matcher) {
    return matcher.op() == Matcher.Op.EQUAL
        && matcher.value().isFixed()
        && !matcher.value().isEmpty();
  }
}
