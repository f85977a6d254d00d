package io.runboards.verify.grafana;

import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Layout;
import io.runboards.dashboard.Layout.Placed;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A panel as it stands on a dashboard: one of several if it or its row is repeated.
 *
 * @param panel the panel
 * @param columns how many of 24 columns it takes
 * @param choices what is chosen for it
 */
public record Shown(Panel panel, int columns, Choices choices) {
  private static final int MOST_IN_A_LINE = 4;

  /**
   * All panels of a dashboard, those of closed rows as well.
   *
   * @param most how many there are at most of a panel or a row that is repeated
   */
  public static List<Shown> of(Dashboard dashboard, Choices choices, int most) {
    List<Shown> all = new ArrayList<>();
    for (Row row : dashboard.rows()) {
      List<Placed> placed = Layout.of(row.panels(), 0);
      for (Choices ofRow : choices.forEach(row.repeat(), most)) {
        placed.forEach(panel -> all.addAll(repeated(panel, ofRow, most)));
      }
    }
    return List.copyOf(all);
  }

  /** Repeated panels share their line as far as each stays as wide as was said. */
  private static List<Shown> repeated(Placed placed, Choices choices, int most) {
    String repeat = placed.panel().frame().space().repeat();
    if (repeat.isEmpty()) {
      return List.of(new Shown(placed.panel(), placed.width(), choices));
    }
    int all = choices.find(repeat).map(chosen -> chosen.picked().values().size()).orElse(1);
    int fitting =
        placed.panel().frame().space().width().stream()
            .map(width -> Layout.COLUMNS / width)
            .findFirst()
            .orElse(MOST_IN_A_LINE);
    int columns = Layout.COLUMNS / Math.clamp(all, 1, fitting);
    return choices.forEach(repeat, most).stream()
        .map(one -> new Shown(placed.panel(), columns, one))
        .toList();
  }

  /** The values that it is repeated for; none if there is one such panel. */
  public List<String> repeatedFor() {
    return choices.variables().stream()
        .map(Chosen::picked)
        .filter(Picked.Repeated.class::isInstance)
        .flatMap(picked -> picked.values().stream())
        .toList();
  }
}
