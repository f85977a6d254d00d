package io.runboards.verify.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * How values of a unit are shown: in the largest of some steps that fits, such as bytes in KiB, MiB
 * or GiB.
 *
 * @param factor what a value is multiplied by to get it in the unit that the sizes are of
 * @param before what stands before every number
 * @param steps the steps, the smallest first
 */
public record Ladder(double factor, String before, List<Step> steps) {
  private static final int DIGITS = 3;
  private static final double TOO_LONG = 1e15;
  private static final double TOO_SHORT = 1e-6;

  /**
   * A step.
   *
   * @param size how large it is
   * @param symbol what stands behind a number of them
   */
  public record Step(double size, String symbol) {}

  public Ladder {
    steps = List.copyOf(steps);
  }

  /** A value with its unit, and about three digits. */
  public String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value).replace("Infinity", "Inf");
    }
    Step step = stepFor(value);
    return text(round(scaled(value, step)), step);
  }

  /** The step in which a value is shown: that of the number 1 for nothing at all. */
  public Step stepFor(double value) {
    double size = Math.abs(value * factor);
    Step found = steps.getFirst();
    for (Step step : steps) {
      if (size == 0 ? step.size() <= 1 : step.size() <= size * (1 + 1e-9)) {
        found = step;
      }
    }
    return found;
  }

  public double scaled(double value, Step step) {
    return value * factor / step.size();
  }

  public double unscaled(double number, Step step) {
    return number * step.size() / factor;
  }

  public String text(BigDecimal number, Step step) {
    String sign = number.signum() < 0 ? "−" : "";
    return sign + before + digits(number.abs()) + step.symbol();
  }

  private static BigDecimal round(double number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    int whole = exact.precision() - exact.scale();
    return exact.round(new MathContext(Math.max(DIGITS, whole), RoundingMode.HALF_EVEN));
  }

  private static String digits(BigDecimal number) {
    if (number.signum() != 0
        && (number.doubleValue() >= TOO_LONG || number.doubleValue() < TOO_SHORT)) {
      return String.format(Locale.ROOT, "%.2e", number);
    }
    String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String rest = point < 0 ? "" : plain.substring(point);
    return whole.replaceAll("\\B(?=(\\d{3})+$)", ",") + rest;
  }
}
