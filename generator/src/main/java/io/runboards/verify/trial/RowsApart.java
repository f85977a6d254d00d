package io.runboards.verify.trial;

import io.runboards.dashboard.Target;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.proof.Flaw;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The rows of one query of a table join none of the others: where they have a value, the rest of
 * the row is empty.
 */
public final class RowsApart {
  private RowsApart() {}

  /**
   * What is wrong with a query of a table; empty if nothing is.
   *
   * @param index which query
   * @param answers the series of all queries of the table
   */
  public static Optional<Flaw> of(int index, Target target, List<List<Curve>> answers) {
    List<List<Curve>> shown = answers.stream().filter(answer -> !answer.isEmpty()).toList();
    List<Curve> own = answers.get(index);
    if (own.isEmpty() || shown.size() < 2) {
      return Optional.empty();
    }
    Set<String> common = common(shown);
    Set<LabelSet> others = new HashSet<>();
    IntStream.range(0, answers.size())
        .filter(i -> i != index)
        .forEach(i -> answers.get(i).forEach(curve -> others.add(key(curve, common))));
    boolean joins = own.stream().anyMatch(curve -> others.contains(key(curve, common)));
    return joins
        ? Optional.empty()
        : Optional.of(
            Flaw.error(
                "rows-apart",
                "no row of '%s', such as %s, is one of another query, such as %s"
                    .formatted(
                        target.legend(),
                        key(own.getFirst(), common),
                        others.stream().min(LabelSet::compareTo).orElseThrow())));
  }

  /** The labels that some series of each query has: by them, rows are joined. */
  private static Set<String> common(List<List<Curve>> answers) {
    Set<String> common = new HashSet<>(names(answers.getFirst()));
    answers.forEach(answer -> common.retainAll(names(answer)));
    return common;
  }

  private static Set<String> names(List<Curve> answer) {
    Set<String> names = new HashSet<>();
    answer.forEach(curve -> names.addAll(curve.labels().withoutMetric().values().keySet()));
    return names;
  }

  private static LabelSet key(Curve curve, Set<String> labels) {
    SortedMap<String, String> kept = new TreeMap<>(curve.labels().values());
    kept.keySet().retainAll(labels);
    return new LabelSet(kept);
  }
}
