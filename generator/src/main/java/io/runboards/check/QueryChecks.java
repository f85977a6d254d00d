package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.finding.Finding;
import io.runboards.finding.Place;
import io.runboards.flow.World;
import io.runboards.promql.Expr;
import java.util.ArrayList;
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

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt((Finding finding) -> finding.place().start())
          .thenComparing(Finding::id)
          .thenComparing(Finding::message);

  private QueryChecks() {}

  /** All that is wrong with a query, in the order in which it stands there. */
  public static List<Finding> check(
      String source, String text, Expr tree, World world, Optional<ClusterVersion> version) {
    return check(source, text, Query.of(tree, world, version));
  }

  /** All that is wrong with a query of which everything is known already. */
  static List<Finding> check(String source, String text, Query query) {
    List<Finding> findings = new ArrayList<>();
    for (QueryCheck check : ALL) {
      for (Problem problem : check.problems(query)) {
        findings.add(finding(check, problem, source, text));
      }
    }
    return findings.size() < 2
        ? List.copyOf(findings)
        : findings.stream().distinct().sorted(BY_PLACE).toList();
  }

  private static Finding finding(QueryCheck check, Problem problem, String source, String text) {
    Place place = Place.in(source, text, problem.span().start(), problem.span().end());
    return new Finding(check.id(), problem.severity(), problem.message(), place, problem.advice());
  }
}
