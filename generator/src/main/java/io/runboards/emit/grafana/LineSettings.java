package io.runboards.emit.grafana;

import io.runboards.dashboard.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How series are drawn over time, as Grafana's settings. */
final class LineSettings {
  private LineSettings() {}

  /** The settings of a whole panel: it has no points where it has lines. */
  static List<Setting> ofPanel(Line line) {
    List<Setting> settings = of(line);
    if (!line.shape().equals(Optional.of(Line.Shape.POINTS))) {
      settings.add(Setting.of("custom.showPoints", "never"));
    }
    return settings;
  }

  static List<Setting> of(Line line) {
    List<Setting> settings = new ArrayList<>();
    line.shape().ifPresent(shape -> settings.add(Setting.of("custom.drawStyle", id(shape))));
    line.course()
        .ifPresent(course -> settings.add(Setting.of("custom.lineInterpolation", course.id())));
    line.thickness().ifPresent(width -> settings.add(Setting.of("custom.lineWidth", width)));
    line.fill().ifPresent(fill -> settings.add(Setting.of("custom.fillOpacity", fill)));
    if (line.dashed()) {
      settings.add(
          Setting.object(
              "custom.lineStyle",
              json -> {
                json.field("fill", "dash");
                json.numbers("dash", 10, 10);
              }));
    }
    line.spanGapsMillis().ifPresent(gap -> settings.add(Setting.of("custom.spanNulls", gap)));
    line.stacking().ifPresent(stacking -> settings.add(stacking(stacking)));
    if (line.rightAxis()) {
      settings.add(Setting.of("custom.axisPlacement", "right"));
    }
    return settings;
  }

  private static String id(Line.Shape shape) {
    return shape.name().toLowerCase(Locale.ROOT);
  }

  private static Setting stacking(Line.Stacking stacking) {
    return Setting.object(
        "custom.stacking",
        json -> {
          json.field("mode", stacking.id());
          json.field("group", "A");
        });
  }
}
