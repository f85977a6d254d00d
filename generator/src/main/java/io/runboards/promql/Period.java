package io.runboards.promql;

import java.time.Duration;

/**
 * A length of time as it stands in {@code [5m]}, {@code [1h:1m]} or after {@code offset}.
 *
 * <p>Like expressions, periods put parentheses around parts that would otherwise be read
 * differently.
 */
public sealed interface Period {
  Period ZERO = new Fixed(0, Span.NONE);

  Span span();

  /** A length of its own, in nanoseconds: {@code [5m]}, {@code [300]}, {@code offset -1h}. */
  record Fixed(long nanos, Span span) implements Period {
    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /**
   * A number of seconds inside a calculation.
   *
   * @param unit whether it is written with a unit, as in {@code 5m}
   */
  record Number(double seconds, boolean unit, Span span) implements Period {
    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code step()}: the resolution of the query. */
  record Step(Span span) implements Period {
    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code range()}: the length of the query's time range. */
  record Range(Span span) implements Period {
    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code max_of(a, b)}. */
  record MaxOf(Period left, Period right, Span span) implements Period {
    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code min_of(a, b)}. */
  record MinOf(Period left, Period right, Span span) implements Period {
    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code -a}, where {@code a} is no plain number: that would be a negative number. */
  record Negated(Period period, Span span) implements Period {
    public Negated {
      if (period instanceof Number || period instanceof Fixed) {
        throw new IllegalArgumentException("write a negative number instead of negating " + period);
      }
      if (period instanceof Binary binary && binary.op != BinaryOp.POW) {
        period = new Paren(period, period.span());
      }
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code a + b} and so on: only arithmetic operators, not {@code atan2}. */
  record Binary(BinaryOp op, Period left, Period right, Span span) implements Period {
    public Binary {
      if (op.precedence() < BinaryOp.ADD.precedence() || op == BinaryOp.ATAN2) {
        throw new IllegalArgumentException(op.symbol() + " does not calculate with periods");
      }
      if (bindsWeakerOnTheLeft(left, op)) {
        left = new Paren(left, left.span());
      }
      if (right instanceof Binary inner
          && (inner.op.precedence() < op.precedence()
              || inner.op.precedence() == op.precedence() && !op.isRightAssociative())) {
        right = new Paren(right, right.span());
      }
    }

    private static boolean bindsWeakerOnTheLeft(Period left, BinaryOp op) {
      return switch (left) {
        case Binary inner ->
            inner.op.precedence() < op.precedence()
                || inner.op.precedence() == op.precedence() && op.isRightAssociative();
        case Negated n -> op == BinaryOp.POW;
        case Number number -> op == BinaryOp.POW && Numbers.isNegative(number.seconds);
        default -> false;
      };
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code (a)}; parentheses around parentheses are the same as one pair. */
  record Paren(Period period, Span span) implements Period {
    public Paren {
      if (period instanceof Paren inner) {
        period = inner.period;
      }
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** A length that dashboard variables decide: {@code $__rate_interval}, {@code ${minutes}m}. */
  record Chosen(Text text) implements Period {
    @Override
    public Span span() {
      return text.span();
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  static Period of(Duration length) {
    return new Fixed(length.toNanos(), Span.NONE);
  }
}
