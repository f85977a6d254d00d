package io.runboards.verify.alert;

import io.runboards.rules.LabelValue;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleGroup;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.store.Past;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Evaluates recording rules over a stretch of history and gives the store what they result in, as
 * if they had run all the time.
 *
 * @param store the store that is read and written
 * @param over the stretch of history
 */
public record Recorder(Store store, Stretch over) {

  /**
   * What became of a rule.
   *
   * @param rule the rule
   * @param group the group that it stands in
   * @param measured what it recorded
   * @param flaws what is wrong with it
   */
  public record Outcome(Recording rule, RuleGroup group, Measured measured, List<Flaw> flaws) {}

  /**
   * Runs the rules of groups, each after those that it reads.
   *
   * @param inOrder the groups, each after those that write what it reads
   */
  public List<Outcome> run(List<RuleGroup> inOrder) {
    List<Outcome> outcomes = new ArrayList<>();
    for (RuleGroup group : inOrder) {
      group.recordings().forEach(rule -> outcomes.add(run(rule, group)));
    }
    return outcomes;
  }

  private Outcome run(Recording rule, RuleGroup group) {
    Duration every = group.every().duration();
    Result result = store.range(rule.series().expr().toString(), over.aligned(every), every);
    return switch (result) {
      case Result.Refused refused ->
          new Outcome(
              rule, group, Measured.NOTHING, List.of(Flaw.error("refused", refused.error())));
      case Result.Curves answer -> {
        Map<LabelSet, Curve> series = new HashMap<>();
        Set<LabelSet> twice = new HashSet<>();
        for (Curve curve : answer.curves()) {
          LabelSet labels = labels(curve.labels(), rule.labels());
          if (series.putIfAbsent(labels, curve) != null) {
            twice.add(labels);
          }
        }
        store.load(
            series.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> new Past(rule.name(), it.getKey(), it.getValue()))
                .toList());
        yield new Outcome(
            rule,
            group,
            Measured.of(answer.curves(), Watch.samples(answer)),
            flaws(answer.curves(), twice));
      }
    };
  }

  private static LabelSet labels(LabelSet found, List<LabelValue> added) {
    SortedMap<String, String> all = new TreeMap<>(found.withoutMetric().values());
    added.forEach(label -> all.put(label.label(), label.value()));
    return new LabelSet(all);
  }

  private static List<Flaw> flaws(List<Curve> curves, Set<LabelSet> twice) {
    List<Flaw> flaws = new ArrayList<>();
    if (curves.isEmpty()) {
      flaws.add(Flaw.error("empty", "it records nothing"));
    }
    twice.stream()
        .sorted()
        .findFirst()
        .ifPresent(labels ->
            flaws.add(Flaw.error("same-series", "it records " + labels + " more than once")));
    return flaws;
  }
}
