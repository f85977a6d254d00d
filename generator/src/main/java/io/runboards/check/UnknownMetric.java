package io.runboards.check;

import io.runboards.flow.Metrics;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A metric that nobody knows: an error if it is called like those of a known source. */
final class UnknownMetric implements QueryCheck {
  @Override
  public String id() {
    return "unknown-metric";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return query.all(VectorSelector.class).flatMap(selector -> problem(selector, query).stream());
  }

  private static Optional<Problem> problem(VectorSelector selector, Query query) {
    Optional<String> name = Metrics.nameOf(selector);
    if (name.isEmpty() || query.world().catalog().find(name.get()).isPresent()) {
      return Optional.empty();
    }
    Span span = Metrics.spanOfName(selector);
    String message = "there is no metric '" + name.get() + "' in the catalog";
    List<String> near = query.world().catalog().suggest(name.get());
    String advice = near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "?";
    boolean ofAKnownSource = query.world().catalog().familyOf(name.get()).isPresent();
    Problem problem =
        ofAKnownSource ? Problem.error(span, message) : Problem.warning(span, message);
    return Optional.of(problem.advise(advice));
  }
}
