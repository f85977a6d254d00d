package io.runboards.promql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers and durations, read and written exactly as Prometheus (and so Go) does it. */
final class Numbers {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double MAX_SECONDS = 9223372036.854775807;

  /** Units from the largest to the smallest: a duration names them in this order. */
  private enum TimeUnit {
    YEARS("y", 365L * 24 * 60 * 60 * 1000, true),
    WEEKS("w", 7L * 24 * 60 * 60 * 1000, true),
    DAYS("d", 24L * 60 * 60 * 1000, false),
    HOURS("h", 60L * 60 * 1000, false),
    MINUTES("m", 60L * 1000, false),
    SECONDS("s", 1000, false),
    MILLIS("ms", 1, false);

    private static final TimeUnit[] ALL = values();

    private final String symbol;
    private final long millis;
    private final boolean onlyIfExact;

    TimeUnit(String symbol, long millis, boolean onlyIfExact) {
      this.symbol = symbol;
      this.millis = millis;
      this.onlyIfExact = onlyIfExact;
    }
  }

  private Numbers() {}

  /** Whether the number is written with a minus sign; true for -0 and -Inf. */
  static boolean isNegative(double value) {
    return Double.doubleToRawLongBits(value) < 0 && !Double.isNaN(value);
  }

  /** Reads a number token; NumberFormatException says what is wrong with it. */
  static double parseNumber(String text) {
    int length = text.length();
    boolean plain = length < 16;
    long small = 0;
    for (int i = 0; i < length && plain; i++) {
      char c = text.charAt(i);
      plain = c >= '0' && c <= '9';
      small = small * 10 + (c - '0');
    }
    if (plain && (text.charAt(0) != '0' || length == 1)) {
      return small;
    }
    return parseUnusualNumber(text);
  }

  private static double parseUnusualNumber(String text) {
    switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "inf":
        return Double.POSITIVE_INFINITY;
      case "nan":
        return Double.NaN;
      default:
    }
    if (!underscoresSeparateDigits(text)) {
      throw new NumberFormatException("'_' must separate digits");
    }
    String digits = text.replace("_", "");
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      return parseInteger(digits.substring(2), 16, text);
    }
    if (digits.length() > 1
        && digits.chars().allMatch(c -> c >= '0' && c <= '7')
        && digits.startsWith("0")) {
      BigInteger octal = new BigInteger(digits, 8);
      if (octal.bitLength() < Long.SIZE) {
        return octal.longValue();
      }
    }
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      throw new NumberFormatException("value out of range");
    }
    return value;
  }

  private static double parseInteger(String digits, int radix, String text) {
    try {
      return Long.parseLong(digits, radix);
    } catch (NumberFormatException e) {
      throw new NumberFormatException(text + " is no whole number of at most 63 bits");
    }
  }

  /** An underscore stands between two digits, or between a hexadecimal prefix and a digit. */
  private static boolean underscoresSeparateDigits(String text) {
    if (text.indexOf('_') < 0) {
      return true;
    }
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    char before = hex ? '0' : '^';
    for (int i = hex ? 2 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' || hex && Character.digit(c, 16) >= 0) {
        before = '0';
      } else if (c == '_') {
        if (before != '0') {
          return false;
        }
        before = '_';
      } else if (before == '_') {
        return false;
      } else {
        before = '!';
      }
    }
    return before != '_';
  }

  /** Reads {@code 1h30m} as nanoseconds; NumberFormatException says what is wrong with it. */
  static long parseDuration(String text) {
    long nanos = 0;
    int lastUnit = -1;
    int i = 0;
    while (i < text.length()) {
      int from = i;
      long value = 0;
      while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        value = value * 10 + (text.charAt(i) - '0');
        if (value > Long.MAX_VALUE / 16) {
          throw new NumberFormatException("duration out of range");
        }
        i++;
      }
      int unitFrom = i;
      while (i < text.length() && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
        i++;
      }
      if (from == unitFrom || unitFrom == i) {
        throw new NumberFormatException("not a valid duration: \"" + text + "\"");
      }
      TimeUnit unit = unitNamed(text.substring(unitFrom, i), text);
      if (unit.ordinal() <= lastUnit) {
        throw new NumberFormatException(
            "not a valid duration: \"" + text + "\"; units go from the largest to the smallest");
      }
      lastUnit = unit.ordinal();
      long unitNanos = unit.millis * NANOS_PER_MILLI;
      if (value > Long.MAX_VALUE / unitNanos || nanos > Long.MAX_VALUE - value * unitNanos) {
        throw new NumberFormatException("duration out of range");
      }
      nanos += value * unitNanos;
    }
    return nanos;
  }

  private static TimeUnit unitNamed(String symbol, String text) {
    for (TimeUnit unit : TimeUnit.ALL) {
      if (unit.symbol.equals(symbol)) {
        return unit;
      }
    }
    throw new NumberFormatException(
        "unknown unit \"" + symbol + "\" in duration \"" + text + "\"; units are y w d h m s ms");
  }

  static double toSeconds(long nanos) {
    long seconds = nanos / 1_000_000_000;
    return seconds + (nanos % 1_000_000_000) / NANOS_PER_SECOND;
  }

  /** Rounds half away from zero; what does not fit becomes the smallest long, as on amd64. */
  static long toNanos(double seconds) {
    return toLong(roundHalfAway(seconds * NANOS_PER_SECOND));
  }

  static long toMillis(double seconds) {
    return toLong(roundHalfAway(seconds * 1000));
  }

  private static double roundHalfAway(double value) {
    double floor = Math.floor(Math.abs(value));
    double rounded = Math.abs(value) - floor >= 0.5 ? floor + 1 : floor;
    return Math.copySign(rounded, value);
  }

  private static long toLong(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  /** Whether a length of that many seconds has more nanoseconds than a long can count. */
  static boolean isTooLong(double seconds) {
    return seconds > MAX_SECONDS || seconds < -MAX_SECONDS;
  }

  /** Writes nanoseconds as {@code 1h30m}; what is less than a millisecond is dropped. */
  static void printDuration(long nanos, StringBuilder out) {
    long millis = nanos / NANOS_PER_MILLI;
    if (millis == 0) {
      out.append("0s");
      return;
    }
    if (millis < 0) {
      out.append('-');
      millis = -millis;
    }
    for (TimeUnit unit : TimeUnit.ALL) {
      long count = millis / unit.millis;
      if (count > 0 && (!unit.onlyIfExact || millis % unit.millis == 0)) {
        out.append(count).append(unit.symbol);
        millis -= count * unit.millis;
      }
    }
  }

  /** Writes a number of seconds that was written with a unit. */
  static void printDurationNumber(double seconds, StringBuilder out) {
    if (seconds < 0) {
      out.append('-');
    }
    printDuration(toLong(Math.abs(seconds) * NANOS_PER_SECOND), out);
  }

  /** Writes the shortest decimal without an exponent that reads back as the same number. */
  static void printNumber(double value, StringBuilder out) {
    if (value == (long) value && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0)) {
      out.append((long) value);
    } else if (Double.isNaN(value)) {
      out.append("NaN");
    } else if (Double.isInfinite(value)) {
      out.append(value > 0 ? "+Inf" : "-Inf");
    } else if (value == 0) {
      out.append("-0");
    } else {
      out.append(shortest(value).toPlainString());
    }
  }

  /** Writes a number as Go's {@code %v} does: with an exponent if it is very large or small. */
  static void printFill(double value, StringBuilder out) {
    if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
      printNumber(value, out);
      return;
    }
    BigDecimal digits = shortest(value).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      out.append(digits.toPlainString());
      return;
    }
    String unscaled = digits.unscaledValue().abs().toString();
    out.append(value < 0 ? "-" : "").append(unscaled.charAt(0));
    if (unscaled.length() > 1) {
      out.append('.').append(unscaled, 1, unscaled.length());
    }
    out.append(exponent < 0 ? "e-" : "e+");
    String size = Integer.toString(Math.abs(exponent));
    out.append(size.length() < 2 ? "0" : "").append(size);
  }

  /** Writes milliseconds as seconds with three decimals. */
  static void printTimestamp(long millis, StringBuilder out) {
    out.append(new BigDecimal(millis / 1000.0).setScale(3, RoundingMode.HALF_EVEN).toPlainString());
  }

  /** Java writes two digits where one would do (4.9E-324): that happens to subnormals only. */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (digits.precision() == 2) {
      BigDecimal one = digits.round(new java.math.MathContext(1));
      if (one.doubleValue() == value) {
        return one;
      }
    }
    return digits;
  }
}
