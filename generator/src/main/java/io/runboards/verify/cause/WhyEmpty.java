package io.runboards.verify.cause;

import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.ValueType;
import io.runboards.verify.cause.Cause.Kind;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import io.runboards.verify.trial.Numbers;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds out why a query shows nothing: it asks for the parts of the query, from the whole down to
 * the first part that is empty although all that it is made of is not.
 */
public final class WhyEmpty {
  private final Store store;
  private final MissingSeries missing;
  private final Stretch over;
  private final Duration step;

  /**
   * About one stretch of time.
   *
   * @param missing explains selectors
   * @param step how far apart it is looked
   */
  public WhyEmpty(Store store, MissingSeries missing, Stretch over, Duration step) {
    this.store = store;
    this.missing = missing;
    this.over = over;
    this.step = step;
  }

  /** The cause. The query has no variables. */
  public Cause of(Expr query) {
    for (Expr child : decisive(query)) {
      if (isEmpty(child)) {
        return of(child);
      }
    }
    return switch (query) {
      case VectorSelector selector -> missing.of(selector, over);
      case Binary binary -> of(binary);
      case Call call when call.args().stream().anyMatch(it -> it.type() == ValueType.MATRIX) ->
          new Cause(
              Kind.OTHER,
              "%s finds too few samples in its window: %s".formatted(call.function().name(), call));
      default -> new Cause(Kind.OTHER, "all parts of %s show something".formatted(query));
    };
  }

  /** The parts without which there is nothing. */
  private static List<Expr> decisive(Expr query) {
    return switch (query) {
      case Binary binary when binary.op() == BinaryOp.UNLESS -> List.of(binary.left());
      default -> query.children();
    };
  }

  private Cause of(Binary binary) {
    if (binary.op() == BinaryOp.UNLESS) {
      return new Cause(
          Kind.PAIR, "the right side of 'unless' takes all series of the left side away");
    }
    boolean filters = binary.op().isComparison() && !binary.bool();
    if (filters && (isNumber(binary.left()) || isNumber(binary.right()))) {
      return comparison(binary);
    }
    return pairs(binary) ? comparison(binary) : new Cause(Kind.PAIR, unpaired(binary));
  }

  private static boolean isNumber(Expr expr) {
    return expr.type() == ValueType.SCALAR;
  }

  /** Whether the sides have series in common, so that only a comparison can be what fails. */
  private boolean pairs(Binary binary) {
    return binary.op().isComparison()
        && !isEmpty(
            new Binary(
                BinaryOp.SUB,
                binary.left(),
                binary.right(),
                false,
                binary.matching(),
                binary.span()));
  }

  private Cause comparison(Binary binary) {
    Measured left = Measured.of(curves(binary.left()), OptionalLong.empty());
    String values =
        left.least().isPresent()
            ? " (the left side is between %s and %s)"
                .formatted(
                    Numbers.shown(left.least().getAsDouble()),
                    Numbers.shown(left.most().orElseThrow()))
            : "";
    return new Cause(
        Kind.COMPARISON,
        "'%s %s' holds for no series%s"
            .formatted(binary.op().symbol(), shortened(binary.right()), values));
  }

  private String unpaired(Binary binary) {
    return "no series of the left side of '%s' has a partner on the right: one is %s, the other %s"
        .formatted(binary.op().symbol(), example(binary.left()), example(binary.right()));
  }

  private String example(Expr side) {
    return curves(side).stream()
        .map(curve -> curve.labels().toString())
        .min(String::compareTo)
        .orElse("nothing");
  }

  private static String shortened(Expr expr) {
    String text = expr.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private boolean isEmpty(Expr expr) {
    return switch (expr) {
      case Expr.RangeSelector range -> isEmpty(range.vector());
      case Expr.Subquery subquery -> isEmpty(subquery.expr());
      default ->
          switch (expr.type()) {
            case SCALAR, STRING, VARIABLE -> false;
            case VECTOR, MATRIX -> curves(expr).isEmpty();
          };
    };
  }

  private List<Curve> curves(Expr expr) {
    return switch (store.range(expr.toString(), over, step)) {
      case Result.Curves answer -> answer.curves();
      case Result.Refused refused -> List.of();
    };
  }
}
