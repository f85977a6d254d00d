package io.runboards.verify.grafana;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** What answers the queries of variables. */
public interface Values {
  /** The values that a label has on the series of a selector during a time. */
  List<String> labelValues(String label, String selector, TimeRange range) throws NoValues;

  /**
   * The labels of each series that a query results in.
   *
   * @return label sets in the order of the answer, the metric's name under {@code __name__}
   */
  List<SortedMap<String, String>> queryResult(String promql, Instant at) throws NoValues;
}
