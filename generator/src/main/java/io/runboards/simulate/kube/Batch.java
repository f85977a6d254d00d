package io.runboards.simulate.kube;

import io.runboards.catalog.Metric;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import java.util.List;

/**
 * Series that come and go together, the same in each replica.
 *
 * @param groups those of each replica
 */
record Batch(List<Group> groups) {

  /** A number that all replicas show. */
  record Value(List<Gauge> copies) {
    void set(double value) {
      for (Gauge copy : copies) {
        copy.set(value);
      }
    }

    void set(boolean holds) {
      set(holds ? 1 : 0);
    }
  }

  /** A count that all replicas show. */
  record Count(List<Counter> copies) {
    void add(double more) {
      for (Counter copy : copies) {
        copy.add(more);
      }
    }
  }

  Value value(Metric metric, String... labels) {
    return new Value(groups.stream().map(group -> group.gauge(metric, labels)).toList());
  }

  /** A number that does not change. */
  void constant(double value, Metric metric, String... labels) {
    value(metric, labels).set(value);
  }

  Count count(Metric metric, String... labels) {
    return new Count(groups.stream().map(group -> group.counter(metric, labels)).toList());
  }

  void end() {
    groups.forEach(Group::end);
  }
}
