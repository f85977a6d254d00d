package io.runboards.verify.alert;

import io.runboards.rules.LabelValue;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleGroup;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.Effort;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule results in at each of its evaluations.
 *
 * @param times from the first evaluation to the last one
 * @param every how far apart they are
 * @param series the series, with the labels of the rule and without the metric's name
 * @param measured how much that is
 * @param flaws why Prometheus would refuse some of it
 */
record Evaluations(
    Stretch times, Duration every, List<Curve> series, Measured measured, List<Flaw> flaws) {

  /** Evaluates a rule as often as its group says. */
  static Evaluations of(Rule rule, RuleGroup group, Store store, Stretch over) {
    Duration every = group.every().duration();
    Stretch times = over.aligned(every);
    return switch (store.range(rule.series().expr().toString(), times, every)) {
      case Result.Refused refused ->
          new Evaluations(
              times,
              every,
              List.of(),
              Measured.NOTHING,
              List.of(Flaw.error("refused", refused.error())));
      case Result.Curves answer -> of(rule, group, answer, times);
    };
  }

  private static Evaluations of(Rule rule, RuleGroup group, Result.Curves answer, Stretch times) {
    SortedMap<LabelSet, List<Curve>> byLabels = new TreeMap<>();
    for (Curve curve : answer.curves()) {
      LabelSet labels = labels(curve.labels(), rule.labels());
      byLabels.computeIfAbsent(labels, it -> new ArrayList<>()).add(curve);
    }
    List<Curve> series = new ArrayList<>();
    List<Flaw> flaws = new ArrayList<>();
    byLabels.forEach((labels, curves) -> {
      Curve joined = Curve.joined(labels, curves);
      series.add(joined);
      if (flaws.isEmpty() && joined.size() < curves.stream().mapToInt(Curve::size).sum()) {
        flaws.add(Flaw.error("same-series", "it results in " + labels + " more than once"));
      }
    });
    group
        .most()
        .ifPresent(most -> {
          int found = mostAtOnce(series);
          if (found > most) {
            flaws.add(
                Flaw.error(
                    "over-limit",
                    "it results in %s series, and its group allows %s".formatted(found, most)));
          }
        });
    OptionalLong samples = answer.effort().stream().mapToLong(Effort::samples).findFirst();
    return new Evaluations(
        times,
        group.every().duration(),
        List.copyOf(series),
        Measured.of(answer.curves(), samples),
        List.copyOf(flaws));
  }

  private static LabelSet labels(LabelSet found, List<LabelValue> added) {
    SortedMap<String, String> all = new TreeMap<>(found.withoutMetric().values());
    added.forEach(label -> all.put(label.label(), label.value()));
    return new LabelSet(all);
  }

  private static int mostAtOnce(List<Curve> series) {
    Map<Long, Integer> counts = new HashMap<>();
    for (Curve curve : series) {
      for (long time : curve.times()) {
        counts.merge(time, 1, Integer::sum);
      }
    }
    return counts.values().stream().mapToInt(count -> count).max().orElse(0);
  }
}
