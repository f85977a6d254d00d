package io.runboards.verify;

import io.runboards.verify.grafana.NoValues;
import io.runboards.verify.grafana.TimeRange;
import io.runboards.verify.grafana.Values;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** The values of variables, as a store knows them. */
record StoreValues(Store store) implements Values {
  @Override
  public List<String> labelValues(String label, String selector, TimeRange range) throws NoValues {
    try {
      return store.api().labelValues(label, List.of(selector), range.from(), range.to());
    } catch (NoAnswer e) {
      throw new NoValues(e.getMessage());
    }
  }

  @Override
  public List<SortedMap<String, String>> queryResult(String promql, Instant at) throws NoValues {
    return switch (store.query(promql, at)) {
      case Result.Curves answer ->
          answer.curves().stream().map(curve -> curve.labels().values()).toList();
      case Result.Refused refused -> throw new NoValues(refused.error());
    };
  }
}
