package io.runboards.promql;

import java.util.List;
import java.util.Optional;

/**
 * A PromQL expression: an immutable tree.
 *
 * <p>Two trees are equal when they say the same; where they were written does not count. {@code
 * toString()} is the canonical query and equals what Prometheus itself prints. A node puts
 * parentheses around an operand that would otherwise be read differently. A tree that was built by
 * hand may still be no PromQL, such as a call with too few arguments: {@link Promql#check} tells.
 */
public sealed interface Expr {

  /** Where it stands in its source. */
  Span span();

  ValueType type();

  /** The expressions it is made of, in the order in which they are written. */
  default List<Expr> children() {
    return List.of();
  }

  /** {@code 5}, {@code 0x1F}, {@code Inf}; or {@code 5m}, which is the number 300. */
  record NumberLiteral(double value, boolean duration, Span span) implements Expr {
    @Override
    public ValueType type() {
      return ValueType.SCALAR;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code "text"}. */
  record StringLiteral(Text text) implements Expr {
    @Override
    public Span span() {
      return text.span();
    }

    @Override
    public ValueType type() {
      return ValueType.STRING;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** A dashboard variable in the place of a number or a whole selector: {@code $limit}. */
  record VariableRef(Text text) implements Expr {
    @Override
    public Span span() {
      return text.span();
    }

    @Override
    public ValueType type() {
      return ValueType.VARIABLE;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /**
   * {@code name{label="value"} offset 5m}.
   *
   * @param name the metric; {@link Text#NONE} if only matchers select
   * @param matchers the conditions, in canonical order: in a query their order means nothing
   */
  record VectorSelector(Text name, List<Matcher> matchers, Modifiers modifiers, Span span)
      implements Expr {
    public VectorSelector {
      matchers = sorted(matchers);
    }

    private static List<Matcher> sorted(List<Matcher> matchers) {
      for (int i = 1; i < matchers.size(); i++) {
        if (matchers.get(i - 1).compareTo(matchers.get(i)) > 0) {
          return matchers.stream().sorted().toList();
        }
      }
      return List.copyOf(matchers);
    }

    @Override
    public ValueType type() {
      return ValueType.VECTOR;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code selector[5m]}; the modifiers after the bracket belong to the selector. */
  record RangeSelector(VectorSelector vector, Period range, Span span) implements Expr {
    @Override
    public ValueType type() {
      return ValueType.MATRIX;
    }

    @Override
    public List<Expr> children() {
      return List.of(vector);
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /**
   * {@code expression[1h:1m]}.
   *
   * @param step {@link Period#ZERO} for the server's default
   */
  record Subquery(Expr expr, Period range, Period step, Modifiers modifiers, Span span)
      implements Expr {
    public Subquery {
      if (expr instanceof Binary || expr instanceof Unary) {
        expr = new Paren(expr, expr.span());
      }
    }

    @Override
    public ValueType type() {
      return ValueType.MATRIX;
    }

    @Override
    public List<Expr> children() {
      return List.of(expr);
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code sum by (node) (x)}, {@code topk(5, x)}. */
  record Aggregation(
      AggregateOp op,
      boolean without,
      List<Text> labels,
      Optional<Expr> parameter,
      Expr expr,
      Span span)
      implements Expr {
    public Aggregation {
      labels = List.copyOf(labels);
      if (parameter.isPresent() != op.parameter().isPresent()) {
        throw new IllegalArgumentException(
            op.symbol() + (parameter.isPresent() ? " takes no parameter" : " needs a parameter"));
      }
    }

    @Override
    public ValueType type() {
      return ValueType.VECTOR;
    }

    @Override
    public List<Expr> children() {
      return parameter.map(p -> List.of(p, expr)).orElseGet(() -> List.of(expr));
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code rate(x[5m])}. */
  record Call(Function function, List<Expr> args, Span span) implements Expr {
    public Call {
      args = List.copyOf(args);
    }

    @Override
    public ValueType type() {
      return function.returns();
    }

    @Override
    public List<Expr> children() {
      return args;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code (x)}. */
  record Paren(Expr expr, Span span) implements Expr {
    @Override
    public ValueType type() {
      return expr.type();
    }

    @Override
    public List<Expr> children() {
      return List.of(expr);
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code -x} or {@code +x}, where {@code x} is no plain number: that would be a literal. */
  record Unary(boolean negative, Expr expr, Span span) implements Expr {
    public Unary {
      if (expr instanceof NumberLiteral) {
        throw new IllegalArgumentException("write the number " + expr + " with its sign instead");
      }
      if (expr instanceof Binary binary && binary.op != BinaryOp.POW) {
        expr = new Paren(expr, expr.span());
      }
    }

    @Override
    public ValueType type() {
      return expr.type();
    }

    @Override
    public List<Expr> children() {
      return List.of(expr);
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /**
   * {@code a + b}, {@code a > bool b}, {@code a * on (node) group_left (zone) b}.
   *
   * @param bool whether a comparison answers 0 or 1 instead of filtering
   */
  record Binary(BinaryOp op, Expr left, Expr right, boolean bool, Matching matching, Span span)
      implements Expr {
    public Binary {
      if (bindsWeakerOnTheLeft(left, op)) {
        left = new Paren(left, left.span());
      }
      if (right instanceof Binary inner
          && (inner.op.precedence() < op.precedence()
              || inner.op.precedence() == op.precedence() && !op.isRightAssociative())) {
        right = new Paren(right, right.span());
      }
    }

    private static boolean bindsWeakerOnTheLeft(Expr left, BinaryOp op) {
      return switch (left) {
        case Binary inner ->
            inner.op.precedence() < op.precedence()
                || inner.op.precedence() == op.precedence() && op.isRightAssociative();
        case Unary u -> op == BinaryOp.POW;
        case NumberLiteral number -> op == BinaryOp.POW && Numbers.isNegative(number.value);
        default -> false;
      };
    }

    @Override
    public ValueType type() {
      ValueType l = left.type();
      ValueType r = right.type();
      if (l == r && (l == ValueType.SCALAR || l == ValueType.VARIABLE)) {
        return l;
      }
      return l.fits(ValueType.SCALAR) && r.fits(ValueType.SCALAR)
          ? ValueType.VARIABLE
          : ValueType.VECTOR;
    }

    @Override
    public List<Expr> children() {
      return List.of(left, right);
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }
}
