package io.runboards.check;

import io.runboards.promql.Expr;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What people do wrong in a query. Each constant makes every right query wrong in its own way. */
enum Mistake {
  METRIC_MISSPELT(NameMistakes::misspeltMetrics),
  METRIC_OF_ANOTHER_LEVEL(NameMistakes::metricsOfAnotherLevel),
  METRIC_OF_ANOTHER_UNIT(UnitMistakes::metricsOfAnotherUnit),
  METRIC_OF_AN_OLD_VERSION(NameMistakes::oldNames),
  LABEL_MISSPELT(NameMistakes::misspeltLabels),
  LABEL_OF_ANOTHER_FAMILY(NameMistakes::labelsOfAnotherFamily),
  MATCHER_CONTRADICTED(MatcherMistakes::contradictions),
  PATTERN_AS_TEXT(MatcherMistakes::patternsAsTexts),
  RATE_ADDED(CounterMistakes::ratesAdded),
  RATE_REMOVED(CounterMistakes::ratesRemoved),
  FUNCTION_FOR_GAUGES(CounterMistakes::functionsForGauges),
  SUM_BEFORE_RATE(CounterMistakes::sumsBeforeRates),
  NEEDED_LABEL_REMOVED(GroupingMistakes::neededLabelsRemoved),
  BY_TURNED_WITHOUT(GroupingMistakes::byTurnedWithout),
  NODE_OF_GPU_REMOVED(GroupingMistakes::nodesRemoved),
  ON_LABEL_REMOVED(JoinMistakes::onLabelsRemoved),
  ON_TURNED_IGNORING(JoinMistakes::onTurnedIgnoring),
  ON_REMOVED(JoinMistakes::onRemoved),
  GROUP_REMOVED(JoinMistakes::groupsRemoved),
  GROUP_SWAPPED(JoinMistakes::groupsSwapped),
  AGGREGATION_REMOVED(JoinMistakes::aggregationsRemoved),
  FACTOR_DROPPED(UnitMistakes::factorsDropped),
  FACTOR_TURNED(UnitMistakes::factorsTurned),
  UNIT_NOT_CHOSEN(UnitMistakes::unitsNotChosen),
  STEP_DROPPED(UnitMistakes::stepsDropped),
  SUM_OF_NAMES(UnitMistakes::sumsOfNames),
  AVERAGE_OF_RATIOS(UnitMistakes::averagesOfRatios),
  THRESHOLD_IN_OTHER_SCALE(ThresholdMistakes::inOtherScale),
  ZERO_INCLUDED(ThresholdMistakes::zeroIncluded),
  TIME_FORGOTTEN(ThresholdMistakes::timeForgotten),
  BUCKETS_LOST(QuantileMistakes::bucketsLost),
  QUANTILE_IN_PERCENT(QuantileMistakes::quantilesInPercent);

  private final Function<Subject, Stream<Expr>> make;

  Mistake(Function<Subject, Stream<Expr>> make) {
    this.make = make;
  }

  /** The queries in which this mistake was made once, wherever it can be made. */
  Stream<Expr> in(Subject subject) {
    return make.apply(subject);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
