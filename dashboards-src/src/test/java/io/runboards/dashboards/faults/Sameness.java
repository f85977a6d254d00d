package io.runboards.dashboards.faults;

import io.runboards.rules.Alert;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.QueryProof;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a mistake changes nothing: the queries have the same results on the healthy day and in
 * all incidents, and all else is as it was.
 *
 * @param histories the store that is asked
 */
record Sameness(Histories histories) {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final double TOLERANCE = 1e-9;

  boolean of(ByRun.Both both) {
    List<QueryProof> right = queries(both.right());
    List<QueryProof> wrong = queries(both.wrong());
    if (right.size() != wrong.size()) {
      return false;
    }
    for (int i = 0; i < right.size(); i++) {
      boolean shown =
          right.get(i).unit().equals(wrong.get(i).unit())
              && right.get(i).legend().equals(wrong.get(i).legend());
      if (!shown || !isSame(right.get(i).promql(), wrong.get(i).promql())) {
        return false;
      }
    }
    return true;
  }

  private static List<QueryProof> queries(DashboardProof proof) {
    return proof.panels().stream().map(PanelProof::queries).flatMap(List::stream).toList();
  }

  boolean of(Rule before, Rule after) {
    return isSameBesides(before, after)
        && isSame(before.series().toString(), after.series().toString());
  }

  private static boolean isSameBesides(Rule before, Rule after) {
    return switch (before) {
      case Alert alert ->
          after instanceof Alert other
              && alert.name().equals(other.name())
              && alert.urgency() == other.urgency()
              && alert.hold().equals(other.hold());
      case Recording recording ->
          after instanceof Recording other
              && recording.metric().equals(other.metric())
              && recording.labels().equals(other.labels());
    };
  }

  private boolean isSame(String one, String other) {
    return one.equals(other)
        || histories.all().stream()
            .allMatch(stretch -> isSame(answer(one, stretch), answer(other, stretch)));
  }

  private Result answer(String promql, Stretch stretch) {
    return histories.store().range(promql, stretch, STEP);
  }

  private static boolean isSame(Result one, Result other) {
    return one instanceof Result.Curves some
        && other instanceof Result.Curves others
        && isSame(byLabels(some), byLabels(others));
  }

  private static Map<LabelSet, Curve> byLabels(Result.Curves answer) {
    return answer.curves().stream().collect(Collectors.toMap(Curve::labels, Function.identity()));
  }

  private static boolean isSame(Map<LabelSet, Curve> some, Map<LabelSet, Curve> others) {
    return some.keySet().equals(others.keySet())
        && some.entrySet().stream().allMatch(it -> isSame(it.getValue(), others.get(it.getKey())));
  }

  private static boolean isSame(Curve one, Curve other) {
    if (!Arrays.equals(one.times(), other.times())) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!isSame(one.values()[i], other.values()[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(double one, double other) {
    return Double.compare(one, other) == 0
        || Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
  }
}
