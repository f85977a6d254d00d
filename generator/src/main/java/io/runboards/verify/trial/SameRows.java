package io.runboards.verify.trial;

import io.runboards.dashboard.Table;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.proof.Flaw;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Two rows of a table say the same in all columns of labels: one of them needs a column more. */
final class SameRows implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    List<String> columns = columns(showing);
    Set<LabelSet> seen = new HashSet<>();
    return columns.isEmpty()
        ? Optional.empty()
        : showing.curves().stream()
            .map(curve -> shown(curve.labels(), columns))
            .filter(row -> !seen.add(row))
            .findFirst()
            .map(row ->
                Flaw.error("same-row", "more than one row of the table is %s".formatted(row)));
  }

  private static List<String> columns(Showing showing) {
    return showing.panel() instanceof Table table
        ? table.columns().stream()
            .filter(Table.OfLabel.class::isInstance)
            .map(column -> ((Table.OfLabel) column).label().name())
            .toList()
        : List.of();
  }

  private static LabelSet shown(LabelSet labels, List<String> columns) {
    SortedMap<String, String> kept = new TreeMap<>(labels.values());
    kept.keySet().retainAll(columns);
    return new LabelSet(kept);
  }
}
