package io.runboards.simulate.write;

import io.runboards.simulate.scrape.Series;
import io.runboards.simulate.scrape.Series.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers all samples, and which series went when. */
final class Heard implements Journal {
  final List<Point> samples = new ArrayList<>();
  final List<Point> ends = new ArrayList<>();
  private final Map<Series, String> names = new HashMap<>();
  private long second;

  @Override
  public void at(long next) {
    second = next;
  }

  @Override
  public void sample(Series series) {
    samples.add(
        new Point(names.computeIfAbsent(series, Heard::labels), second * 1_000, series.value()));
  }

  @Override
  public void gone(Series series) {
    ends.add(new Point(names.computeIfAbsent(series, Heard::labels), second * 1_000, Double.NaN));
  }

  private static String labels(Series series) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("__name__", series.name());
    for (Tag tag : series.tags()) {
      labels.put(tag.name(), tag.value());
    }
    return labels.toString();
  }

  @Override
  public void close() {}
}
