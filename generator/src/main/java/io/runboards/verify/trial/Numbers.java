package io.runboards.verify.trial;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in messages: four digits are enough. */
public final class Numbers {
  private static final MathContext SHORT = new MathContext(4, RoundingMode.HALF_EVEN);

  private Numbers() {}

  public static String shown(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(SHORT).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
