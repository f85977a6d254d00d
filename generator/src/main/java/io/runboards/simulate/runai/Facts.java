package io.runboards.simulate.runai;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.query.ForVersion;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Series.Tag;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of something, label by label, in the version of its cluster.
 *
 * <p>Metrics are named as the newest version has them; a series of an older version has the name
 * and the labels of that time.
 *
 * @param at how the version calls things
 * @param version the version
 * @param known the values of labels
 */
record Facts(ForVersion at, ClusterVersion version, List<Tag> known) {
  Facts {
    known = List.copyOf(known);
  }

  /** The same, and one thing more. */
  Facts and(Label label, String value) {
    Tag more = new Tag(label.name(), value);
    return new Facts(at, version, Stream.concat(known.stream(), Stream.of(more)).toList());
  }

  /** A series of a metric about this. */
  Gauge gauge(Group group, Metric metric) {
    Metric then = at.metric(metric);
    return group.gauge(then, values(then));
  }

  /** A fact about this that does not change. */
  void fact(Group group, Metric metric) {
    gauge(group, metric).set(1);
  }

  /** Whether clusters of the version have a metric or what it was called before. */
  boolean has(Metric metric) {
    return at.metric(metric).history().existsIn(version);
  }

  /** What values in the unit of today are multiplied by. */
  double scale(Metric metric) {
    return metric.unit().factorTo(at.metric(metric).unit()).orElse(1);
  }

  /** In the order of the metric's labels. */
  String[] values(Metric metric) {
    return metric.labels().stream()
        .filter(label -> label != Labels.INSTANCE && label != Labels.JOB)
        .map(this::value)
        .toArray(String[]::new);
  }

  private String value(Label label) {
    return known.stream()
        .filter(tag -> tag.name().equals(label.name()))
        .map(Tag::value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing is known of the label " + label));
  }
}
