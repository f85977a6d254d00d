package io.runboards.emit.grafana;

import io.runboards.catalog.Unit;
import io.runboards.catalog.ValueRange;
import io.runboards.check.Examined;
import io.runboards.dashboard.BarGauge;
import io.runboards.dashboard.Gauge;
import io.runboards.dashboard.Heatmap;
import io.runboards.dashboard.Line.Stacking;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part.Match;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.TimeSeries;
import io.runboards.emit.grafana.FieldConfig.Special;
import io.runboards.flow.DisplayUnits;
import io.runboards.flow.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The units of a panel's queries.
 *
 * @param panel the panel
 * @param quantities what each of its queries results in
 */
record PanelUnits(Panel panel, List<Quantity> quantities) {

  static PanelUnits of(Panel panel, Examined examined) {
    return new PanelUnits(
        panel,
        panel.frame().data().targets().stream()
            .map(target -> examined.quantity(target).orElse(Quantity.UNKNOWN))
            .toList());
  }

  private List<Target> targets() {
    return panel.frame().data().targets();
  }

  private boolean isByField() {
    return !(panel instanceof Heatmap)
        && !(panel instanceof Table table && !table.columns().isEmpty());
  }

  private static String id(Quantity quantity) {
    return DisplayUnits.idFor(quantity).orElse(DisplayUnits.PLAIN);
  }

  private List<String> ids() {
    return quantities.stream().map(PanelUnits::id).distinct().toList();
  }

  /** The unit of all queries, if it is the same and not just numbers. */
  Optional<String> ofAll() {
    List<String> ids = ids();
    return isByField() && ids.size() == 1 && !ids.getFirst().equals(DisplayUnits.PLAIN)
        ? Optional.of(ids.getFirst())
        : Optional.empty();
  }

  /** The unit of one query, unless it is just numbers. */
  Optional<String> of(Target target) {
    return DisplayUnits.idFor(quantities.get(targets().indexOf(target)));
  }

  /** What the buckets of a heatmap measure, or its values where Grafana makes the buckets. */
  Optional<String> ofBuckets(boolean fromBuckets) {
    return quantities.stream()
        .map(it -> fromBuckets ? it.observed().orElse(Quantity.UNKNOWN) : it)
        .flatMap(it -> DisplayUnits.idFor(it).stream())
        .findFirst();
  }

  /** The units of the queries, if they differ. */
  List<Special> different() {
    if (!isByField() || ids().size() < 2) {
      return List.of();
    }
    List<Special> units = new ArrayList<>();
    for (int i = 0; i < quantities.size(); i++) {
      Match match = match(i);
      DisplayUnits.idFor(quantities.get(i))
          .ifPresent(id -> units.add(new Special(match, List.of(Setting.of("unit", id)))));
    }
    return units;
  }

  /** After rows were merged nobody knows the query of a column, only its name. */
  private Match match(int index) {
    return Columns.in(panel)
        ? new Match.ByName(targets().get(index).legend())
        : new Match.ByQuery(Target.refId(index));
  }

  /** The greatest value of a percentage or ratio that has one. */
  OptionalDouble limit() {
    List<String> ids = ids();
    if (!hasScale() || ids.size() != 1) {
      return OptionalDouble.empty();
    }
    double whole = ids.getFirst().equals(Unit.PERCENT.grafanaId()) ? 100 : 1;
    boolean isShare = whole == 100 || ids.getFirst().equals(Unit.RATIO.grafanaId());
    return isShare && quantities.stream().allMatch(it -> isWithin(it.range(), whole))
        ? OptionalDouble.of(whole)
        : OptionalDouble.empty();
  }

  private static boolean isWithin(ValueRange range, double whole) {
    return range.min() >= 0 && range.max() <= whole;
  }

  /** Shares that stand on each other may reach higher than each of them. */
  private boolean hasScale() {
    return panel instanceof Gauge
        || panel instanceof BarGauge
        || panel instanceof TimeSeries series
            && series.line().stacking().filter(it -> it != Stacking.NONE).isEmpty();
  }
}
