package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;

import io.runboards.catalog.Metric;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import java.util.stream.Stream;

/** Series of one metrics store, for tests. */
final class StoreSeries {
  private StoreSeries() {}

  static Given ofStore(Metric metric, String values, LabelValue... more) {
    return series(metric, values, store(more));
  }

  /** The labels of the store, and more. */
  static LabelValue[] store(LabelValue... more) {
    return Stream.concat(
            Stream.of(with(CLUSTER, "central"), with(NAMESPACE, "mimir")), Stream.of(more))
        .toArray(LabelValue[]::new);
  }
}
