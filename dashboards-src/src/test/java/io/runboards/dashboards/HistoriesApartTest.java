package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.alerts.AllRules;
import io.runboards.dashboard.Installation;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Period;
import io.runboards.rules.RuleBook;
import io.runboards.simulate.Incident;
import io.runboards.simulate.incident.Incidents;
import io.runboards.verify.Calendar;
import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** No rule that is shipped looks from one history of a verification back into the one before. */
class HistoriesApartTest {
  private static final Duration LOOKBACK = Duration.ofMinutes(5);

  @Test
  void historiesLieFurtherApartThanAnyRuleLooksBack() {
    RuleBook rules =
        new RuleBook(AllRules.RULES.stream().map(it -> it.define(Installation.NEWEST)).toList());
    Duration furthest =
        rules
            .rules()
            .map(rule -> reach(rule.series().expr()))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    Duration longest =
        Incidents.ALL.stream()
            .map(HistoriesApartTest::length)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    assertThat(furthest).isGreaterThanOrEqualTo(Duration.ofDays(28));
    assertThat(furthest.plus(longest)).isLessThan(Calendar.DISTANCE);
  }

  private static Duration length(Incident incident) {
    return incident.before().plus(incident.lasts()).plus(incident.after());
  }

  private static Duration reach(Expr query) {
    Duration below =
        query.children().stream()
            .map(HistoriesApartTest::reach)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return switch (query) {
      case VectorSelector selector -> LOOKBACK.plus(length(selector.modifiers().offset()));
      case RangeSelector range -> below.plus(length(range.range()));
      case Subquery subquery ->
          below.plus(length(subquery.range())).plus(length(subquery.modifiers().offset()));
      default -> below;
    };
  }

  private static Duration length(Period period) {
    return Duration.ofNanos(((Period.Fixed) period).nanos());
  }
}
