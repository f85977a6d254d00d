package io.runboards.verify.trial;

import io.runboards.check.Query;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.flow.Quantity;
import io.runboards.flow.SeriesLabels;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.Result;
import java.util.List;
import java.util.function.Predicate;

/**
 * A query of a panel, what is known about it, and what a store answered.
 *
 * @param panel the panel
 * @param target the query
 * @param query what is known about it
 * @param answer the answer, with at least one series
 * @param ours whether the store holds nothing but what we put there
 */
public record Showing(Panel panel, Target target, Query query, Result.Curves answer, boolean ours) {
  List<Curve> curves() {
    return answer.curves();
  }

  /** What the values measure, and how large they can be. */
  Quantity quantity() {
    return query.units().at(query.tree());
  }

  /** The labels that the series should have. */
  SeriesLabels labels() {
    return query.labels().at(query.tree());
  }

  boolean isOverTime() {
    return target.when() == Target.When.RANGE;
  }

  /** How many of the series something holds for. */
  long count(Predicate<Curve> claim) {
    return curves().stream().filter(claim).count();
  }
}
