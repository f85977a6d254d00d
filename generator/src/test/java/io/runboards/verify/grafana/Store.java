package io.runboards.verify.grafana;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A store that gives the same answer to every query of variables, and remembers the queries. */
final class Store implements Values {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00.250Z");
  static final TimeRange SIX_HOURS = TimeRange.of("now-6h", NOW);

  final List<String> asked = new ArrayList<>();
  private final List<String> values;

  Store(String... values) {
    this.values = List.of(values);
  }

  @Override
  public List<String> labelValues(String label, String selector, TimeRange range) {
    asked.add("%s of %s, %s to %s".formatted(label, selector, range.from(), range.to()));
    return values;
  }

  @Override
  public List<SortedMap<String, String>> queryResult(String promql, Instant at) {
    asked.add(promql + " at " + at);
    return values.stream().map(Store::workload).toList();
  }

  private static SortedMap<String, String> workload(String value) {
    return new TreeMap<>(
        Map.of("workload_id", "id-" + value, "workload_name", value, "__name__", "x"));
  }
}
