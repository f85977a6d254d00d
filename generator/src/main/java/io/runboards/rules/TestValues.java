package io.runboards.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a series in a test, as promtool writes them.
 *
 * @param runs the values, as runs of equal steps
 */
record TestValues(List<Run> runs) {
  private static final String NUMBER = "[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?";
  private static final Pattern RUN =
      Pattern.compile(
          "(_|stale|[+-]?(?:NaN|Inf)|" + NUMBER + ")(" + NUMBER + ")?(?:x(\\d+))?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Values with equal steps between them.
   *
   * @param first the first, or {@code _}, {@code stale}, {@code NaN} or {@code Inf}
   * @param step what each is more than the one before; empty for 0
   * @param more how many follow the first; empty for none
   */
  record Run(String first, String step, String more) {
    private Run times(BigDecimal factor) {
      return new Run(scaled(first, factor), step.isEmpty() ? "" : signed(step, factor), more);
    }

    private static String scaled(String number, BigDecimal factor) {
      return number.matches(NUMBER)
          ? new BigDecimal(number)
              .multiply(factor, MathContext.DECIMAL64)
              .stripTrailingZeros()
              .toPlainString()
          : number;
    }

    private static String signed(String number, BigDecimal factor) {
      String scaled = scaled(number, factor);
      return scaled.startsWith("-") ? scaled : "+" + scaled;
    }

    @Override
    public String toString() {
      return first + step + (more.isEmpty() ? "" : "x" + more);
    }
  }

  static TestValues parse(String text) {
    List<Run> runs = new ArrayList<>();
    for (String word : text.strip().split("\\s+")) {
      Matcher run = RUN.matcher(word);
      if (!run.matches() || run.group(2) != null && !run.group(2).matches("[+-].*")) {
        throw new WrongRule(
            "'" + word + "' is no value of a test; write 5, 5x10, 0+1x10, _, _x3 or stale");
      }
      runs.add(new Run(run.group(1), or(run.group(2)), or(run.group(3))));
    }
    return new TestValues(runs);
  }

  private static String or(String group) {
    return group == null ? "" : group;
  }

  TestValues times(double factor) {
    BigDecimal exact = BigDecimal.valueOf(factor);
    return new TestValues(runs.stream().map(run -> run.times(exact)).toList());
  }

  @Override
  public String toString() {
    return String.join(" ", runs.stream().map(Run::toString).toList());
  }
}
