package io.runboards.verify.trial;

import io.runboards.dashboard.Table;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.proof.Flaw;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A column of a table is for a label that no series of any query has: its cells are empty. */
public final class ColumnGaps {
  private ColumnGaps() {}

  /**
   * What is wrong with the columns; empty if nothing is.
   *
   * @param answers the series of all queries of the table
   */
  public static Optional<Flaw> of(Table table, List<List<Curve>> answers) {
    List<Curve> curves = answers.stream().flatMap(List::stream).toList();
    Set<String> empty = new TreeSet<>();
    for (Table.Column column : table.columns()) {
      if (column instanceof Table.OfLabel(var label, var look)
          && curves.stream().allMatch(curve -> curve.labels().value(label.name()).isEmpty())) {
        empty.add(label.name());
      }
    }
    return empty.isEmpty() || curves.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Flaw.error(
                "column-empty", "no series fills the column of %s".formatted(Names.quoted(empty))));
  }
}
