package io.runboards.verify.cause;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Function;
import io.runboards.promql.Period;
import io.runboards.promql.Span;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Asks for the parts of a query over a stretch of time.
 *
 * @param store the store
 * @param over the stretch
 * @param step how far apart it is looked
 */
record Parts(Store store, Stretch over, Duration step) {
  private static final int MOST_MOMENTS = 1_000;

  Parts {
    Duration least = over.length().dividedBy(MOST_MOMENTS).truncatedTo(SECONDS).plusSeconds(1);
    step = step.compareTo(least) < 0 ? least : step;
  }

  /** The stretch, and a while before it. */
  Parts before(Period window) {
    Stretch wider = new Stretch(over.from().minus(Lengths.of(window)), over.until());
    return new Parts(store, wider, step);
  }

  /** A stretch that lies so far back. */
  Parts earlier(Period offset) {
    return new Parts(store, over.earlier(Lengths.of(offset)), step);
  }

  /** Whether a part shows nothing; numbers are always there. */
  boolean isEmpty(Expr part) {
    return switch (part.type()) {
      case SCALAR, STRING, VARIABLE -> false;
      case VECTOR -> curves(part).isEmpty();
      case MATRIX -> curves(counted(part)).isEmpty();
    };
  }

  /** How many samples are in a window. */
  Expr counted(Expr window) {
    Function count = Function.named("count_over_time").orElseThrow();
    return new Call(count, List.of(window), Span.NONE);
  }

  Measured measured(Expr part) {
    return Measured.of(curves(part), OptionalLong.empty());
  }

  /** The first of the series of a part; empty if there are none. */
  Optional<Curve> example(Expr part) {
    return curves(part).stream().min(Comparator.comparing(Curve::labels));
  }

  List<Curve> curves(Expr part) {
    return switch (store.range(part.toString(), over, step)) {
      case Result.Curves answer -> answer.curves();
      case Result.Refused refused -> List.of();
    };
  }
}
