package io.runboards.verify.trial;

import io.runboards.dashboard.BarGauge;
import io.runboards.dashboard.Gauge;
import io.runboards.dashboard.Heatmap;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Pie;
import io.runboards.dashboard.Stat;
import io.runboards.dashboard.StateTimeline;
import io.runboards.dashboard.StatusHistory;
import io.runboards.dashboard.TimeSeries;
import io.runboards.verify.proof.Flaw;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Two series are shown under the same name, so that nobody can tell them apart. */
final class SameNames implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    if (!showsNames(showing.panel())) {
      return Optional.empty();
    }
    Set<String> seen = new HashSet<>();
    return showing.curves().stream()
        .map(curve -> LegendText.of(showing.target().legend(), curve.labels()))
        .filter(name -> !seen.add(name))
        .findFirst()
        .map(
            name -> Flaw.error("same-name", "more than one series is called '%s'".formatted(name)));
  }

  private static boolean showsNames(Panel panel) {
    return switch (panel) {
      case TimeSeries it -> true;
      case Stat it -> true;
      case Gauge it -> true;
      case BarGauge it -> true;
      case Pie it -> true;
      case StateTimeline it -> true;
      case StatusHistory it -> true;
      case Heatmap heatmap -> heatmap.fromBuckets();
      default -> false;
    };
  }
}
