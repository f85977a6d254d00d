package io.runboards.verify.sign;

import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.unit.UnitText;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How a series differs during an incident from what it was before.
 *
 * @param strength how clear the difference is; above 1 nobody overlooks it
 * @param before what it usually was; empty if it was not there
 * @param now what it is during the incident; empty if it is gone
 */
public record Change(double strength, OptionalDouble before, OptionalDouble now)
    implements Comparable<Change> {
  private static final double STRONGEST = 100;
  private static final double APPEARING = 20;
  private static final double LEAST_SHARE = 0.25;
  private static final double DEVIATIONS = 5;
  private static final double SMALLEST = 1e-9;

  /**
   * The change of a series; empty if it has not changed. What is said counts in the second half of
   * the incident, when its effects had time to show.
   *
   * @param from when the incident begins
   * @param until when it ends
   */
  public static Optional<Change> of(Curve curve, Instant from, Instant until) {
    long begin = from.toEpochMilli();
    long end = until.toEpochMilli();
    double[] before = values(curve, Long.MIN_VALUE, begin);
    double[] during = values(curve, begin + (end - begin) / 2, end);
    OptionalDouble usual = median(before);
    OptionalDouble now = median(during);
    if (usual.isEmpty() || now.isEmpty()) {
      return usual.equals(now) ? Optional.empty() : Optional.of(new Change(APPEARING, usual, now));
    }
    double noise = DEVIATIONS * spread(before, usual.getAsDouble());
    double share = LEAST_SHARE * Math.abs(usual.getAsDouble());
    double scale = Math.max(Math.max(noise, share), SMALLEST);
    double distance = Math.abs(now.getAsDouble() - usual.getAsDouble());
    double strength = Math.min(STRONGEST, distance / scale);
    return strength > 1 ? Optional.of(new Change(strength, usual, now)) : Optional.empty();
  }

  private static double[] values(Curve curve, long from, long until) {
    return IntStream.range(0, curve.size())
        .filter(i -> curve.times()[i] >= from && curve.times()[i] < until)
        .mapToDouble(i -> curve.values()[i])
        .filter(Double::isFinite)
        .toArray();
  }

  private static OptionalDouble median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[sorted.length / 2]);
  }

  /** The usual distance from the middle. */
  private static double spread(double[] values, double middle) {
    return DoubleStream.of(values).map(value -> Math.abs(value - middle)).average().orElse(0);
  }

  /** The difference in words, such as {@code 12 % → 98 %}. */
  public String words(UnitText unit) {
    if (now.isEmpty()) {
      return "disappears";
    }
    String then = unit.of(now.getAsDouble());
    return before.isPresent() ? unit.of(before.getAsDouble()) + " → " + then : "appears: " + then;
  }

  @Override
  public int compareTo(Change other) {
    return Double.compare(strength, other.strength);
  }
}
