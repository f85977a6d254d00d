package io.runboards.promql;

/**
 * A condition on a label: {@code node=~"gpu-.*"}.
 *
 * @param label the label's name; {@code __name__} for a metric name in quotes
 * @param op how it compares
 * @param value the text or regular expression that it compares with
 * @param span where it stands
 */
public record Matcher(Text label, Op op, Text value, Span span) implements Comparable<Matcher> {

  /** The four comparisons. */
  public enum Op {
    EQUAL("="),
    NOT_EQUAL("!="),
    REGEX("=~"),
    NOT_REGEX("!~");

    private final String symbol;

    Op(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    public boolean isRegex() {
      return this == REGEX || this == NOT_REGEX;
    }
  }

  public static Matcher of(String label, Op op, String value) {
    return new Matcher(Text.of(label), op, Text.of(value), Span.NONE);
  }

  /** Whether a series without the label matches. Variables count as some ordinary word. */
  public boolean matchesEmpty() {
    return switch (op) {
      case EQUAL -> value.isEmpty();
      case NOT_EQUAL -> !value.isEmpty();
      case REGEX -> Regexes.matchesEmpty(value);
      case NOT_REGEX -> !Regexes.matchesEmpty(value);
    };
  }

  /** The order in which a selector prints its matchers: that of their printed UTF-8 bytes. */
  @Override
  public int compareTo(Matcher other) {
    String a = label.value();
    String b = other.label.value();
    int same = 0;
    while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    boolean namesDecide =
        same < a.length() && same < b.length() && Printer.isPlainName(a) && Printer.isPlainName(b);
    return namesDecide
        ? a.charAt(same) - b.charAt(same)
        : compareBytes(toString(), other.toString());
  }

  private static int compareBytes(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Surrogates stand for code points above all others. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + Character.MIN_SUPPLEMENTARY_CODE_POINT : c;
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
