package io.runboards.rules;

import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers as Go's {@code fmt} does, digit by digit. */
final class GoFloat {
  /** How many digits Go writes after the point unless a format says otherwise. */
  private static final int USUAL = 6;

  private GoFloat() {}

  /** {@code %v}: as few digits as read back as the same number. */
  static String shortest(double value) {
    return isSpecial(value) ? special(value) : general(digits(value), USUAL, value);
  }

  /** {@code %.4g}: so many digits that count, without zeros at the end. */
  static String general(double value, int digits) {
    int count = Math.max(1, digits);
    return isSpecial(value)
        ? special(value)
        : general(
            new BigDecimal(value).round(new MathContext(count, RoundingMode.HALF_EVEN)),
            count,
            value);
  }

  /** {@code %.2f}: so many digits after the point. */
  static String fixed(double value, int decimals) {
    return isSpecial(value)
        ? special(value)
        : sign(value)
            + new BigDecimal(Math.abs(value))
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
  }

  /** {@code %.2e}: one digit, so many after the point, and an exponent. */
  static String exponential(double value, int decimals) {
    if (isSpecial(value)) {
      return special(value);
    }
    BigDecimal digits =
        new BigDecimal(value).round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN));
    int exponent = value == 0 ? 0 : exponent(digits);
    String mantissa =
        digits
            .abs()
            .movePointLeft(exponent)
            .setScale(decimals, RoundingMode.UNNECESSARY)
            .toPlainString();
    return sign(value) + mantissa + exponent(exponent);
  }

  /** With an exponent if it is very small, or has more digits before the point than may be. */
  private static String general(BigDecimal rounded, int most, double value) {
    if (value == 0) {
      return sign(value) + "0";
    }
    BigDecimal digits = rounded.abs().stripTrailingZeros();
    int exponent = exponent(digits);
    return sign(value)
        + (exponent < -4 || exponent >= most
            ? digits.movePointLeft(exponent).toPlainString() + exponent(exponent)
            : digits.toPlainString());
  }

  private static BigDecimal digits(double value) {
    return new BigDecimal(new NumberLiteral(value, false, Span.NONE).toString());
  }

  private static int exponent(BigDecimal digits) {
    return digits.precision() - digits.scale() - 1;
  }

  private static String exponent(int exponent) {
    return String.format(Locale.ROOT, "e%c%02d", exponent < 0 ? '-' : '+', Math.abs(exponent));
  }

  private static String sign(double value) {
    return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
  }

  private static boolean isSpecial(double value) {
    return Double.isNaN(value) || Double.isInfinite(value);
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  }
}
