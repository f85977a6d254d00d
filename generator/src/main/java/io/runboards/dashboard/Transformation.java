package io.runboards.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Grafana does with the results of queries before it draws them. */
public sealed interface Transformation {

  /** Rows of several queries that have the same labels become one. */
  record Merge() implements Transformation {}

  /** Rows that have the same value in a field become one. */
  record JoinBy(String field, boolean outer) implements Transformation {}

  /** Series become a table with a row each. */
  record SeriesToRows() implements Transformation {}

  /** Each label becomes a column. */
  record LabelsToFields(Optional<String> valueLabel) implements Transformation {}

  /** Each series becomes a row of its numbers. */
  record Reduce(List<Reducer> calcs) implements Transformation {
    public Reduce {
      calcs = List.copyOf(calcs);
    }
  }

  /** Columns in order, under other names, without some. */
  record Organize(List<String> order, Map<String, String> names, List<String> without)
      implements Transformation {
    public Organize {
      order = List.copyOf(order);
      without = List.copyOf(without);
    }
  }

  /** Only the fields whose names match. */
  record Keep(String regex) implements Transformation {}

  /** Rows in the order of a field. */
  record SortBy(String field, boolean descending) implements Transformation {}

  /** Only the first rows. */
  record Limit(int rows) implements Transformation {}
}
