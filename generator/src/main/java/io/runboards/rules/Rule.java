package io.runboards.rules;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Origin;
import io.runboards.query.Series;
import java.util.List;
import java.util.Optional;

/** A query that is evaluated again and again: to keep its result, or to alert. */
public sealed interface Rule permits Recording, Alert {
  /** The name of the metric that it writes, or of the alert. */
  String name();

  /** The query. */
  Series series();

  /** The labels that it adds to what the query results in. */
  List<LabelValue> labels();

  /** The oldest cluster version that has what the query reads; empty if all have. */
  Optional<ClusterVersion> since();

  /** The line that wrote it. */
  Origin origin();
}
