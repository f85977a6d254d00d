package io.runboards.verify.sign;

import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.trial.Numbers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How a series differs during an incident from what it was before.
 *
 * @param strength how clear the difference is; above 1 nobody overlooks it
 * @param words the difference
 */
public record Change(double strength, String words) implements Comparable<Change> {
  private static final double STRONGEST = 100;
  private static final double APPEARING = 20;
  private static final double LEAST_SHARE = 0.25;
  private static final double DEVIATIONS = 5;
  private static final double SMALLEST = 1e-9;

  /**
   * The change of a series; empty if it has not changed.
   *
   * @param from when the incident begins
   * @param until when it ends
   */
  public static Optional<Change> of(Curve curve, Instant from, Instant until) {
    double[] before = values(curve, Long.MIN_VALUE, from.toEpochMilli());
    long late = from.toEpochMilli() + (until.toEpochMilli() - from.toEpochMilli()) / 2;
    double[] after = values(curve, late, until.toEpochMilli());
    if (before.length == 0 || after.length == 0) {
      return before.length == after.length
          ? Optional.empty()
          : Optional.of(
              new Change(
                  APPEARING,
                  before.length == 0
                      ? "appears: " + Numbers.shown(median(after))
                      : "disappears"));
    }
    double usual = median(before);
    double now = median(after);
    double scale =
        Math.max(
            Math.max(DEVIATIONS * spread(before), LEAST_SHARE * Math.abs(usual)), SMALLEST);
    double strength = Math.min(STRONGEST, Math.abs(now - usual) / scale);
    return strength > 1
        ? Optional.of(
            new Change(strength, Numbers.shown(usual) + " → " + Numbers.shown(now)))
        : Optional.empty();
  }

  private static double[] values(Curve curve, long from, long until) {
    return IntStream.range(0, curve.size())
        .filter(i -> curve.times()[i] >= from && curve.times()[i] < until)
        .mapToDouble(i -> curve.values()[i])
        .filter(Double::isFinite)
        .toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The usual distance from the middle. */
  private static double spread(double[] values) {
    double middle = median(values);
    return DoubleStream.of(values).map(value -> Math.abs(value - middle)).average().orElse(0);
  }

  @Override
  public int compareTo(Change other) {
    return Double.compare(strength, other.strength);
  }
}
