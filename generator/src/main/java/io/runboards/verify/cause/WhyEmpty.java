package io.runboards.verify.cause;

import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.ValueType;
import io.runboards.verify.cause.Cause.Kind;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out why a query shows nothing: it asks for the parts of the query, from the whole down to
 * the first part that is empty although all that it is made of is not.
 */
public final class WhyEmpty {
  private final Parts parts;
  private final MissingSeries missing;

  /**
   * About one stretch of time.
   *
   * @param missing explains selectors
   * @param step how far apart it is looked
   */
  public WhyEmpty(Store store, MissingSeries missing, Stretch over, Duration step) {
    this(new Parts(store, over, step), missing);
  }

  private WhyEmpty(Parts parts, MissingSeries missing) {
    this.parts = parts;
    this.missing = missing;
  }

  /** The cause. The query has no variables. */
  public Cause of(Expr query) {
    return switch (query) {
      case VectorSelector selector -> missing.of(selector, parts.over());
      case RangeSelector range -> missing.of(range.vector(), parts.before(range.range()).over());
      case Subquery subquery -> of(subquery);
      case Binary binary -> of(binary);
      case Call call -> of(call);
      default -> ofFirstEmpty(query).orElseGet(() -> unexplained(query));
    };
  }

  private Optional<Cause> ofFirstEmpty(Expr query) {
    return query.children().stream().filter(parts::isEmpty).findFirst().map(this::of);
  }

  private static Cause unexplained(Expr query) {
    return new Cause(Kind.OTHER, "all parts of %s show something".formatted(query));
  }

  private Cause of(Subquery subquery) {
    Parts then = parts.earlier(subquery.modifiers().offset()).before(subquery.range());
    if (then.isEmpty(subquery.expr())) {
      return new WhyEmpty(then, missing).of(subquery.expr());
    }
    return new Cause(
        Kind.SAMPLES,
        "%s comes upon none of the moments at which there is something".formatted(subquery));
  }

  private Cause of(Call call) {
    return switch (call.function().name()) {
      case "absent", "absent_over_time" ->
          new Cause(
              Kind.PRESENT,
              "'%s' shows nothing while there are series such as %s"
                  .formatted(call.function().name(), example(vector(call.args().getFirst()))));
      default ->
          ofFirstEmpty(call)
              .or(() -> tooFewSamples(call))
              .or(() -> noBuckets(call))
              .orElseGet(() -> unexplained(call));
    };
  }

  private Optional<Cause> tooFewSamples(Call call) {
    return call.args().stream()
        .filter(arg -> arg.type() == ValueType.MATRIX)
        .findFirst()
        .flatMap(window -> {
          Measured count = parts.measured(parts.counted(window));
          return count.most().stream()
              .filter(most -> most < 2)
              .mapToObj(most ->
                  new Cause(
                      Kind.SAMPLES,
                      "'%s' needs two samples, and %s never holds more than one"
                          .formatted(call.function().name(), window)))
              .findFirst();
        });
  }

  private Optional<Cause> noBuckets(Call call) {
    return call.args().stream()
        .filter(arg -> call.function().name().startsWith("histogram_"))
        .filter(arg -> arg.type() == ValueType.VECTOR)
        .findFirst()
        .map(arg ->
            new Cause(
                Kind.BUCKETS,
                "'%s' needs the buckets of a histogram, and gets series such as %s"
                    .formatted(call.function().name(), example(arg))));
  }

  private Cause of(Binary binary) {
    if (binary.op() == BinaryOp.OR) {
      return new Cause(
          Kind.OTHER,
          "neither side of 'or' shows anything: %s; %s"
              .formatted(of(binary.left()).words(), of(binary.right()).words()));
    }
    if (parts.isEmpty(binary.left())) {
      return of(binary.left());
    }
    if (binary.op() == BinaryOp.UNLESS) {
      return new Cause(
          Kind.PRESENT,
          "'unless' takes everything away: each series on its left has a partner on its right,"
              + " such as "
              + example(binary.right()));
    }
    if (parts.isEmpty(binary.right())) {
      return of(binary.right());
    }
    Sides sides = new Sides(parts, binary);
    return sides.noNumber().map(this::ofNoNumber).orElseGet(sides::cause);
  }

  /** Why {@code scalar} has no number. */
  private Cause ofNoNumber(Call scalar) {
    Expr of = scalar.args().getFirst();
    return parts.isEmpty(of)
        ? of(of)
        : new Cause(
            Kind.OTHER,
            "'scalar' needs exactly one series, and %s has %s"
                .formatted(of, parts.curves(of).size()));
  }

  private static Expr vector(Expr arg) {
    return switch (arg) {
      case RangeSelector range -> range.vector();
      case Subquery subquery -> subquery.expr();
      case Paren paren -> vector(paren.expr());
      default -> arg;
    };
  }

  private String example(Expr expr) {
    return parts.example(expr).map(Curve::labels).map(Object::toString).orElse("none");
  }
}
