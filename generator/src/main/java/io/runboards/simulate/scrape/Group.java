package io.runboards.simulate.scrape;

import io.runboards.catalog.Kind;
import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.simulate.scrape.Series.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * Series of a target that come and go together, such as those of a pod.
 *
 * <p>Values of labels are given in the order in which the catalog lists the labels of the metric,
 * without {@code instance} and {@code job}, which are the target's own. An empty value leaves a
 * label out, which only labels that a series may lack can be.
 */
public final class Group {
  private final List<Tag> own;
  private final List<Series> series = new ArrayList<>();
  private final List<Runnable> resets = new ArrayList<>();
  private boolean ended;

  Group(List<Tag> own) {
    this.own = List.copyOf(own);
  }

  /** A number that goes up and down, a code, or a fact. It is there from its first value on. */
  public Gauge gauge(Metric metric, String... values) {
    if (metric.kind() == Kind.COUNTER || metric.kind() == Kind.HISTOGRAM) {
      throw new IllegalArgumentException(metric.name() + " is a " + metric.kind().label());
    }
    return new Gauge(add(metric, tags(metric, values)));
  }

  /** A fact that does not change. */
  public void fact(Metric metric, String... values) {
    gauge(metric, values).set(1);
  }

  /** A number that grows from 0. */
  public Counter counter(Metric metric, String... values) {
    if (metric.kind() != Kind.COUNTER) {
      throw new IllegalArgumentException(metric.name() + " is a " + metric.kind().label());
    }
    Counter counter = new Counter(add(metric, tags(metric, values)));
    resets.add(counter::reset);
    return counter;
  }

  /** A histogram with buckets of these upper bounds and one for all values. */
  public Distribution distribution(Metric metric, double[] bounds, String... values) {
    List<Tag> tags = tags(metric, values);
    List<Series> buckets = new ArrayList<>();
    for (double bound : bounds) {
      buckets.add(add(metric.bucket(), with(tags, Double.toString(bound))));
    }
    buckets.add(add(metric.bucket(), with(tags, "+Inf")));
    Distribution distribution =
        new Distribution(bounds, buckets, add(metric.sum(), tags), add(metric.count(), tags));
    resets.add(distribution::reset);
    return distribution;
  }

  private static List<Tag> with(List<Tag> tags, String bound) {
    List<Tag> all = new ArrayList<>(tags);
    all.add(new Tag(Labels.LE.name(), bound));
    return all;
  }

  private Series add(Metric metric, List<Tag> tags) {
    Series added = new Series(metric.name(), tags);
    series.add(added);
    return added;
  }

  private List<Tag> tags(Metric metric, String... values) {
    List<Label> given =
        metric.labels().stream()
            .filter(label -> own.stream().noneMatch(tag -> tag.name().equals(label.name())))
            .toList();
    if (given.size() != values.length) {
      throw new IllegalArgumentException(
          "%s has the labels %s, and %s values were given"
              .formatted(metric.name(), given, values.length));
    }
    List<Tag> tags = new ArrayList<>(own);
    for (int i = 0; i < values.length; i++) {
      Label label = given.get(i);
      if (values[i].isEmpty() && !metric.sometimes().contains(label)) {
        throw new IllegalArgumentException(metric.name() + " never lacks the label " + label);
      }
      tags.add(new Tag(label.name(), values[i]));
    }
    return tags;
  }

  /** The series are no longer there and never come again. */
  public void end() {
    ended = true;
  }

  boolean isEnded() {
    return ended;
  }

  int size() {
    return ended ? 0 : series.size();
  }

  void reset() {
    resets.forEach(Runnable::run);
  }

  /** Shows the series, and says which are gone; returns how many there are. */
  int scrape(boolean reachable, Samples out) {
    int found = 0;
    for (Series one : series) {
      if (one.show(reachable && !ended, out)) {
        found++;
      }
    }
    return found;
  }
}
