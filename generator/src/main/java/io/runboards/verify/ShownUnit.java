package io.runboards.verify;

import io.runboards.check.Query;
import io.runboards.dashboard.Panel;
import io.runboards.flow.DisplayUnits;
import java.util.Optional;

/** In which of Grafana's units a panel shows the values of a query. */
final class ShownUnit {
  private ShownUnit() {}

  /**
   * Grafana's id of the unit: the one that the panel says, or the one that follows from the query.
   *
   * @param query what is known about the query; empty if it could not be read
   */
  static String of(Panel panel, Optional<Query> query) {
    return panel
        .frame()
        .looks()
        .fields()
        .unit()
        .or(() -> query.flatMap(it -> DisplayUnits.idFor(it.units().at(it.tree()))))
        .orElse(DisplayUnits.PLAIN);
  }
}
