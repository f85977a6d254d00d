package io.runboards.simulate.write;

/** Writes numbers as text: the shortest that is read back as the same number. */
final class Digits {
  /** No number takes more bytes. */
  static final int MOST = 32;

  /** Decimals of up to 15 digits differ as numbers, so the one that was found is the shortest. */
  private static final double MOST_EXACT = 1e15;

  private static final int SCALE = 1_000;

  private final StringBuilder odd = new StringBuilder(MOST);

  /** Writes a value from a place on, and returns where it ends. */
  int write(double value, byte[] to, int from) {
    if (value > -MOST_EXACT && value < MOST_EXACT) {
      long whole = (long) value;
      if (whole == value) {
        return whole == 0 && 1 / value < 0 ? ascii("-0", to, from) : write(whole, to, from);
      }
      double scaled = Math.rint(value * SCALE);
      if (Math.abs(scaled) < MOST_EXACT && scaled / SCALE == value) {
        return thousandths((long) scaled, to, from);
      }
    }
    if (Double.isNaN(value)) {
      return ascii("NaN", to, from);
    }
    if (Double.isInfinite(value)) {
      return ascii(value > 0 ? "+Inf" : "-Inf", to, from);
    }
    odd.setLength(0);
    return ascii(odd.append(value), to, from);
  }

  /** Writes a whole number from a place on, and returns where it ends. */
  static int write(long number, byte[] to, int from) {
    int at = from;
    if (number < 0) {
      to[at++] = '-';
    }
    int end = at + length(number);
    long rest = Math.abs(number);
    for (int i = end - 1; i >= at; i--) {
      to[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return end;
  }

  private static int length(long number) {
    int length = 1;
    for (long rest = number / 10; rest != 0; rest /= 10) {
      length++;
    }
    return length;
  }

  private static int thousandths(long scaled, byte[] to, int from) {
    int at = from;
    if (scaled < 0) {
      to[at++] = '-';
    }
    long size = Math.abs(scaled);
    at = write(size / SCALE, to, at);
    int rest = (int) (size % SCALE);
    to[at++] = '.';
    for (int place = SCALE / 10; rest > 0; place /= 10) {
      to[at++] = (byte) ('0' + rest / place);
      rest %= place;
    }
    return at;
  }

  private static int ascii(CharSequence text, byte[] to, int from) {
    for (int i = 0; i < text.length(); i++) {
      to[from + i] = (byte) text.charAt(i);
    }
    return from + text.length();
  }
}
