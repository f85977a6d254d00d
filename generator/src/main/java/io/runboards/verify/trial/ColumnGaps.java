package io.runboards.verify.trial;

import io.runboards.dashboard.Table;
import io.runboards.verify.proof.Flaw;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A column of a table is for a label that no series has: its cells are empty. */
final class ColumnGaps implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    if (!(showing.panel() instanceof Table table) || isJoined(table)) {
      return Optional.empty();
    }
    Set<String> empty = new TreeSet<>();
    for (Table.Column column : table.columns()) {
      if (column instanceof Table.OfLabel(var label, var look)
          && showing.count(curve -> !curve.labels().value(label.name()).isEmpty()) == 0) {
        empty.add(label.name());
      }
    }
    return empty.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Flaw.error(
                "column-empty",
                "no series fills the column of %s".formatted(Names.quoted(empty))));
  }

  /** Where several queries become one row, another one may fill the column. */
  private static boolean isJoined(Table table) {
    return table.frame().data().targets().size() > 1;
  }
}
