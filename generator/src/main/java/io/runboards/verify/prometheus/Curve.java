package io.runboards.verify.prometheus;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One series of an answer: its labels, and what it was worth when.
 *
 * @param labels its labels
 * @param times when, in milliseconds since 1970, from the oldest
 * @param values what it was worth then
 * @param histograms how many more points are native histograms, which have no one value
 */
public record Curve(LabelSet labels, long[] times, double[] values, int histograms) {
  public Curve {
    if (times.length != values.length) {
      throw new IllegalArgumentException(
          "%s times but %s values".formatted(times.length, values.length));
    }
  }

  /** Several series as one; of values at the same time, it has one. */
  public static Curve joined(LabelSet labels, List<Curve> curves) {
    if (curves.size() == 1) {
      Curve only = curves.getFirst();
      return new Curve(labels, only.times, only.values, only.histograms);
    }
    SortedMap<Long, Double> all = new TreeMap<>();
    for (Curve curve : curves) {
      for (int i = 0; i < curve.size(); i++) {
        all.putIfAbsent(curve.times[i], curve.values[i]);
      }
    }
    return new Curve(
        labels,
        all.keySet().stream().mapToLong(it -> it).toArray(),
        all.values().stream().mapToDouble(it -> it).toArray(),
        curves.stream().mapToInt(Curve::histograms).sum());
  }

  /** How many values it has. */
  public int size() {
    return times.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Curve curve
        && labels.equals(curve.labels)
        && Arrays.equals(times, curve.times)
        && Arrays.equals(values, curve.values)
        && histograms == curve.histograms;
  }

  @Override
  public int hashCode() {
    return labels.hashCode() * 31 + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "%s %s values at %s".formatted(labels, Arrays.toString(values), Arrays.toString(times));
  }
}
