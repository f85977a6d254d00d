package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.finding.Finding;
import io.runboards.finding.Place;
import io.runboards.flow.World;
import io.runboards.promql.Expr;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All rules about queries. */
public final class QueryChecks {
  /** The rules, in the order of their ids. */
  public static final List<QueryCheck> ALL =
      List.of(
          new AverageOfRatios(),
          new ConversionReversed(),
          new CounterWithoutRate(),
          new DisjointLabels(),
          new ForbiddenLabel(),
          new GpuWithoutNode(),
          new JoinWithoutOn(),
          new LabelDropped(),
          new ManyToMany(),
          new MatchesEverything(),
          new MixedUnits(),
          new NeverMatches(),
          new NotAQuantity(),
          new OnLeavesOut(),
          new OutsideRange(),
          new PatternAsText(),
          new PercentAgainstRatio(),
          new PersonLabel(),
          new PlainRegex(),
          new QuantileOutOfRange(),
          new QuantileWithoutBuckets(),
          new RateOfGauge(),
          new RateOfSum(),
          new RemovedMetric(),
          new SumWithoutStep(),
          new UnboundedLabel(),
          new UnitNotChosen(),
          new UnknownLabel(),
          new UnknownMetric());

  private QueryChecks() {}

  /** All that is wrong with a query, in the order in which it stands there. */
  public static List<Finding> check(
      String source, String text, Expr tree, World world, Optional<ClusterVersion> version) {
    Query query = Query.of(tree, world, version);
    return ALL.stream()
        .flatMap(
            check -> check.problems(query).map(problem -> finding(check, problem, source, text)))
        .distinct()
        .sorted(
            Comparator.comparingInt((Finding finding) -> finding.place().start())
                .thenComparing(Finding::id)
                .thenComparing(Finding::message))
        .toList();
  }

  private static Finding finding(QueryCheck check, Problem problem, String source, String text) {
    Place place = Place.in(source, text, problem.span().start(), problem.span().end());
    return new Finding(check.id(), problem.severity(), problem.message(), place, problem.advice());
  }
}
