package io.runboards.emit.grafana;

import io.runboards.dashboard.BarChart;
import io.runboards.dashboard.BarGauge;
import io.runboards.dashboard.ColorScheme;
import io.runboards.dashboard.Fields;
import io.runboards.dashboard.Gauge;
import io.runboards.dashboard.Heatmap;
import io.runboards.dashboard.Histogram;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Pie;
import io.runboards.dashboard.Stat;
import io.runboards.dashboard.StateTimeline;
import io.runboards.dashboard.StatusHistory;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.TextPanel;
import io.runboards.dashboard.TimeSeries;
import io.runboards.site.GrafanaVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the colours of a panel come from. */
final class PanelColors {
  private PanelColors() {}

  /** From where Grafana takes the colours of a kind of panel, unless it is told otherwise. */
  private enum Usual {
    VALUES,
    ORDER,
    /** A scale of its own that means nothing for states. */
    SCALE,
    NOTHING
  }

  private static Usual usual(Panel panel) {
    return switch (panel) {
      case Stat p -> Usual.VALUES;
      case Gauge p -> Usual.VALUES;
      case BarGauge p -> Usual.VALUES;
      case Table p -> Usual.VALUES;
      case StatusHistory p -> Usual.VALUES;
      case TimeSeries p -> Usual.ORDER;
      case BarChart p -> Usual.ORDER;
      case Histogram p -> Usual.ORDER;
      case Pie p -> Usual.ORDER;
      case StateTimeline p -> Usual.SCALE;
      case Heatmap p -> Usual.NOTHING;
      case TextPanel p -> Usual.NOTHING;
    };
  }

  /** The settings of a whole panel. Values are always coloured by steps that were said. */
  static List<Setting> ofPanel(Panel panel, GrafanaVersion version) {
    Fields fields = panel.frame().looks().fields();
    boolean byValue =
        switch (usual(panel)) {
          case VALUES, SCALE -> true;
          case ORDER, NOTHING -> !fields.thresholds().isEmpty();
        };
    boolean toldSo = usual(panel) == Usual.SCALE || isToldByThresholds(fields, panel);
    return settings(fields, toldSo, byValue, version);
  }

  /** The settings of some series or of a column. */
  static List<Setting> ofPart(Fields fields, Panel panel, GrafanaVersion version) {
    boolean byValue = !fields.thresholds().isEmpty();
    return settings(fields, isToldByThresholds(fields, panel), byValue, version);
  }

  /** Thresholds of lines and bars colour them, unless they are drawn themselves. */
  private static boolean isToldByThresholds(Fields fields, Panel panel) {
    boolean drawn = panel instanceof TimeSeries series && series.limits();
    return usual(panel) == Usual.ORDER && !drawn && !fields.thresholds().isEmpty();
  }

  private static List<Setting> settings(
      Fields fields, boolean toldByValue, boolean steps, GrafanaVersion version) {
    List<Setting> settings = new ArrayList<>();
    Optional<ColorScheme> told =
        toldByValue ? Optional.of(ColorScheme.THRESHOLDS) : Optional.empty();
    fields
        .colors()
        .or(() -> told)
        .ifPresent(scheme -> settings.add(FieldSettings.color(scheme, version)));
    if (steps) {
      settings.add(FieldSettings.thresholds(fields));
    }
    return settings;
  }
}
