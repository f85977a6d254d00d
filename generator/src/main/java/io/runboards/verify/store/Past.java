package io.runboards.verify.store;

import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.simulate.write.History;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import java.util.List;

/**
 * A stretch of a series that a store is to have. It may be gone in between.
 *
 * @param name the name of its metric
 * @param labels its other labels
 * @param curve what it was worth when, or that it is {@link History#GONE}
 */
public record Past(String name, LabelSet labels, Curve curve) {

  List<Tag> tags() {
    return labels.withoutMetric().values().entrySet().stream()
        .map(label -> new Tag(label.getKey(), label.getValue()))
        .toList();
  }
}
