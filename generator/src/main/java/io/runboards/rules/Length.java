package io.runboards.rules;

import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.ParseException;
import io.runboards.promql.Period;
import io.runboards.promql.Promql;
import java.time.Duration;

/**
 * A length of time as rules write it: {@code 5m}, {@code 1h30m}, {@code 28d}.
 *
 * @param duration how long it is
 */
public record Length(Duration duration) implements Comparable<Length> {
  public static final Length NONE = new Length(Duration.ZERO);

  /** Reads a length; {@code 0s} is none. */
  public static Length of(String text) {
    if (text.equals("0s")) {
      return NONE;
    }
    try {
      if (Promql.parse("x[" + text + "]") instanceof RangeSelector range
          && range.range() instanceof Period.Fixed fixed) {
        return new Length(Duration.ofNanos(fixed.nanos()));
      }
    } catch (ParseException e) {
      throw new WrongRule("\"" + text + "\" is no length of time such as \"5m\"");
    }
    throw new WrongRule("\"" + text + "\" is no length of time such as \"5m\"");
  }

  public boolean isNone() {
    return duration.isZero();
  }

  public boolean isShorterThan(Length other) {
    return compareTo(other) < 0;
  }

  public Length times(long factor) {
    return new Length(duration.multipliedBy(factor));
  }

  public long seconds() {
    return duration.toSeconds();
  }

  @Override
  public int compareTo(Length other) {
    return duration.compareTo(other.duration);
  }

  @Override
  public String toString() {
    return isNone() ? "0s" : Period.of(duration).toString();
  }
}
