package io.runboards.verify.trial;

import io.runboards.dashboard.BarChart;
import io.runboards.dashboard.Heatmap;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.StateTimeline;
import io.runboards.dashboard.StatusHistory;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.TimeSeries;
import io.runboards.verify.proof.Flaw;
import java.util.Optional;

/** More series than a panel of that kind can show. */
final class TooManySeries implements Trial {
  @Override
  public Optional<Flaw> flaw(Showing showing) {
    int most = most(showing.panel());
    int series = showing.curves().size();
    return series <= most
        ? Optional.empty()
        : Optional.of(
            Flaw.error(
                "too-many-series",
                "%s series, and such a panel shows %s at most".formatted(series, most)));
  }

  private static int most(Panel panel) {
    return switch (panel) {
      case Table table -> 1_000;
      case TimeSeries graph -> 100;
      case Heatmap heatmap -> 200;
      case StateTimeline timeline -> 100;
      case StatusHistory history -> 100;
      case BarChart chart -> 100;
      default -> 64;
    };
  }
}
