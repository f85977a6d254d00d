package io.runboards.check;

import io.runboards.catalog.ValueRange;
import io.runboards.dashboard.Fields;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Part.Match;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Thresholds on another scale than the values: 80 for ratios, or 0.8 for percent. */
final class ThresholdScale implements DashboardCheck {
  private static final ValueRange PERCENT = new ValueRange(0, 100);

  @Override
  public String id() {
    return "threshold-scale";
  }

  @Override
  public Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace) {
    return dashboard
        .panels()
        .flatMap(panel -> {
          List<ValueRange> ranges =
              panel.frame().data().targets().stream()
                  .flatMap(target -> range(target, dashboard).stream())
                  .toList();
          return Stream.concat(
              problem(panel, panel.frame().looks().fields(), ranges).stream(),
              parts(panel)
                  .flatMap(part ->
                      problem(panel, part.fields(), ranges(part, panel, dashboard)).stream()));
        });
  }

  private static Stream<Part> parts(Panel panel) {
    Stream<Part> parts = panel.frame().looks().parts().stream();
    return panel instanceof Table table
        ? Stream.concat(parts, table.columns().stream().map(Table.Column::look))
        : parts;
  }

  private static List<ValueRange> ranges(Part part, Panel panel, Examined dashboard) {
    return panel.frame().data().targets().stream()
        .filter(target ->
            part.match() instanceof Match.ByName(String name) && name.equals(target.legend()))
        .flatMap(target -> range(target, dashboard).stream())
        .toList();
  }

  private static Optional<ValueRange> range(Target target, Examined dashboard) {
    return dashboard.quantity(target).map(quantity -> quantity.range());
  }

  private static Optional<DashboardProblem> problem(
      Panel panel, Fields fields, List<ValueRange> ranges) {
    double highest =
        fields.thresholds().stream().mapToDouble(Threshold::from).max().orElse(Double.NaN);
    if (ranges.isEmpty() || Double.isNaN(highest)) {
      return Optional.empty();
    }
    if (ranges.stream().allMatch(range -> highest > range.max())) {
      return Optional.of(
          DashboardProblem.of(
              panel,
              "no value reaches the threshold %s: the values are %s"
                  .formatted(shown(highest), ranges.getFirst())));
    }
    boolean asShares =
        highest > 0
            && highest <= 1
            && ranges.stream().allMatch(range -> range.max() == PERCENT.max());
    return asShares
        ? Optional.of(
            DashboardProblem.of(
                    panel,
                    "the highest threshold is %s, and the values are percent, %s"
                        .formatted(shown(highest), PERCENT))
                .asWarning())
        : Optional.empty();
  }

  private static String shown(double number) {
    return new ValueRange(number, number).toString();
  }
}
