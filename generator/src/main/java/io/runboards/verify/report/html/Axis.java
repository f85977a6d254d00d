package io.runboards.verify.report.html;

import io.runboards.verify.unit.Ladder;
import io.runboards.verify.unit.UnitText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The upright axis of a plot: a range of round numbers with a label at its top, its middle and its
 * bottom.
 *
 * @param low the value at the bottom
 * @param high the value at the top
 * @param labels the labels, from the top
 */
record Axis(double low, double high, List<String> labels) {
  private static final double[] ROUND = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
  private static final double NARROW = 0.1;

  Axis {
    labels = List.copyOf(labels);
  }

  /** An axis on which some values fit. */
  static Axis of(double least, double most, UnitText unit) {
    return switch (unit) {
      case UnitText.Flags flags when least >= 0 && most <= 1 ->
          new Axis(0, 1, List.of(flags.of(1), "", flags.of(0)));
      case UnitText.Flags flags -> of(least, most, UnitText.PLAIN);
      case UnitText.Numbers(Ladder ladder) -> of(least, most, ladder);
      case UnitText.Moments moments ->
          new Axis(
              least,
              most,
              List.of(moments.of(most), moments.of(least / 2 + most / 2), moments.of(least)));
    };
  }

  private static Axis of(double least, double most, Ladder ladder) {
    Ladder.Step step = ladder.stepFor(Math.max(Math.abs(least), Math.abs(most)));
    double low = ladder.scaled(least, step);
    double high = ladder.scaled(most, step);
    if (high - low < NARROW * Math.abs(high) && high > low) {
      return around(low, high, ladder, step);
    }
    return around(Math.min(0, low), high == 0 && low == 0 ? 1 : Math.max(0, high), ladder, step);
  }

  /** The roundest range of two equal halves around some numbers. */
  private static Axis around(double low, double high, Ladder ladder, Ladder.Step step) {
    double exponent = Math.floor(Math.log10(high / 2 - low / 2));
    for (int power = (int) exponent; ; power++) {
      for (double round : ROUND) {
        double half = round * Math.pow(10, power);
        double base = Math.floor(low / half) * half;
        if (base + 2 * half >= high) {
          int digits = Math.max(0, 1 - power);
          return new Axis(
              ladder.unscaled(base, step),
              ladder.unscaled(base + 2 * half, step),
              DoubleStream.of(base + 2 * half, base + half, base)
                  .mapToObj(number -> ladder.text(round(number, digits), step))
                  .toList());
        }
      }
    }
  }

  /** A label needs one digit more than the power of ten of its distance to the next. */
  private static BigDecimal round(double number, int digits) {
    double finite = Double.isFinite(number) ? number : Double.MAX_VALUE;
    return BigDecimal.valueOf(finite).setScale(digits, RoundingMode.HALF_EVEN);
  }

  /** How high a value stands, from 0 at the bottom to 1 at the top. */
  double share(double value) {
    double share = (value - low) / (high - low);
    return Double.isFinite(share) ? Math.clamp(share, 0, 1) : 0;
  }
}
