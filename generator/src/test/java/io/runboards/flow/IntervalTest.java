package io.runboards.flow;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever two values are calculated with, the result lies in the calculated interval. */
class IntervalTest {
  private static final double[] BOUNDS = {
    NEGATIVE_INFINITY, -100, -2.5, -1, 0, 0.5, 1, 3, 100, POSITIVE_INFINITY
  };
  private static final int TRIES = 20_000;

  @Test
  void holdsEveryResult() {
    check(Interval::plus, Double::sum);
    check(Interval::minus, (a, b) -> a - b);
    check(Interval::times, (a, b) -> a * b);
    check(Interval::over, (a, b) -> a / b);
    check(Interval::modulo, (a, b) -> a % b);
    check(Interval::toThe, Math::pow);
    check(Interval::raisedTo, Math::max);
    check(Interval::loweredTo, Math::min);
    check((a, b) -> a.negated(), (a, b) -> -a);
    check((a, b) -> a.absolute(), (a, b) -> Math.abs(a));
    check((a, b) -> a.or(b), (a, b) -> a);
    check((a, b) -> a.or(b), (a, b) -> b);
  }

  private static void check(BinaryOperator<Interval> of, DoubleBinaryOperator single) {
    Random random = new Random(4);
    for (int i = 0; i < TRIES; i++) {
      Interval a = interval(random);
      Interval b = interval(random);
      double result = single.applyAsDouble(in(a, random), in(b, random));
      Interval all = of.apply(a, b);
      double slack = Double.isInfinite(result) ? 0 : Math.abs(result) * 1e-12;
      boolean held =
          Double.isNaN(result) || result >= all.min() - slack && result <= all.max() + slack;
      assertThat(held).as("%s and %s give %s, not %s", a, b, result, all).isTrue();
    }
  }

  @Test
  void whatLiesInBoth() {
    Interval percent = new Interval(0, 100);
    assertThat(percent.and(new Interval(90, POSITIVE_INFINITY))).isEqualTo(new Interval(90, 100));
    assertThat(percent.and(new Interval(101, 200))).isEqualTo(percent);
  }

  private static Interval interval(Random random) {
    double a = BOUNDS[random.nextInt(BOUNDS.length)];
    double b = BOUNDS[random.nextInt(BOUNDS.length)];
    return a == b && Double.isInfinite(a)
        ? Interval.ANY
        : new Interval(Math.min(a, b), Math.max(a, b));
  }

  private static double in(Interval interval, Random random) {
    double min = Math.max(interval.min(), -1e6);
    double max = Math.min(interval.max(), 1e6);
    return switch (random.nextInt(4)) {
      case 0 -> min;
      case 1 -> max;
      default -> min + (max - min) * random.nextDouble();
    };
  }
}
