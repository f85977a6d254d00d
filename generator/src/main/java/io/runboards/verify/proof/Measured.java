package io.runboards.verify.proof;

import io.runboards.verify.prometheus.Curve;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;

/**
 * How much an answer was.
 *
 * @param series how many series
 * @param points how many values in all
 * @param samples how many samples the store touched for it; empty if it does not tell
 * @param least the least value; empty if there is none
 * @param most the greatest value; empty if there is none
 */
public record Measured(
    int series, long points, OptionalLong samples, OptionalDouble least, OptionalDouble most) {
  public static final Measured NOTHING =
      new Measured(0, 0, OptionalLong.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  public static Measured of(List<Curve> curves, OptionalLong samples) {
    return new Measured(
        curves.size(),
        curves.stream().mapToLong(Curve::size).sum(),
        samples,
        numbers(curves).min(),
        numbers(curves).max());
  }

  private static DoubleStream numbers(List<Curve> curves) {
    return curves.stream()
        .flatMapToDouble(curve -> DoubleStream.of(curve.values()))
        .filter(value -> !Double.isNaN(value));
  }
}
